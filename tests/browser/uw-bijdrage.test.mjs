// The first journey: who opens the page, picks Zwolle and wants to know where the amount comes from.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { inEachBrowser, launch, open } from "./support/browsers.mjs";
import { markup, markupFaults } from "./support/html.mjs";
import {
  accessibilityFaults,
  choose,
  emulateMedia,
  fill,
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
    "Zwolle, begroting 2022 · gezien vanuit uw gemeente",
    "Uw bijdrage daalt met € 107.140 in 2022.",
    "Dat blijft zo tot en met 2023; daarna is het € 63.100.",
    "− € 191.723,46",
    "+ € 84.583,88",
    "− € 107.139,58",
    "waarvan voor zover bekend € 30.243 terug in de jaarrekening, bij de aangenomen uitrol",
    "daalt uw bijdrage met € 2.175 in plaats van € 107.140. Op de cent: − 2.174,80 tegen − 107.139,58.",
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

inEachBrowser("the answer stands in its order: sentence, sum, key warning with the way to the comparison, notes", async (profile) => {
  const page = await zwolle(profile);
  const answer = await text(page, ".bw-answer");
  const order = ["Uw bijdrage daalt met", "− € 191.723,46", "− € 107.139,58", "De verdeelsleutel beslist mee.", "Voorbeeldbedragen"];
  const places = order.map((words) => answer.indexOf(words));
  assert.deepEqual(places.toSorted((one, other) => one - other), places, answer);
  assert.ok(!places.includes(-1), answer);
  await (await find(page, "link", "Vergelijk de sleutels")).click();
  await waitForText(page, "De sleutel beslist");
  await waitForText(page, "Zwolle · gezien vanuit uw gemeente");
  await choose(page, "Uw organisatie", "Waterschap Vechtstromen");
  await waitForText(page, "Vechtstromen · gezien vanuit uw waterschap");
  await nothingWrong(page);
});

inEachBrowser("while a field does not read the answer stays, and says that it does not count", async (profile) => {
  const page = await zwolle(profile);
  const marks = ["Wat niet gelezen is, telt in dit antwoord niet mee.", "niet alles is gelezen"];
  await fill(page, "Reservering per jaar", "abc");
  await waitForText(page, "Niet alles is gelezen");
  for (const words of marks) await waitForText(page, words);
  await waitForText(page, "− € 107.139,58");
  await fill(page, "Reservering per jaar", "0,5 mln");
  await waitForText(page, "Uw bijdrage daalt met € 135.334 in 2022.");
  // What reads the page aloud may have said it, and says the next sentence a moment later.
  const gone = (all) => !all.some((words) => document.body.innerText.includes(words));
  await page.waitForFunction(gone, {}, marks);
  await nothingWrong(page);
});

const focused = (page) => page.evaluate(() => document.activeElement.id);

inEachBrowser("what is pressed and goes leaves the focus at what it was about", async (profile) => {
  const page = await zwolle(profile);
  const field = await find(page, "textbox", "Reservering per jaar");
  await field.focus();
  await field.evaluate((element) => element.select());
  await page.keyboard.type("1,234");
  await page.keyboard.press("Enter");
  await waitForText(page, "Bedoelt u");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await waitForText(page, "Uw bijdrage daalt met € 191.584 in 2022.");
  assert.equal(await focused(page), "reservering");
  await press(page, "button", "Link kopiëren");
  await press(page, "button", "Sluiten");
  assert.equal(await focused(page), "deel-link");
  await press(page, "link", "Vergelijken");
  await press(page, "button", "Zet een kopie ernaast");
  await (await page.waitForSelector("#scenario-1")).evaluate((radio) => radio.closest("li").querySelector("button").focus());
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => !document.querySelector("#scenario-1"));
  assert.equal(await focused(page), "naam");
  await nothingWrong(page);
});

inEachBrowser("a phone offers the keys that a field can take", async (profile) => {
  const page = await zwolle(profile);
  const keys = (id) => page.$eval(`#${id}`, (field) => field.getAttribute("inputmode"));
  assert.equal(await keys("reservering"), "decimal");
  await press(page, "link", "Keuzes");
  await page.waitForSelector("#index");
  assert.equal(await keys("index"), null, "it may be below nothing");
  assert.equal(await keys("parameter-uitbesteding_basis"), "numeric", "a count");
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
