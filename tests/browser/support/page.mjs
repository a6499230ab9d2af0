// Finding and using things as a person does: by what they are and what they are called.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";

import { root } from "./server.mjs";

/** The one thing with this role and this exact name; waits until it is there. */
export async function find(page, role, name) {
  if (!(await isFirefox(page))) return page.waitForSelector(selector(role, name));
  const until = Date.now() + PATIENCE;
  while (Date.now() < until) {
    const thing = await foundByAxe(page, role, name);
    if (thing) return thing;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`no ${role} is called ${name}`);
}

/** Whether there is such a thing at this moment. */
export async function has(page, role, name) {
  if (await isFirefox(page)) return (await foundByAxe(page, role, name)) !== undefined;
  return (await page.$(selector(role, name))) !== null;
}

const PATIENCE = 30_000;
const engines = new WeakMap();

async function isFirefox(page) {
  const browser = page.browser();
  if (!engines.has(browser)) engines.set(browser, (await browser.version()).toLowerCase().includes("firefox"));
  return engines.get(browser);
}

const AXE = readFileSync(path.join(root, "node_modules", "axe-core", "axe.min.js"), "utf8");

/** Firefox takes seconds to look through its own tree of roles and names; axe takes a moment by the same rules. */
async function foundByAxe(page, role, name) {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(AXE);
  const handle = await page.evaluateHandle(
    (wanted, called) => {
      const { axe } = globalThis;
      const plain = (text) => text.replace(/[\s\u00a0]+/g, " ").trim();
      axe.setup(document.documentElement);
      try {
        const all = [...document.querySelectorAll("a, button, input, select, textarea, summary, main, nav, section, aside, table, h1, h2, h3, h4, svg, [role]")];
        return all.find((element) => {
          const node = axe.utils.getNodeFromTree(element);
          return (
            axe.commons.aria.getRole(node) === wanted &&
            axe.commons.dom.isVisibleToScreenReaders(node) &&
            plain(axe.commons.text.accessibleTextVirtual(node)) === plain(called)
          );
        });
      } finally {
        axe.teardown();
      }
    },
    role,
    name,
  );
  return handle.asElement() ?? undefined;
}

export async function press(page, role, name) {
  const thing = await find(page, role, name);
  await thing.click();
  // Of another section the first card comes first: a person waits for what comes after it.
  if (role === "link") await settled(page);
}

/** Longer than one stroke of what stands below the answer waits for the one before, and more strokes than any section has. */
const [MOMENT, STROKES] = [25, 4];

/** Waits until all of the section, the address and the title of the window have followed the last choice. */
export async function settled(page) {
  await followed(page);
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
}

/** Waits until all of the section has followed the answer, by the page's own clock: a stroke starts the clock of the next. */
function followed(page) {
  const wait = async (moment, strokes) => {
    if (matchMedia("(scripting: none)").matches) return;
    for (let stroke = 0; stroke < strokes; stroke += 1) await new Promise((resolve) => setTimeout(resolve, moment));
  };
  return page.evaluate(wait, MOMENT, STROKES);
}

/** The address of the page once it has followed the last choice. */
export async function address(page) {
  await settled(page);
  return page.evaluate(() => location.href);
}

/** Replaces what stands in a text field by what is typed, and leaves the field. */
export async function fill(page, name, text) {
  const field = await find(page, "textbox", name);
  await field.focus();
  await field.evaluate((element) => element.select());
  await page.keyboard.press("Backspace");
  if (text) await page.keyboard.type(text);
  await page.keyboard.press("Tab");
}

/** Chooses an option of a list by its text. */
export async function choose(page, name, option) {
  const list = await find(page, "combobox", name);
  const value = await list.evaluate(
    (element, wanted) => [...element.options].find((each) => each.textContent.trim() === wanted)?.value,
    option,
  );
  if (value === undefined) throw new Error(`${name} has no option ${option}`);
  await list.select(value);
}

/** What a person reads in this part of the page once all has followed the answer, with every space as an ordinary one. */
export async function text(page, css = "body") {
  await followed(page);
  const read = await page.$eval(css, (element) => element.innerText);
  return read.replace(/[\u00a0\u202f]/g, " ").replace(/\s+/g, " ").trim();
}

/** Waits until the text of this part contains the words. */
export async function waitForText(page, words, css = "body") {
  await page.waitForFunction(
    (place, wanted) =>
      document.querySelector(place)?.innerText.replace(/[\u00a0\u202f]/g, " ").replace(/\s+/g, " ").includes(wanted),
    // Not at each frame: to read a whole page takes one.
    { polling: 50 },
    css,
    words,
  );
}

/** The faults that axe finds against WCAG 2.2 AA, one line each. What it cannot judge counts too, with two exceptions. */
export async function accessibilityFaults(page) {
  await page.evaluate(AXE);
  await page.evaluate(`globalThis.contrastOf = ${contrastOf}`);
  return page.evaluate(async () => {
    // From the top, where the sticky bar covers nothing.
    globalThis.scrollTo(0, 0);
    document.querySelector(".bw-choices")?.scrollTo(0, 0);
    const runOnly = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    // What passes is not asked for: to name it takes a quarter of the time.
    const { violations, incomplete } = await globalThis.axe.run(document, { runOnly, resultTypes: ["violations", "incomplete"] });
    const line = (rule, node) => `${rule.id}: ${node.target.join(" ")} ${node.failureSummary}`;
    // axe does not look through SVG (toegang.test.mjs does), takes what is scrolled out of sight in a table or menu for covered, and does not judge a single letter.
    const scrolls = (node) => document.querySelector(node.target[0])?.closest(".bw-table-scroll, .bw-sections");
    const stands = (node) => globalThis.contrastOf(document.querySelector(node.target[0])) >= 4.5;
    const counts = (rule, node) =>
      rule.id !== "color-contrast" || !(/bw-chart__/.test(node.html) || (scrolls(node) && stands(node)));
    return [
      ...violations.flatMap((rule) => rule.nodes.map((node) => line(rule, node))),
      ...incomplete.flatMap((rule) => rule.nodes.filter((node) => counts(rule, node)).map((node) => line(rule, node))),
    ];
  });
}

/** In the page: the contrast of the text of an element with the first ground behind it that is not transparent. */
function contrastOf(element) {
  const parts = (colour) => {
    const numbers = colour.match(/[\d.]+/g).map(Number);
    return colour.startsWith("color(") ? numbers.map((it, place) => (place < 3 ? it * 255 : it)) : numbers;
  };
  const light = ([red, green, blue]) => {
    const linear = [red, green, blue].map((it) => (it / 255 <= 0.04045 ? it / 255 / 12.92 : ((it / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  };
  let ground = element;
  const clear = (it) => parts(getComputedStyle(it).backgroundColor)[3] === 0;
  while (ground.parentElement && clear(ground)) ground = ground.parentElement;
  const both = [parts(getComputedStyle(element).color), parts(getComputedStyle(ground).backgroundColor)].map(light);
  return (Math.max(...both) + 0.05) / (Math.min(...both) + 0.05);
}

/** Nothing that a good page never causes: no word in the console, no fault that nobody caught, nothing that the policy stopped. */
export async function nothingWrong(page) {
  assert.deepEqual(page.record.messages, []);
  assert.deepEqual(page.record.faults, []);
  assert.deepEqual(await page.record.violations(), []);
}

/** How far the page is wider than its window, in pixels. */
export async function overflow(page) {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

const mediaOf = new WeakMap();

/** Dark, high contrast and the like, in place of what was asked for before; Chromium only. */
export async function emulateMedia(page, features) {
  // What one session asks for stays as long as it does.
  if (!mediaOf.has(page)) mediaOf.set(page, await page.createCDPSession());
  await mediaOf.get(page).send("Emulation.setEmulatedMedia", {
    features: Object.entries(features).map(([name, value]) => ({ name, value })),
  });
}

function selector(role, name) {
  return `::-p-aria([name="${name.replaceAll('"', '\\"')}"][role="${role}"])`;
}
