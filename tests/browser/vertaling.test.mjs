// A browser that translates replaces text nodes. The figures must go on following the choices: an old figure beside a new
// choice is worse than an untranslated one.

import assert from "node:assert/strict";
import { after, before } from "node:test";

import { inEachBrowser, open } from "./support/browsers.mjs";
import { choose, fill, press, text, waitForText } from "./support/page.mjs";
import { serve } from "./support/server.mjs";

let server;
before(async () => (server = await serve()));
after(() => server.close());

/** What a translator does: it wraps each text node it may touch, marks it, and goes on doing so. */
function translate() {
  const untouchable = (parent) => !parent || parent.closest("[translate=no], .notranslate, script, style, textarea, title, font");
  const wrap = (node) => {
    if (untouchable(node.parentElement) || !node.data.trim()) return;
    const font = document.createElement("font");
    font.append(`~${node.data}`);
    node.replaceWith(font);
  };
  const below = (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    nodes.forEach(wrap);
  };
  below(document.body);
  new MutationObserver((changes) => {
    for (const node of changes.flatMap((change) => [...change.addedNodes])) {
      if (node.nodeType === Node.TEXT_NODE) wrap(node);
      else if (node.nodeType === Node.ELEMENT_NODE) below(node);
    }
  }).observe(document.body, { childList: true, subtree: true });
}

// The amounts are those of the calculation model.
const ROUNDS = [
  ["Gemeente Zwolle", "0,5 mln", "€ 135.334"],
  ["Gemeente Dalfsen", "Voorstel DB", "€ 23.924"],
];

inEachBrowser("after a translation the figures follow ten rounds of choices, and nothing is thrown", async (profile) => {
  const page = await open(profile, server.address);
  await page.waitForSelector("select");
  await page.evaluate(translate);
  for (let round = 0; round < 10; round += 1) {
    const [organisation, preset, amount] = ROUNDS[round % 2];
    await choose(page, "Uw organisatie", organisation);
    await press(page, "radio", preset);
    await waitForText(page, `Uw bijdrage daalt met ${amount} in 2022.`);
    await press(page, "link", "Alle deelnemers");
    await waitForText(page, "Sluitend: de 11 deelnemers");
    await press(page, "link", "Uw bijdrage");
    await fill(page, "Reservering per jaar", "600.000");
    await waitForText(page, "Gelezen als € 600.000,00");
    await press(page, "button", "Ongedaan maken");
  }
  assert.ok(!(await text(page, ".bw-sum")).includes("~"), "a figure was translated");
  assert.deepEqual(page.record.faults, []);
  assert.deepEqual(page.record.messages, []);
});
