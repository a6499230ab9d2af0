// Vergelijken: where the order of what stands beside each other depends on the key, the card says so.

import assert from "node:assert/strict";
import { after, before } from "node:test";

import { inEachBrowser, open } from "./support/browsers.mjs";
import { accessibilityFaults, address, choose, fill, find, nothingWrong, overflow, press, text, waitForText } from "./support/page.mjs";
import { serve } from "./support/server.mjs";

let server;
before(async () => (server = await serve({})));
after(() => server.close());

async function zwolle(profile, options) {
  const page = await open(profile, `${server.address}#/vergelijken?deelnemer=zwolle`, options);
  await waitForText(page, "De sleutel beslist");
  return page;
}

inEachBrowser("a scenario that is no longer the proposal is not called by its name alone", async (profile) => {
  const page = await zwolle(profile);
  await press(page, "button", "Zet een kopie ernaast");
  await fill(page, "Bijdrage nu", "2.100.000");
  await find(page, "radio", "2. Voorstel DB");
  await fill(page, "Reservering per jaar", "600.000");
  await find(page, "radio", "2. Voorstel DB, gewijzigd");
  await waitForText(page, "2. Voorstel DB, gewijzigd", "section[aria-labelledby=scenarios]");
  await find(page, "radio", "1. Voorstel DB");
  await fill(page, "Naam van het gekozen scenario", "Ons bod");
  await waitForText(page, "2. Ons bod", "section[aria-labelledby=naast-elkaar]");
  await nothingWrong(page);
});

inEachBrowser("a space in a name stays while the rest of the page is drawn again", async (profile) => {
  const page = await zwolle(profile);
  await (await find(page, "textbox", "Naam van het gekozen scenario")).focus();
  // A moment after the last letter the amounts below are drawn again, with the space typed before that.
  const name = await page.$eval("#naam", async (field) => {
    const put = (text) => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(field, text);
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    };
    put("Ons");
    await new Promise((resolve) => setTimeout(resolve, 5));
    put("Ons ");
    await new Promise((resolve) => setTimeout(resolve, 100));
    return field.value;
  });
  assert.equal(name, "Ons ");
  await page.keyboard.press("Tab");
  await page.waitForFunction(() => document.getElementById("naam").value === "Ons");
  await nothingWrong(page);
});

inEachBrowser("the wijzen stand beside each other, and no two measures of them have the same name", async (profile) => {
  const page = await zwolle(profile);
  const [columns, names] = await page.$eval("table[aria-labelledby=wijzen]", (table) =>
    ["thead th", "tbody th"].map((css) => [...table.querySelectorAll(css)].map((it) => it.textContent)),
  );
  assert.deepEqual(columns, ["Jaar of maat", "Structurele reservering", "Jaarlijks bijramen", "Eén bedrag uit een resultaat"]);
  assert.ok(names.includes("Stap vanaf nu, begroot") && names.includes("Stap vanaf nu, na verrekening"), names.join());
  assert.equal(new Set(names).size, names.length, names.join());
});

const card = (page, id) => text(page, `section[aria-labelledby=${id}]`);

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

inEachBrowser("an amount beside others opens the herleiding of its own outcome, with an address that opens it again", async (profile) => {
  const page = await zwolle(profile);
  const folded = await page.$("section[aria-labelledby=sleutels] .bw-beside__button");
  await folded.click();
  const button = await page.$("#sleutels-3-begroot-2022-10");
  assert.match(await button.evaluate((it) => it.textContent.replace(/\u00a0/g, " ")), /^− 2\.175, Begroot 2022, Zoals de verrekening 2019/);
  await button.click();
  // 950.000,00 under the key of 2019: the gemeenten carry 10.568 of 2.064.314, Zwolle its part of that.
  await waitForText(page, "= −2.174,80", ".bw-herleiding");
  assert.equal((await page.$$(".bw-herleiding")).length, 1);
  const shared = await address(page);
  assert.match(shared, /#\/vergelijken\/sleutels-3\/begroot\/2022\/zwolle/);
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => document.activeElement.id === "sleutels-3-begroot-2022-10");
  assert.deepEqual(await accessibilityFaults(page), []);

  const other = await open(profile, shared);
  await waitForText(other, "= −2.174,80", ".bw-herleiding");
  for (const each of [page, other]) await nothingWrong(each);
});

/** "−531.521,96" in whole euros: a table may show them with or without cents. */
const euros = (written) => Math.round(Number(written.replaceAll(".", "").replace(",", ".").replace("−", "-")));

inEachBrowser("every amount of the tables beside each other opens, and none opens another", async (profile) => {
  const page = await zwolle(profile);
  for (const id of ["sleutels", "wijzen", "varianten"]) await (await page.$(`section[aria-labelledby=${id}] .bw-beside__button`)).click();
  const bare = await page.$$eval("main td.bw-table__cell--number", (cells) =>
    cells.filter((it) => /\d/.test(it.textContent) && !it.querySelector(".bw-amount")).map((it) => it.textContent),
  );
  // What does not count in a year, or was not kept, has no amount to explain.
  assert.deepEqual([...new Set(bare)], ["0,00"]);
  const ids = await page.$$eval("main table .bw-amount", (all) => all.map((it) => it.id));
  assert.ok(ids.length > 120, `${ids.length}`);
  assert.equal(new Set(ids).size, ids.length, "each has an id of its own");
  for (const id of ids.filter((_, place) => place % 7 === 0)) {
    const shown = await page.$eval(`#${id}`, (it) => it.firstChild.textContent.replace(/[\s\u00a0+]/g, ""));
    await page.$eval(`#${id}`, (it) => it.click());
    await page.waitForSelector(".bw-herleiding");
    const last = await page.$eval(".bw-herleiding > ol > .bw-step:last-child > .bw-step__value", (it) => it.textContent.replace(/[\s\u00a0]/g, ""));
    assert.equal(euros(last), euros(shown), `${id}: ${shown} and ${last}`);
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => !document.querySelector(".bw-herleiding"));
  }
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
