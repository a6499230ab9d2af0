// Choosing a file and seeing what is saved, the same way in every browser.

import { find, press } from "./page.mjs";

/** Before the page starts: keeps what the page saves, by name. */
export async function keepSaved(page) {
  await page.evaluateOnNewDocument(() => {
    globalThis.saved = [];
    const blobs = new Map();
    const create = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob) => {
      const address = create(blob);
      blobs.set(address, blob);
      return address;
    };
    const click = HTMLElement.prototype.click;
    HTMLElement.prototype.click = function () {
      if (this instanceof HTMLAnchorElement && this.download) globalThis.saved.push({ name: this.download, blob: blobs.get(this.href) });
      else click.call(this);
    };
  });
}

/** The last file that was saved: `{ name, text }`. */
export async function lastSaved(page) {
  return page.evaluate(async () => {
    const { name, blob } = globalThis.saved.at(-1);
    return { name, text: await blob.text() };
  });
}

/** Shows saving and opening, if they are not shown yet. */
export async function showFiles(page) {
  if (!(await page.$("#bestand-openen"))) await press(page, "button", "Bestand");
  await page.waitForSelector("#bestand-openen");
}

/** Chooses a file with these contents, as the file dialog would. */
export async function chooseFile(page, name, contents) {
  await showFiles(page);
  const bytes = [...Buffer.from(contents)];
  await page.$eval(
    "#bestand-openen",
    (field, name, bytes) => {
      const chosen = new DataTransfer();
      chosen.items.add(new File([new Uint8Array(bytes)], name));
      field.files = chosen.files;
      field.dispatchEvent(new Event("change", { bubbles: true }));
    },
    name,
    bytes,
  );
}

/** Pastes a link or whatever came of it, and opens it. */
export async function openText(page, text) {
  await showFiles(page);
  const field = await find(page, "textbox", "Link openen");
  await setText(field, text);
  await press(page, "button", "Link openen");
}

/** Puts a text in a field at once, as a paste does. */
export async function setText(field, text) {
  await field.evaluate((element, text) => {
    const prototype = element instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
    Object.getOwnPropertyDescriptor(prototype, "value").set.call(element, text);
    element.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }, text);
}

/** Pastes a text in a field: the page is asked first, and what it leaves goes into the field as a browser does it. */
export async function paste(field, text) {
  await field.focus();
  await field.evaluate((element, text) => {
    // Firefox gives an event that a script makes an empty clipboard.
    const event = new ClipboardEvent("paste", { bubbles: true, cancelable: true });
    Object.defineProperty(event, "clipboardData", { value: { getData: () => text } });
    if (!element.dispatchEvent(event)) return;
    const plain = element instanceof HTMLInputElement ? text.replace(/[\r\n]/g, "") : text;
    element.setRangeText(plain, 0, element.value.length, "end");
    element.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }, text);
}
