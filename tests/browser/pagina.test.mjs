// The sections as an official uses them: choices, undo, numbers that are asked, links that come back whole.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { inEachBrowser, launch, open } from "./support/browsers.mjs";
import { markup, markupFaults } from "./support/html.mjs";
import { accessibilityFaults, choose, emulateMedia, fill, overflow, press, settled, waitForText } from "./support/page.mjs";
import { serve } from "./support/server.mjs";

const SECTIONS = ["uw-bijdrage", "keuzes", "vergelijken", "alle-deelnemers", "verantwoording"];

let server;
before(async () => (server = await serve({ base: "/apps/bij-drage/v1/" })));
after(() => server.close());

async function started(profile, organisation, options) {
  const page = await open(profile, server.address, options);
  await choose(page, "Uw organisatie", organisation);
  await page.waitForSelector(".bw-sum");
  return page;
}

async function nothingWrong(page) {
  assert.deepEqual(page.record.messages, []);
  assert.deepEqual(page.record.faults, []);
  assert.deepEqual(await page.record.violations(), []);
  assert.deepEqual(page.record.requests.filter((address) => !/^data:/.test(address) && !address.startsWith(server.address)), []);
}

inEachBrowser("a typed reservering counts at once, says how it was read, and can be undone and redone", async (profile) => {
  const page = await started(profile, "Gemeente Zwolle");
  await fill(page, "Reservering per jaar", "0,5 mln");
  await waitForText(page, "Gelezen als € 500.000,00");
  await waitForText(page, "Uw bijdrage daalt met € 135.334 in 2022.");
  await waitForText(page, "1 afwijking van het uitgangspunt");
  await press(page, "button", "Ongedaan maken");
  await waitForText(page, "Uw bijdrage daalt met € 107.140 in 2022.");
  assert.equal(await page.$eval("#reservering", (field) => field.value), "750.000");
  await press(page, "button", "Opnieuw");
  await waitForText(page, "Uw bijdrage daalt met € 135.334 in 2022.");
  await nothingWrong(page);
});

inEachBrowser("an ambiguous number is asked and the answer stays; a text that does not read names its field", async (profile) => {
  const page = await started(profile, "Gemeente Zwolle");
  await fill(page, "Reservering per jaar", "1,234");
  await waitForText(page, "Bedoelt u");
  await waitForText(page, "Uw bijdrage daalt met € 107.140 in 2022.");
  await press(page, "button", "€\u00a01.234,00");
  await waitForText(page, "Uw bijdrage daalt met € 191.584 in 2022.");
  await fill(page, "Bijdrage nu", "abc");
  await waitForText(page, "Niet alles is gelezen");
  await waitForText(page, "Uw bijdrage daalt met € 191.584 in 2022.");
  await press(page, "link", "Bijdrage nu");
  assert.equal(await page.evaluate(() => document.activeElement.id), "bijdrage");
  await fill(page, "Bijdrage nu", "2.088.582");
  await page.waitForFunction(() => !document.querySelector("#meldingen-titel"));
  await nothingWrong(page);
});

inEachBrowser("every section has its address, and the back button returns", async (profile) => {
  const page = await started(profile, "Waterschap Zuiderzeeland");
  for (const [section, words] of [
    ["Vergelijken", "De sleutel beslist"],
    ["Alle deelnemers", "Sluitend: de 11 deelnemers"],
    ["Verantwoording", "Elk getal met zijn herkomst"],
    ["Keuzes", "Varianten en uitrol"],
  ]) {
    await press(page, "link", section);
    await waitForText(page, words);
    await settled(page);
    assert.ok((await page.title()).includes(section));
  }
  await page.goBack();
  await waitForText(page, "Elk getal met zijn herkomst");
  await nothingWrong(page);
});

/** Every table that is folded away, and one herleiding. */
async function opened(page) {
  await page.$$eval(".bw-beside__button[aria-expanded=false]", (all) => all.forEach((it) => it.click()));
  const amount = await page.$("main .bw-amount");
  if (!amount) return;
  if (!(await page.$(".bw-herleiding"))) await amount.evaluate((it) => it.click());
  await page.waitForSelector(".bw-herleiding");
}

/** Everything that marks the page: a choice of each kind that deviates, and a field that does not read. */
async function marked(page) {
  await fill(page, "Reservering per jaar", "0,4 mln");
  await choose(page, "Financiering", "Eén bedrag uit een resultaat");
  await press(page, "checkbox", "2A Voorbellen");
  await press(page, "radio", "Zoals de verrekening 2019");
  await press(page, "link", "Keuzes");
  await fill(page, "Dwangbevelen waarop de uitbesteding is geraamd", "80.000");
  await fill(page, "Bijdrage nu", "2.000.000");
  await press(page, "link", "Vergelijken");
  await press(page, "button", "Zet een kopie ernaast");
  await press(page, "link", "Keuzes");
  await fill(page, "Index per jaar", "abc");
  await waitForText(page, "Niet alles is gelezen");
  assert.ok((await page.$$(".bw-choice--deviates")).length >= 5);
}

/** Every section, as it stands and with everything in it opened, has no fault in this look. */
async function faultless(page, { width, media }, look = () => undefined) {
  await page.setViewport({ width, height: 900 });
  await emulateMedia(page, media ?? {});
  for (const section of SECTIONS) {
    await page.evaluate((id) => (location.hash = `#/${id}`), section);
    await page.waitForFunction((id) => document.querySelector(`.bw-sections [aria-current]`)?.getAttribute("href").endsWith(id), {}, section);
    await look(page);
    const where = `${section} ${width} ${JSON.stringify(media)}`;
    assert.deepEqual(await accessibilityFaults(page), [], where);
    assert.deepEqual(await markupFaults(await markup(page)), [], where);
    assert.equal(await overflow(page), 0, where);
  }
  await nothingWrong(page);
}

test("every section is accessible on a desk, on a phone, in the dark and in high contrast", async () => {
  const chromium = await launch("chromium");
  try {
    await faultless(await started(chromium, "Gemeente Zwolle"), { width: 1280 });
    const page = await started(chromium, "Gemeente Zwolle");
    await marked(page);
    for (const look of [
      { width: 1280 },
      { width: 1280, media: { "prefers-color-scheme": "dark" } },
      { width: 1280, media: { "forced-colors": "active" } },
      { width: 320 },
    ]) await faultless(page, look, opened);
  } finally {
    await chromium.close();
  }
});
