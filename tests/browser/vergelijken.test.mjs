// Vergelijken: where the order of what stands beside each other depends on the key, the card says so.

import assert from "node:assert/strict";
import { after, before } from "node:test";

import { inEachBrowser, open } from "./support/browsers.mjs";
import { accessibilityFaults, choose, find, overflow, press, text, waitForText } from "./support/page.mjs";
import { serve } from "./support/server.mjs";

let server;
before(async () => (server = await serve({})));
after(() => server.close());

async function zwolle(profile, options) {
  const page = await open(profile, `${server.address}#/vergelijken?deelnemer=zwolle`, options);
  await waitForText(page, "De sleutel beslist");
  return page;
}

const card = (page, id) => text(page, `section[aria-labelledby=${id}]`);

async function nothingWrong(page) {
  assert.deepEqual(page.record.messages, []);
  assert.deepEqual(page.record.faults, []);
  assert.deepEqual(await page.record.violations(), []);
}

inEachBrowser("scenarios under other keys are warned for when one key for both turns their order", async (profile) => {
  const page = await zwolle(profile);
  for (const id of ["scenarios", "wijzen", "combinaties"]) assert.ok(!(await card(page, id)).includes("Let op."), id);
  await press(page, "button", "Zet een kopie ernaast");
  await find(page, "radio", "2. Voorstel DB");
  await press(page, "radio", "0,5 mln");
  await waitForText(page, "In 2022 is de bijdrage het laagst met “2.", "section[aria-labelledby=scenarios]");
  assert.ok(!(await card(page, "scenarios")).includes("Let op."), "both are under one key");
  await press(page, "radio", "Zoals de verrekening 2019");
  await waitForText(page, "Let op. De sleutel bepaalt de volgorde in 2022.", "section[aria-labelledby=scenarios]");
  const warned = await card(page, "scenarios");
  assert.match(warned, /Met uw sleutels is “1\. Voorstel DB” lager dan “2\. [^”]+”\. Met overal “Evenredig met de bijdrage 2019” is het andersom\./);
  await press(page, "button", "Ongedaan maken");
  await page.waitForFunction(() => !document.querySelector("section[aria-labelledby=scenarios]").innerText.includes("Let op."));
  await nothingWrong(page);
});

inEachBrowser("what is kept once stands beside the years in every table, and the parts make the whole", async (profile) => {
  const page = await open(profile, `${server.address}#/keuzes?deelnemer=dalfsen`);
  await choose(page, "Financiering", "Eén bedrag uit een resultaat");
  await page.evaluate(() => (location.hash = "#/vergelijken"));
  await waitForText(page, "Eenmalig vooraf", "section[aria-labelledby=scenarios]");
  for (const id of ["scenarios", "sleutels", "combinaties"]) {
    const shown = await page.$eval(`section[aria-labelledby=${id}]`, (section) => section.textContent);
    for (const words of ["Eenmalig vooraf", "175.351,", "56.662,70", "118.688,"]) assert.ok(shown.includes(words), `${words} in ${id}`);
  }
  const wijzen = await card(page, "wijzen");
  for (const words of ["Jaren samen", "Eenmalig vooraf", "56.662,70"]) assert.ok(wijzen.includes(words), wijzen);
  assert.equal(await overflow(page), 0);
  await nothingWrong(page);
});

inEachBrowser("combinations and wijzen are warned for when a group of posts has a key of its own, also on a phone", async (profile) => {
  const page = await open(profile, `${server.address}#/keuzes?deelnemer=zwolle`, { width: 320, height: 640 });
  await choose(page, "Minderbaten", "Alleen de waterschappen");
  await page.evaluate(() => (location.hash = "#/vergelijken"));
  await waitForText(page, "Let op. Voor zover bekend bepaalt de sleutel de volgorde na verrekening.", "section[aria-labelledby=combinaties]");
  const combinations = await card(page, "combinaties");
  assert.ok(
    combinations.includes(
      "Met uw sleutels is “2A” lager dan “1”. Met overal “Evenredig met de bijdrage 2019” is het andersom. Wat onbekend is, kan dit nog omdraaien.",
    ),
    combinations,
  );
  assert.equal(await overflow(page), 0);
  assert.deepEqual(await accessibilityFaults(page), []);
  await page.evaluate(() => (location.hash = "#/keuzes"));
  await choose(page, "Minderbaten", "als alle posten");
  await choose(page, "Meerkosten en besparingen", "Alleen de waterschappen");
  await page.evaluate(() => (location.hash = "#/vergelijken"));
  await waitForText(page, "Let op. Voor zover bekend bepaalt de sleutel de volgorde van de grootste stappen.", "section[aria-labelledby=wijzen]");
  await nothingWrong(page);
}, ["chromium"]);
