// The first journey: who opens the page, picks Zwolle and wants to know where the amount comes from.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { inEachBrowser, launch, open } from "./support/browsers.mjs";
import { markup, markupFaults } from "./support/html.mjs";
import {
  accessibilityFaults,
  choose,
  emulateMedia,
  find,
  has,
  overflow,
  press,
  text,
  waitForText,
} from "./support/page.mjs";
import { serve } from "./support/server.mjs";

let server;
before(async () => (server = await serve({ base: "/apps/bij-drage/v1/" })));
after(() => server.close());

async function zwolle(profile, options) {
  const page = await open(profile, server.address, options);
  await choose(page, "Uw organisatie", "Gemeente Zwolle");
  await waitForText(page, "107.139,58");
  return page;
}

/** Nothing that a good page never causes. */
async function nothingWrong(page) {
  assert.deepEqual(page.record.messages, []);
  assert.deepEqual(page.record.faults, []);
  assert.deepEqual(await page.record.violations(), []);
  // A picture inside the page itself, and the fonts of the browser's own forms, are no request to anyone.
  const foreign = page.record.requests.filter((address) => !address.startsWith(server.address) && !address.startsWith("data:"));
  assert.deepEqual(foreign, []);
}

inEachBrowser("Zwolle sees what the proposal does, the sum that makes it and the key warning", async (profile) => {
  const page = await zwolle(profile);
  const answer = await text(page, ".bw-answer");
  for (const words of [
    "Zwolle, begroting 2022",
    "Uw bijdrage daalt met € 107.140 in 2022.",
    "Dat blijft zo tot en met 2023; daarna is het € 63.100.",
    "− € 191.723,46",
    "+ € 84.583,88",
    "− € 107.139,58",
    "waarvan € 30.243 terug in de jaarrekening, bij de aangenomen uitrol",
    "daalt uw bijdrage met € 2.175 in plaats van € 107.140. Op de cent: −2.174,80 tegen −107.139,58.",
    "GBLT heeft de sleutel niet bevestigd.",
    "Voorbeeldbedragen uit het voorstel van 27 januari 2021",
    "exclusief nog onbekend effect van: lagere invorderbaten door interne sociale incasso; lagere invorderbaten door vroegsignalering",
  ]) {
    assert.ok(answer.includes(words), `${words} in ${answer}`);
  }
  const years = await text(page, ".bw-table");
  for (const words of ["− 60.559", "+ 6.898", "− 167.699", "− 137.383", "− 100.241", "2.025.482"]) {
    assert.ok(years.includes(words), `${words} in ${years}`);
  }
  await nothingWrong(page);
});

inEachBrowser("an amount opens its herleiding; Escape closes it and gives the focus back", async (profile) => {
  const page = await zwolle(profile);
  const button = await page.$("#som-reservering-2022");
  await button.click();
  await page.waitForSelector(".bw-herleiding");
  const steps = await text(page, ".bw-herleiding");
  for (const words of ["750.000,00 × 2.088.582,00 ÷ 18.519.327,00 = 84.583,88", "Voorstel Sociaal Incasseren", "bron"]) {
    assert.ok(steps.includes(words), `${words} in ${steps}`);
  }
  assert.equal(await page.evaluate(() => document.activeElement.id), "herleiding-titel");
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => !document.querySelector(".bw-herleiding"));
  assert.equal(await page.evaluate(() => document.activeElement.id), "som-reservering-2022");
  await page.click("#jaren-definitief-2023");
  await page.waitForSelector(".bw-herleiding");
  const long = await text(page, ".bw-herleiding");
  assert.ok(long.includes("−107.139,58 + 6.898,29 = −100.241,29"), long);
  assert.ok(!long.includes("Voorstel Sociaal Incasseren"), "of many steps the sum comes first, and the others when asked");
  const more = await page.$(".bw-herleiding button[aria-expanded=false]");
  assert.match(await more.evaluate((button) => button.textContent), /^Toon de \d+ stappen ervoor, tot de bron$/);
  await more.click();
  await waitForText(page, "Voorstel Sociaal Incasseren", ".bw-herleiding");
  await press(page, "button", "Sluiten");
  await page.waitForFunction(() => !document.querySelector(".bw-herleiding"));
  await nothingWrong(page);
});

inEachBrowser("another uitgangspunt and another key give another answer at once", async (profile) => {
  const page = await zwolle(profile);
  await (await find(page, "radio", "0,5 mln")).click();
  await waitForText(page, "Uw bijdrage daalt met € 135.334 in 2022.");
  await (await find(page, "radio", "Zoals de verrekening 2019")).click();
  await waitForText(page, "Met de sleutel “Evenredig met de bijdrage 2019” daalt uw bijdrage");
  await (await find(page, "radio", "Alleen de waterschappen")).click();
  await waitForText(page, "Uw bijdrage blijft gelijk in 2022.");
  assert.equal(await page.$eval("#organisatie", (list) => list.value), "zwolle");
  const status = await page.waitForFunction(() => {
    const said = document.querySelector("[role=status]").textContent;
    return said.includes("blijft gelijk") && said;
  });
  assert.ok((await status.jsonValue()).startsWith("Uw bijdrage blijft gelijk in 2022."));
  await nothingWrong(page);
});

inEachBrowser("before a choice the page asks one thing", async (profile) => {
  const page = await open(profile, server.address);
  await find(page, "heading", "Voor welke organisatie rekent u?");
  assert.ok(await has(page, "combobox", "Uw organisatie"));
  assert.ok(!(await has(page, "radio", "0,5 mln")));
  await nothingWrong(page);
});

test("the page is accessible on a desk, on a phone, in the dark and in high contrast", async () => {
  const chromium = await launch("chromium");
  try {
    const settings = [
      { width: 1280 },
      { width: 360 },
      { width: 320 },
      { width: 1280, media: { "prefers-color-scheme": "dark" } },
      { width: 1280, media: { "forced-colors": "active" } },
    ];
    for (const { width, media } of settings) {
      const page = await zwolle(chromium, { width });
      if (media) await emulateMedia(page, media);
      await page.click("#som-begroot-2022");
      await page.waitForSelector(".bw-herleiding");
      assert.deepEqual(await accessibilityFaults(page), [], `${width} ${JSON.stringify(media)}`);
      assert.equal(await overflow(page), 0, `${width}`);
      assert.deepEqual(await markupFaults(await markup(page)), [], `${width}`);
      await page.close();
    }
  } finally {
    await chromium.close();
  }
});

test("the picture has the same amounts as the table", async () => {
  const chromium = await launch("chromium");
  try {
    const page = await zwolle(chromium);
    const drawn = await page.$$eval(".bw-chart--wide .bw-chart__text--strong.bw-chart__text--middle", (labels) =>
      labels.map((label) => label.textContent.trim()),
    );
    const told = await page.$$eval(".bw-table--per-year tbody tr td:last-child .bw-amount", (amounts) =>
      amounts.map((amount) => amount.firstChild.textContent.trim()),
    );
    assert.equal(drawn.length, 5);
    assert.deepEqual(drawn, told);
  } finally {
    await chromium.close();
  }
});
