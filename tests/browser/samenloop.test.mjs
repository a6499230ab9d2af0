// Where two things meet: a change while the link is shown, a step back while someone types, a fault in one scenario and
// the other on top, a change after a link was opened.

import assert from "node:assert/strict";
import { after, before } from "node:test";

import { inEachBrowser, open } from "./support/browsers.mjs";
import { openText } from "./support/files.mjs";
import { checked } from "./support/link.mjs";
import { address, choose, fill, nothingWrong, press, settled, text, waitForText } from "./support/page.mjs";
import { serve } from "./support/server.mjs";

const IN_ONE = ["chromium"];

let server;
before(async () => (server = await serve({})));
after(() => server.close());

async function started(profile, section = "uw-bijdrage") {
  const page = await open(profile, `${server.address}#/${section}?deelnemer=zwolle`);
  await page.waitForSelector("#reservering");
  await settled(page);
  return page;
}

const value = (page, id) => page.$eval(`#${id}`, (field) => field.value);
const focused = (page) => page.evaluate(() => document.activeElement.id);
const sum = (page) => text(page, ".bw-sum");

/** Types in a field as a person does, and stays in it. */
async function type(page, id, typed) {
  await page.focus(`#${id}`);
  await page.$eval(`#${id}`, (field) => field.select());
  await page.keyboard.type(typed, { delay: 30 });
}

inEachBrowser("while the link is shown a change shows in it, and leaves the focus and what was copied alone", async (profile) => {
  const page = await started(profile);
  await press(page, "button", "Link kopiëren");
  await page.waitForFunction(() => document.activeElement.id === "link-tekst");
  await type(page, "reservering", "650000");
  assert.equal(await focused(page), "reservering");
  assert.equal(await value(page, "reservering"), "650000");
  await settled(page);
  assert.equal(await focused(page), "reservering");
  assert.match(await value(page, "link-tekst"), /\.reservering~650000\./);
  assert.ok(!(await text(page)).includes("Gekopieerd"));
  await press(page, "button", "Kopieer");
  await page.waitForFunction(() => document.activeElement.id === "link-tekst");
  await nothingWrong(page);
});

inEachBrowser("a step back while someone types takes what was typed out of the field", async (profile) => {
  const page = await started(profile);
  const before = await sum(page);
  await type(page, "reservering", "600000");
  await page.waitForFunction(() => location.hash.includes("reservering~600000"));
  await page.goBack();
  await page.waitForFunction(() => document.querySelector("#reservering").value === "750.000");
  assert.equal(await sum(page), before);
  assert.equal(await focused(page), "reservering");
  await page.keyboard.press("Tab");
  await settled(page);
  assert.equal(await value(page, "reservering"), "750.000");
  assert.ok(!(await text(page)).includes("Gelezen als"));
  await nothingWrong(page);
});

inEachBrowser("a scenario that cannot be computed shows its own last answer, not that of another", async (profile) => {
  const page = await started(profile, "vergelijken");
  await press(page, "button", "Zet een kopie ernaast");
  await press(page, "link", "Keuzes");
  const own = await sum(page);
  await choose(page, "Raming van de invorderbaten", "het gemiddelde van 3 jaar");
  await waitForText(page, "Dit is het antwoord van vóór de fout in uw invoer.");
  await press(page, "link", "Verantwoording");
  await waitForText(page, "Gecontroleerd op uw scenario van vóór de fout.");
  await press(page, "link", "Vergelijken");
  await page.click("#scenario-0");
  await fill(page, "Reservering per jaar", "500.000");
  await press(page, "link", "Uw bijdrage");
  assert.notEqual(await sum(page), own);
  await press(page, "link", "Vergelijken");
  await page.click("#scenario-1");
  await press(page, "link", "Uw bijdrage");
  await waitForText(page, "Dit is het antwoord van vóór de fout in uw invoer.");
  assert.equal(await sum(page), own);
  // Also under a name, as a copy, and when it is taken away and comes back.
  const here = async (change) => {
    await press(page, "link", "Vergelijken");
    await change();
    await press(page, "link", "Uw bijdrage");
    assert.equal(await sum(page), own);
  };
  await here(() => fill(page, "Naam van het gekozen scenario", "Met fout"));
  await here(() => press(page, "button", "Zet een kopie ernaast"));
  await here(() => press(page, "button", "Ongedaan maken"));
  await here(async () => {
    await page.$$eval(".bw-answers button", (all) => all.filter((it) => it.textContent.startsWith("weg"))[1].click());
    await page.waitForFunction(() => !document.querySelector("#scenario-1"));
    await press(page, "button", "Ongedaan maken");
  });
  await nothingWrong(page);
}, IN_ONE);

inEachBrowser("what does not read does not go along to a copy, and what was undone is not said of another scenario", async (profile) => {
  const page = await started(profile, "vergelijken");
  await fill(page, "Reservering per jaar", "abc");
  await page.waitForSelector("#meldingen-titel");
  await press(page, "button", "Zet een kopie ernaast");
  await page.waitForFunction(() => !document.querySelector("#meldingen-titel"));
  assert.equal(await value(page, "reservering"), "750.000");
  await fill(page, "Reservering per jaar", "400.000");
  await press(page, "button", "Ongedaan maken");
  const says = (wanted) => page.waitForFunction((is) => document.body.textContent.includes("Ongedaan gemaakt: ") === is, {}, wanted);
  await says(true);
  await page.click("#scenario-0");
  await says(false);
  await nothingWrong(page);
}, IN_ONE);

inEachBrowser("the way back to own work goes past what was changed and mistyped after a link was opened", async (profile) => {
  const page = await started(profile);
  await fill(page, "Reservering per jaar", "300.000");
  const [cents, own] = [await sum(page), await address(page)];
  await openText(page, `${server.address}#/uw-bijdrage?deelnemer=nijkerk&uitgangspunt=voorstel-050`);
  await waitForText(page, "Uw eerdere werk komt terug met Ongedaan maken.");
  await press(page, "checkbox", "2B Vroegsignalering");
  await fill(page, "Reservering per jaar", "veel");
  await press(page, "button", "Terug naar mijn werk");
  await page.waitForFunction((href) => location.href === href, {}, own);
  assert.equal(await sum(page), cents);
  assert.equal(await page.$("#meldingen-titel"), null);
  await nothingWrong(page);
}, IN_ONE);

inEachBrowser("a link for more than one deelnemer is the same when it is opened again, and Back does not undo it", async (profile) => {
  const page = await started(profile);
  const before = await address(page);
  const link = checked("1.gblt-2021~1.bovenaan~2.u~voorstel.d~zwolle.en.u~voorstel-050.d~nijkerk");
  const mixed = `${server.address}#/uw-bijdrage/${link}`;
  await openText(page, mixed);
  await waitForText(page, "U ziet ze vanuit één organisatie.");
  await openText(page, mixed);
  await waitForText(page, "Het is wat hier al stond.");
  assert.equal(await page.evaluate(() => document.body.innerText.includes("Terug naar mijn werk")), false);
  await page.goBack();
  await page.waitForFunction((href) => location.href === href, {}, before);
  await nothingWrong(page);
}, IN_ONE);
