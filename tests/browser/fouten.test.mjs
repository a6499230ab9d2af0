// What does not read: the text in the field and its fault in the list come and go together.

import assert from "node:assert/strict";
import { after, before } from "node:test";

import { inEachBrowser, open } from "./support/browsers.mjs";
import { paste } from "./support/files.mjs";
import { choose, fill, find, nothingWrong, press, settled, text, waitForText } from "./support/page.mjs";
import { serve } from "./support/server.mjs";

let server;
before(async () => (server = await serve({ base: "/apps/bij-drage/v1/" })));
after(() => server.close());

const LISTED = "Niet alles is gelezen";
const OF_BEFORE = "Dit is het antwoord van vóór de fout in uw invoer.";

async function zwolle(profile, section = "uw-bijdrage") {
  const page = await open(profile, `${server.address}#/${section}/1.gblt-2021~1.d~zwolle.0qpfads`);
  await page.waitForSelector("#antwoord h1");
  return page;
}

/** Types what does not read in a field, and waits until it is listed. */
async function mistype(page, name) {
  const field = await find(page, "textbox", name);
  await field.focus();
  await field.evaluate((element) => element.select());
  // Over what stands there: a field that is emptied on the way would be changed for a moment.
  await page.keyboard.type("abc");
  await page.keyboard.press("Tab");
  await waitForText(page, LISTED);
}

/** The field shows a good value, and nothing on the page still speaks of the text that was there. */
async function isWell(page, id, value, after) {
  await page.waitForFunction((id, value) => document.getElementById(id)?.value === value, {}, id, value);
  await page.waitForFunction((words) => !document.body.innerText.includes(words), {}, LISTED);
  assert.equal(await page.$eval(`[id="${id}"]`, (field) => field.getAttribute("aria-invalid")), null, after);
  assert.ok(!(await text(page)).includes(OF_BEFORE), after);
}

inEachBrowser("a text that does not read goes with its fault, whatever replaces it", async (profile) => {
  const page = await zwolle(profile);
  await fill(page, "Reservering per jaar", "600.000");
  await settled(page);
  await mistype(page, "Reservering per jaar");
  await page.goBack();
  await isWell(page, "reservering", "750.000", "back");
  await mistype(page, "Reservering per jaar");
  await page.goForward();
  await isWell(page, "reservering", "600.000", "forward");
  await mistype(page, "Reservering per jaar");
  await press(page, "radio", "0,5 mln");
  await isWell(page, "reservering", "500.000", "another uitgangspunt");
  await mistype(page, "Bijdrage nu");
  await choose(page, "Uw organisatie", "Gemeente Dalfsen");
  await isWell(page, "bijdrage", await page.$eval("#bijdrage", (field) => field.value), "another deelnemer");
  assert.notEqual(await page.$eval("#bijdrage", (field) => field.value), "abc");
  await nothingWrong(page);
});

inEachBrowser("what was typed in one scenario does not stay in the field of another, even of the same value", async (profile) => {
  const page = await zwolle(profile, "vergelijken");
  await press(page, "button", "Zet een kopie ernaast");
  await page.waitForSelector("#scenario-1");
  await mistype(page, "Reservering per jaar");
  await page.click("#scenario-0");
  await isWell(page, "reservering", "750.000", "another scenario");
  await mistype(page, "Reservering per jaar");
  await (await page.$(".bw-scenario:has(#scenario-0) button")).click();
  await isWell(page, "reservering", "750.000", "its scenario is gone");
  // Of a change elsewhere neither goes.
  await mistype(page, "Reservering per jaar");
  await page.select("#vertraging", "2");
  await settled(page);
  assert.equal(await page.$eval("#reservering", (field) => field.value), "abc");
  assert.ok((await text(page)).includes(LISTED));
  await nothingWrong(page);
});

inEachBrowser("a pasted row takes a text that does not read away, also where it changes no value", async (profile) => {
  const page = await zwolle(profile, "keuzes");
  await press(page, "button", "uitrol van 2A Voorbellen");
  await mistype(page, "2A Voorbellen in 2022");
  const from = await page.$("#naast-uitrol-2a-2021");
  const own = await page.$$eval("[id^=naast-uitrol-2a-]", (all) => all.map((field) => field.value));
  const published = (await page.$$eval("[id^=kaart-uitrol-2a-][type=text]", (all) => all.map((field) => field.value))).join("\t");
  assert.equal(own[1], "abc");
  await paste(from, published);
  await isWell(page, "naast-uitrol-2a-2022", published.split("\t")[1], "pasted over");
  await nothingWrong(page);
});

inEachBrowser("before anything is chosen the status sentence speaks of no fault", async (profile) => {
  const page = await open(profile, server.address);
  await find(page, "heading", "Voor welke organisatie rekent u?");
  // Longer than it waits before it says something.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1000)));
  assert.equal(await page.$eval("[role=status]:last-of-type", (it) => it.textContent), "");
  await nothingWrong(page);
});

inEachBrowser("with a fault the status sentence says what was not read and that it does not count", async (profile) => {
  const page = await zwolle(profile);
  await choose(page, "Vertraging in de begroting", "2 begrotingsjaren");
  await choose(page, "Vertraging in de begroting", "1 begrotingsjaar");
  await press(page, "button", "Ongedaan maken");
  const status = "[role=status]:last-of-type";
  await waitForText(page, "Ongedaan gemaakt: vertraging.", status);
  await fill(page, "Reservering per jaar", "abc");
  await waitForText(page, "Niet gelezen: Reservering per jaar.", status);
  const said = await text(page, status);
  assert.ok(said.startsWith("Niet gelezen: Reservering per jaar. Dat telt niet mee. "), said);
  assert.ok(!said.includes("Ongedaan gemaakt"), said);
  await (await find(page, "button", "Ongedaan maken")).click();
  await waitForText(page, "Ongedaan gemaakt: Reservering per jaar.", status);
  assert.ok(!(await text(page, status)).includes("telt niet mee"));
  await nothingWrong(page);
});
