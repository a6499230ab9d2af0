// The single file, as a double click opens it from a share: alone, without network, twice at once, damaged, and held
// against what was published.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { deflateRawSync, inflateRawSync } from "node:zlib";

import { inEachBrowser, launch, open } from "./support/browsers.mjs";
import { shareWithTheFile } from "./support/deliveries.mjs";
import { checked } from "./support/link.mjs";
import { accessibilityFaults, address, choose, find, overflow, press, text, waitForText } from "./support/page.mjs";
import { dist, serve } from "./support/server.mjs";

const ZWOLLE = "#/uw-bijdrage?deelnemer=zwolle";
// Typed from the check table of the calculation model.
const DAALT = "Uw bijdrage daalt met € 107.140 in 2022.";
const ZWOLLE_2022 = "Zwolle 2.088.582,00 −107.139,58";
const DAMAGED = "Dit bestand is niet heel. Haal het opnieuw op bij de plek waar het vandaan komt.";
const PROPOSAL = "De bedragen van het voorstel staan hieronder.";

let share;
let whole;
before(() => {
  share = shareWithTheFile();
  whole = readFileSync(share.file, "utf8");
});
after(() => share.close());

/** Nothing in the console, no fault, nothing stopped by the policy, and nothing asked for but the file itself. */
async function nothingWrong(page) {
  assert.deepEqual(page.record.messages, []);
  assert.deepEqual(page.record.faults, []);
  assert.deepEqual(await page.record.violations(), []);
  const asked = page.record.requests.filter((address) => !address.startsWith("data:"));
  assert.deepEqual(asked.filter((address) => address.split("#")[0] !== share.address), []);
}

/** The table that stands in the file itself, readable as it is. */
async function tableStays(page) {
  const table = await page.$$eval("table", (all) => all.find((it) => it.offsetHeight > 0 && it.rows.length === 13)?.innerText);
  assert.ok(table?.replace(/\s+/g, " ").replace(/(?<=[−+]) /g, "").includes(ZWOLLE_2022), table);
}

/** A copy that is changed after it was made, in a folder of its own; the change is certain to be there. */
function changedCopy(change) {
  const copy = shareWithTheFile();
  const changed = change(whole);
  assert.notEqual(changed, whole);
  const file = path.join(path.dirname(path.dirname(copy.file)), "veranderd.html");
  writeFileSync(file, changed);
  return { ...copy, address: pathToFileURL(file).href };
}

async function withChangedCopy(change, body) {
  const copy = changedCopy(change);
  try {
    await body(copy.address);
  } finally {
    copy.close();
  }
}

const HALF = `#/uw-bijdrage/${checked("1.gblt-2021~1.u~voorstel.d~nijkerk.reservering~500000")}`;
const NIJKERK_HALF = "Uw bijdrage daalt met € 44.108 in 2022.";

inEachBrowser("opened twice from a read-only folder with an awkward name, neither tab changes the other", async (profile) => {
  const first = await open(profile, share.address);
  const second = await open(profile, share.address);
  await first.bringToFront();
  await choose(first, "Uw organisatie", "Gemeente Zwolle");
  await waitForText(first, DAALT);
  await second.bringToFront();
  await choose(second, "Uw organisatie", "Waterschap Vechtstromen");
  await waitForText(second, "Uw bijdrage daalt met € 160.844 in 2022.");
  await press(second, "radio", "0,5 mln");
  await second.waitForFunction(() => location.hash.includes("reservering") || location.hash.includes("050"));

  await first.bringToFront();
  await waitForText(first, DAALT);
  await first.reload();
  await waitForText(first, DAALT);
  const third = await open(profile, await link(second));
  await third.waitForSelector(".bw-sum");
  assert.equal(await text(third, ".bw-sum"), await text(second, ".bw-sum"), "a link opens what was there");
  const fourth = await open(profile, share.address + HALF);
  await waitForText(fourth, NIJKERK_HALF);
  await waitForText(first, DAALT);
  for (const page of [first, second, third, fourth]) {
    assert.equal(await page.$("#versie-nieuws"), null, "nothing about what a file cannot have");
    await nothingWrong(page);
  }
});

/** The link that the page gives. */
async function link(page) {
  await page.bringToFront();
  await press(page, "button", "Link kopiëren");
  const given = await (await find(page, "textbox", "Link")).evaluate((field) => field.value);
  assert.ok(given.startsWith(`${share.address}#/`), given);
  return given;
}

inEachBrowser("without any network it works, and asks for none", async (profile) => {
  // Nothing listens there.
  const cutOff = await profile.browser().createBrowserContext({ proxyServer: "127.0.0.1:9" });
  try {
    await assert.rejects(open(cutOff, "http://voorbeeld.example/"));
    const page = await open(cutOff, share.address + ZWOLLE);
    await waitForText(page, DAALT);
    await press(page, "link", "Alle deelnemers");
    await waitForText(page, "Sluitend: de 11 deelnemers");
    await nothingWrong(page);
  } finally {
    await cutOff.close();
  }
});

/** What stands in every section, and the address of each. */
async function everySection(page) {
  await page.bringToFront();
  const seen = [];
  for (const section of ["Vergelijken", "Alle deelnemers", "Verantwoording", "Uw bijdrage"]) {
    await press(page, "link", section);
    await page.waitForFunction((it) => location.hash.includes("/1.gblt") && document.querySelector("[aria-current=page]").textContent === it, {}, section);
    const read = await text(page, "main");
    assert.ok(read.length > 500, section);
    seen.push([section, read, (await address(page)).replace(/^[^#]*/, "")]);
  }
  return seen;
}

inEachBrowser("it gives the same words, cents and address as the folder in every section", async (profile) => {
  // The folder of the same build.
  const server = await serve({ folder: path.join(dist, "site"), base: "/apps/bij-drage/" });
  const [file, folder] = [await open(profile, share.address + ZWOLLE), await open(profile, server.address + ZWOLLE)];
  for (const page of [file, folder]) {
    await page.bringToFront();
    await waitForText(page, DAALT);
    await press(page, "checkbox", "Toon centen");
  }
  const seen = [await everySection(file), await everySection(folder)];
  assert.deepEqual(seen[0], seen[1]);
  await nothingWrong(file);
  await server.close();
});

inEachBrowser("a browser without WebAssembly says that a setting is the likely cause, above the amounts", async (profile) => {
  const page = await open(profile, share.address + ZWOLLE, {
    before: (fresh) => fresh.evaluateOnNewDocument(() => delete globalThis.WebAssembly),
  });
  await waitForText(page, "WebAssembly staat uit in deze browser. Dat is meestal een beveiligingsinstelling.");
  await waitForText(page, `Uw systeembeheerder kan het voor deze pagina aanzetten. ${PROPOSAL}`);
  await tableStays(page);
});

inEachBrowser("a policy that forbids WebAssembly is named as the cause, above the amounts", async (profile) => {
  await withChangedCopy(
    (file) => file.replace(" 'wasm-unsafe-eval'", ""),
    async (address) => {
      const page = await open(profile, address);
      await waitForText(page, `verbiedt WebAssembly.`);
      await waitForText(page, PROPOSAL);
      await tableStays(page);
    },
  );
});

test("without scripting the file shows the amounts and says that scripting is off", async () => {
  const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const browser = await launch("chromium", { args: [...asRoot, "--blink-settings=scriptEnabled=false"] });
  try {
    const page = await open(browser, share.address, { width: 360 });
    assert.ok((await text(page)).includes("JavaScript staat uit"));
    assert.ok(!(await text(page)).includes("wordt geladen"));
    await tableStays(page);
    assert.equal(await overflow(page), 0);
  } finally {
    await browser.close();
  }
});

inEachBrowser("a script with one other character does not run, and the page says so itself", async (profile) => {
  await withChangedCopy(
    (file) => file.replace("dataset.kenmerk", "dataset.kenmerl"),
    async (address) => {
      const page = await open(profile, address);
      const visible = () => page.$eval("main", (main) => main.innerText);
      assert.ok(!(await visible()).includes("Begint de rekenhulp niet?"), "not at once");
      await page.waitForFunction(() => document.querySelector("main").innerText.includes("Begint de rekenhulp niet?"), { timeout: 10_000 });
      assert.ok(!(await visible()).includes("wordt geladen"));
      assert.equal(await page.$("select"), null);
      await tableStays(page);
      assert.equal((await page.record.violations()).length, 1, "the policy stopped it");
    },
  );
});

const MODULE = /(<script id="rekenmodule"[^>]*>)([^<]+)(<\/script>)/;
const withModule = (file, change) => file.replace(MODULE, (_, opened, packed, closed) => opened + change(packed) + closed);

/** The text with one letter or digit in the middle another. */
function oneOther(packed) {
  const at = packed.length >> 1;
  return packed.slice(0, at) + (packed[at] === "A" ? "B" : "A") + packed.slice(at + 1);
}

/** A module that runs, in which uitbesteding costs 190.000 where it cost 180.000. */
function otherFigure(packed) {
  const bytes = inflateRawSync(Buffer.from(packed.trim(), "base64"));
  const place = bytes.indexOf('"id": "uitbesteding_bedrag"');
  const value = bytes.indexOf("180000", place);
  assert.ok(place > 0 && value > place && value - place < 200, "the figure stands in the module");
  bytes.write("190000", value);
  return deflateRawSync(bytes).toString("base64");
}

for (const [what, change] of [
  ["one other character", oneOther],
  ["another figure", otherFigure],
  ["its last half gone", (packed) => packed.slice(0, packed.length >> 1)],
]) {
  inEachBrowser(`a module with ${what} never computes`, async (profile) => {
    await withChangedCopy(
      (file) => withModule(file, change),
      async (address) => {
        const page = await open(profile, address + ZWOLLE);
        await waitForText(page, `${DAMAGED} ${PROPOSAL}`);
        await tableStays(page);
        assert.equal(await page.$("select"), null);
      },
    );
  });
}

inEachBrowser("the button in Verantwoording holds the module against its published hash", async (profile) => {
  const page = await open(profile, `${share.address}#/verantwoording?deelnemer=zwolle`);
  await press(page, "button", "Controleer deze versie");
  await waitForText(page, "Dit bestand is heel: script, opmaak en rekenmodule zijn die van versie");
  const stamp = /\(([0-9a-f]{12})\)/.exec(await text(page, "footer"))[1];
  await waitForText(page, `kenmerk ${stamp}.`);
  await nothingWrong(page);
  await page.$eval("#rekenmodule", (module) => module.firstChild.deleteData(1000, 4));
  await press(page, "button", "Controleer deze versie");
  await waitForText(page, "De rekenmodule in dit bestand is veranderd.");
});

test("the file is accessible in its first section", async () => {
  const browser = await launch("chromium");
  try {
    const page = await open(browser, share.address + ZWOLLE);
    await waitForText(page, DAALT);
    assert.deepEqual(await accessibilityFaults(page), []);
  } finally {
    await browser.close();
  }
});
