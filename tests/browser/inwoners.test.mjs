// Alle deelnemers, per inwoner: a number that the user gives, what follows from it, and that it goes no further.

import assert from "node:assert/strict";
import { after, before } from "node:test";

import { inEachBrowser, open } from "./support/browsers.mjs";
import { accessibilityFaults, address, choose, fill, find, has, nothingWrong, overflow, press, text, waitForText } from "./support/page.mjs";
import { serve } from "./support/server.mjs";

const CARD = "section[aria-labelledby=per-inwoner]";

let server;
before(async () => (server = await serve({})));
after(() => server.close());

async function zwolle(profile, options) {
  const page = await open(profile, `${server.address}#/alle-deelnemers?deelnemer=zwolle`, options);
  await page.waitForSelector(CARD);
  return page;
}

inEachBrowser("a number of inwoners gives the bijdrage per inwoner of the chosen year, each with its herleiding", async (profile) => {
  const page = await zwolle(profile);
  const empty = await text(page, CARD);
  assert.ok(empty.startsWith("De bijdrage van Zwolle per inwoner"), empty);
  assert.ok(!empty.includes("Verschil na verrekening"), "nothing is computed of nothing");
  await fill(page, "Aantal inwoners van Zwolle", "125 duizend");
  // 2.088.582,00 and −107.139,58 and −30.243,43, divided by 125.000, and their sums.
  await waitForText(page, "Na verrekening daalt de bijdrage in 2022, voor zover bekend, met € 1,10 per inwoner", CARD);
  const card = await text(page, CARD);
  for (const words of [
    "Gelezen als 125.000",
    "€ 16,71",
    "− € 0,86",
    "€ 15,85",
    "− € 0,24",
    "− € 1,10",
    "Na verrekening exclusief nog onbekend effect van: lagere invorderbaten door interne sociale incasso; lagere invorderbaten door vroegsignalering.",
    "het gaat niet mee in een link of bestand",
  ]) {
    assert.ok(card.includes(words), `${words} in ${card}`);
  }
  // Browsers put different spaces before the words for who does not see where it stands.
  await page.click("#inwoner-definitief-2022");
  await waitForText(page, "Herleiding: Verschil na verrekening per inwoner 2022, Zwolle", CARD);
  await waitForText(page, "−0,86 + (−0,24) = −1,10", ".bw-herleiding");
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => document.activeElement.id === "inwoner-definitief-2022");
  await page.click("#inwoner-begroot-2022");
  await waitForText(page, "Herleiding: Verschil in de begroting per inwoner 2022, Zwolle", CARD);
  const herleiding = await text(page, ".bw-herleiding");
  assert.ok(herleiding.includes("−107.139,58 ÷ 125.000 = −0,86, afgerond op centen"), herleiding);
  assert.match(herleiding, /Aantal inwoners, Zwolle 125\.000 eigen invoer eigen/);
  assert.equal(await page.evaluate(() => document.activeElement.id), "herleiding-titel");
  assert.ok(!(await address(page)).includes("herleiding"), "an address has no number of inwoners");
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => document.activeElement.id === "inwoner-begroot-2022");
  await choose(page, "Jaar", "2024");
  // Some 63.100 euro less in 2024, for 125.000.
  await waitForText(page, "Na verrekening daalt de bijdrage in 2024, voor zover bekend, met € 0,50 per inwoner", CARD);
  await nothingWrong(page);
});

inEachBrowser("a number that is none is refused in words and listed; nothing is shown of it", async (profile) => {
  const page = await zwolle(profile);
  await fill(page, "Aantal inwoners van Zwolle", "125.000");
  await waitForText(page, "€ 16,71", CARD);
  for (const [typed, words] of [
    ["0", "Dit aantal is te laag. Mogelijk is 1 tot en met 100.000.000."],
    ["100.000.001", "Dit aantal is te hoog."],
    ["12,5", "Een aantal heeft hier geen decimalen."],
    ["veel", "“veel” hoort niet in een aantal."],
  ]) {
    await fill(page, "Aantal inwoners van Zwolle", typed);
    await page.waitForFunction(() => document.querySelector("#inwoners").getAttribute("aria-invalid") === "true");
    assert.ok((await text(page, CARD)).includes(words), `${typed}: ${await text(page, CARD)}`);
    assert.ok(!(await text(page, CARD)).includes("€ 16,71"), typed);
    assert.ok(await has(page, "link", "Aantal inwoners van Zwolle"), typed);
  }
  await press(page, "link", "Aantal inwoners van Zwolle");
  assert.equal(await page.evaluate(() => document.activeElement.id), "inwoners");
  await fill(page, "Aantal inwoners van Zwolle", "");
  await page.waitForFunction((css) => !document.querySelector(css).innerText.includes("16,71"), {}, CARD);
  assert.ok(!(await page.$("#meldingen-titel")));
  await nothingWrong(page);
});

inEachBrowser("the number belongs to one organisation, is in no link, and is gone with the page", async (profile) => {
  const page = await zwolle(profile);
  const before = await address(page);
  await fill(page, "Aantal inwoners van Zwolle", "125.000");
  await waitForText(page, "€ 16,71", CARD);
  assert.equal(await address(page), before);
  assert.ok(await page.$eval("#app button[aria-disabled=true]", (button) => button.textContent === "Ongedaan maken"), "it is no change of the scenario");
  await choose(page, "Uw organisatie", "Gemeente Dalfsen");
  const field = await find(page, "textbox", "Aantal inwoners van Dalfsen");
  assert.equal(await field.evaluate((element) => element.value), "");
  await choose(page, "Uw organisatie", "Gemeente Zwolle");
  await waitForText(page, "€ 16,71", CARD);
  await press(page, "link", "Keuzes");
  await waitForText(page, "Varianten en uitrol");
  await press(page, "link", "Alle deelnemers");
  await waitForText(page, "€ 16,71", CARD);
  await page.reload();
  await page.waitForSelector(CARD);
  assert.ok(!(await text(page, CARD)).includes("16,71"));
  assert.equal(await page.$eval("#inwoners", (element) => element.value), "");
  await nothingWrong(page);
});

inEachBrowser("per inwoner is usable at 320 pixels, without faults, and on paper", async (profile) => {
  const page = await zwolle(profile, { width: 320, height: 640 });
  await fill(page, "Aantal inwoners van Zwolle", "125.000");
  await waitForText(page, "€ 16,71", CARD);
  await page.click("#inwoner-bijdrage_oud-2022");
  await page.waitForSelector(".bw-herleiding");
  assert.equal(await overflow(page), 0);
  const outside = await page.$$eval(`${CARD} dl *`, (all) => {
    const card = all[0].closest("section").getBoundingClientRect();
    return all.filter((each) => each.getClientRects().length && each.getBoundingClientRect().right > card.right).map((each) => each.textContent);
  });
  assert.deepEqual(outside, [], "every amount and letter is within the card");
  assert.deepEqual(await accessibilityFaults(page), []);
  await page.emulateMediaType("print");
  assert.ok(await page.$eval(CARD, (card) => card.checkVisibility()));
  const paper = await text(page, CARD);
  for (const words of ["Aantal inwoners van Zwolle", "€ 16,71", "€ 15,85", "− € 1,10"]) assert.ok(paper.includes(words), words);
  await page.reload();
  await page.waitForSelector(CARD);
  assert.ok(!(await page.$eval(CARD, (card) => card.checkVisibility())), "without a number there is nothing to print");
  await nothingWrong(page);
}, ["chromium"]);
