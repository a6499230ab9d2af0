// Saving and opening: a file comes back to the same cents, a damaged one says all that is wrong and changes nothing.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";

import { inEachBrowser, launch, open } from "./support/browsers.mjs";
import { chooseFile, keepSaved, lastSaved, showFiles } from "./support/files.mjs";
import { accessibilityFaults, address, choose, emulateMedia, fill, has, nothingWrong, overflow, press, text, waitForText } from "./support/page.mjs";
import { root, serve } from "./support/server.mjs";

const DAMAGED = path.join(root, "tests", "gevallen", "bestanden");

// Where browsers cannot differ one of them is enough: the other takes seconds for each.
const IN_ONE = ["chromium"];

let server;
before(async () => (server = await serve({ base: "/apps/bij-drage/v1/" })));
after(() => server.close());

async function started(profile, organisation, options = {}) {
  const page = await open(profile, server.address, { before: keepSaved, ...options });
  await choose(page, "Uw organisatie", organisation);
  await page.waitForSelector(".bw-sum");
  return page;
}

const sum = (page) => text(page, ".bw-sum");

/** Zwolle under half a million, with a bijdrage of its own, saved. */
async function saved(page) {
  await press(page, "radio", "0,5 mln");
  await fill(page, "Reservering per jaar", "600.000");
  await fill(page, "Bijdrage nu", "2.100.000,55");
  await showFiles(page);
  await press(page, "button", "Opslaan als bestand");
  return lastSaved(page);
}

inEachBrowser("what is saved is a readable file, and opening it gives the same cents back in one step", async (profile) => {
  const page = await started(profile, "Gemeente Zwolle");
  const file = await saved(page);
  const cents = await sum(page);
  assert.equal(file.name, "bijdragewijzer-zwolle.json");
  assert.ok(file.text.startsWith('{\n  "formaat": "bijdragewijzer/vergelijking",\n  "versie": 1,'), file.text);
  const [scenario] = JSON.parse(file.text).scenarios;
  assert.equal(scenario.financiering.reservering, "600000.00");
  assert.equal(scenario.bijdragen[0].bedrag, "2100000.55");
  await waitForText(page, "Opgeslagen als bijdragewijzer-zwolle.json", "[role=status]:last-of-type");

  await press(page, "button", "Alles terug naar “0,5 mln”");
  await fill(page, "Reservering per jaar", "1 mln");
  const other = await sum(page);
  assert.notEqual(other, cents);
  await chooseFile(page, file.name, file.text);
  await waitForText(page, "Geopend: bijdragewijzer-zwolle.json. Uw eerdere werk komt terug met Ongedaan maken.");
  assert.equal(await sum(page), cents);
  assert.equal(await page.$eval("#reservering", (field) => field.value), "600.000");
  assert.equal(await page.$eval("#bestand-openen", (field) => field.value), "", "the same file can be chosen again");
  await press(page, "button", "Terug naar mijn werk");
  await page.waitForFunction((words) => document.querySelector(".bw-sum").innerText.replace(/[\u00a0\s]+/g, " ").trim() === words, {}, other);
  await waitForText(page, "Ongedaan gemaakt: bestand geopend.", "[role=status]:last-of-type");
  await nothingWrong(page);
});

inEachBrowser("every damaged file says what is wrong, and the work on the page stays", async (profile, browser) => {
  const page = await started(profile, "Gemeente Zwolle");
  await fill(page, "Reservering per jaar", "500.000");
  const before = [await sum(page), await address(page)];
  const harmless = ["bom.json", "crlf.json", "witregels.json"];
  const names = readdirSync(DAMAGED).filter((name) => !name.startsWith(".") && !harmless.includes(name));
  assert.ok(names.length > 20);
  // Reading a file is the browser's; what it says is the core's, and tested there for each of them.
  const chosen = browser === "firefox" ? names.filter((_, index) => index % 5 === 0) : names;
  for (const name of chosen) {
    await chooseFile(page, name, readFileSync(path.join(DAMAGED, name)));
    await waitForText(page, `${name} is niet`, ".bw-meldingen h2");
    const said = await text(page, ".bw-meldingen");
    assert.ok(said.includes("Uw werk is niet veranderd.") && said.split(". ").length > 3, said);
    assert.deepEqual([await sum(page), await address(page)], before, name);
  }
  assert.equal(await page.evaluate(() => document.activeElement.id), "aanbod-titel");
  await nothingWrong(page);
});

inEachBrowser("the rest of a file is taken over only when asked; the mended file of the same name opens", async (profile) => {
  const page = await started(profile, "Gemeente Zwolle");
  const file = await saved(page);
  const cents = await sum(page);
  await press(page, "button", "Alles terug naar “0,5 mln”");
  const before = await sum(page);
  const damaged = file.text.replace('"600000.00"', "600000.00").replace('"bijdragen"', '"bijdrage"');
  await chooseFile(page, file.name, damaged);
  await waitForText(page, "bijdragewijzer-zwolle.json is niet volledig gelezen");
  await waitForText(page, "scenarios 1, financiering, reservering");
  await waitForText(page, "Het veld “bijdrage” bestaat niet.");
  assert.equal(await sum(page), before);
  await press(page, "button", "Overnemen zonder deze 2 delen");
  await waitForText(page, "Uw bijdrage daalt met € 135.334 in 2022.");
  await press(page, "button", "Ongedaan maken");
  assert.equal(await sum(page), before);
  await chooseFile(page, file.name, file.text);
  await waitForText(page, "Geopend: bijdragewijzer-zwolle.json.");
  assert.equal(await sum(page), cents);
  await nothingWrong(page);
});

inEachBrowser("a file made with another uitgave opens with a warning", async (profile) => {
  const page = await started(profile, "Gemeente Zwolle");
  const file = await saved(page);
  assert.equal(JSON.parse(file.text).uitgave, "1");
  await chooseFile(page, file.name, file.text.replace('"uitgave": "1"', '"uitgave": "0"'));
  await waitForText(page, "Geopend: bijdragewijzer-zwolle.json.");
  await waitForText(page, "Gemaakt met een andere uitgave");
  await waitForText(page, "Dit is gemaakt met uitgave “0” van de publicatie");
  await chooseFile(page, file.name, file.text);
  await page.waitForFunction(() => !document.body.innerText.includes("andere uitgave"));
  await nothingWrong(page);
}, IN_ONE);

inEachBrowser("a file of one scenario says each warning once", async (profile) => {
  const page = await started(profile, "Gemeente Zwolle");
  const jaren = [2021, 2022, 2023, 2024, 2025];
  const omvang = jaren.map((jaar) => ({ jaar, waarde: "120000" }));
  await chooseFile(page, "veel.json", JSON.stringify({ versie: 1, deelnemer: "zwolle", uitrol: [{ variant: "2a", omvang }] }));
  await waitForText(page, "Meer dan er in een jaar zijn");
  assert.equal((await text(page, "body")).split("Meer dan er in een jaar zijn").length - 1, jaren.length);
  await nothingWrong(page);
}, IN_ONE);

inEachBrowser("a file with more faults than anyone mends says the first hundred and how many more there are", async (profile) => {
  const page = await started(profile, "Gemeente Zwolle");
  const fields = Array.from({ length: 80_000 }, (_, index) => `"x${index}":0`).join(",");
  await chooseFile(page, "vol.json", `{"versie":1,"naam":"Rest",${fields}}`);
  await waitForText(page, "vol.json is niet volledig gelezen");
  await waitForText(page, "het document heeft er nog 79900 meer");
  assert.equal(await page.$eval(".bw-meldingen__list", (list) => list.children.length), 101);
  await press(page, "button", "Overnemen zonder deze delen");
  await waitForText(page, "Geopend: vol.json.");
  await nothingWrong(page);
}, IN_ONE);

inEachBrowser("of a file with nothing to take over the card can only be closed, and another kind of document is told what belongs here", async (profile) => {
  const page = await started(profile, "Gemeente Zwolle");
  for (const [name, contents, words] of [
    ["kapot.json", '{"versie": 1', "Het bestand houdt op bij regel 1"],
    ["leeg.json", "", "leeg"],
    ["ander.json", '{"formaat":"bijdragewijzer/publicatie","versie":1}', "Hier hoort “bijdragewijzer/vergelijking” of “bijdragewijzer/scenario”, maar dit is “bijdragewijzer/publicatie”."],
  ]) {
    await chooseFile(page, name, contents);
    await waitForText(page, `${name} is niet geopend`);
    assert.ok((await text(page, ".bw-meldingen")).includes(words), `${name}: ${await text(page, ".bw-meldingen")}`);
    assert.ok(!(await has(page, "button", "Niets overnemen")), name);
    await press(page, "button", "Sluiten");
    await page.waitForFunction(() => !document.getElementById("aanbod-titel"));
  }
  await nothingWrong(page);
}, IN_ONE);

inEachBrowser("a later version, and a file that is too large, say so", async (profile) => {
  const page = await started(profile, "Gemeente Zwolle");
  await chooseFile(page, "later.json", '{"versie": 999}');
  await waitForText(page, "Gemaakt met een nieuwere versie");
  assert.ok(!(await has(page, "button", "Overnemen zonder dit deel")));
  await chooseFile(page, "groot.json", Buffer.alloc(1_000_001, 32));
  await waitForText(page, "groot.json is niet geopend");
  await waitForText(page, "groter dan 1 MB");
  await nothingWrong(page);
}, IN_ONE);

test("the browser saves a real file", async () => {
  const chromium = await launch("chromium");
  try {
    const page = await open(chromium, server.address);
    await choose(page, "Uw organisatie", "Gemeente Dalfsen");
    await page.waitForSelector(".bw-sum");
    const session = await chromium.target().createCDPSession();
    const downloads = new Promise((resolve) => session.on("Browser.downloadWillBegin", resolve));
    await session.send("Browser.setDownloadBehavior", { behavior: "deny", eventsEnabled: true });
    await showFiles(page);
    await press(page, "button", "Opslaan als bestand");
    assert.equal((await downloads).suggestedFilename, "bijdragewijzer-dalfsen.json");
    await nothingWrong(page);
  } finally {
    await chromium.close();
  }
});

test("saving, opening, an offer and a notice are accessible on a desk, on a phone, in the dark and in high contrast", async () => {
  const chromium = await launch("chromium");
  try {
    const settings = [
      { width: 1280 },
      { width: 320 },
      { width: 1280, media: { "prefers-color-scheme": "dark" } },
      { width: 1280, media: { "forced-colors": "active" } },
    ];
    for (const { width, media } of settings) {
      const page = await started(chromium, "Gemeente Zwolle", { width });
      if (media) await emulateMedia(page, media);
      await chooseFile(page, "half.json", '{"versie": 1, "deelnemer": "zwolle", "reservering": 1, "titel": 2}');
      await waitForText(page, "half.json is niet volledig gelezen");
      const where = `${width} ${JSON.stringify(media)}`;
      assert.deepEqual(await accessibilityFaults(page), [], where);
      assert.equal(await overflow(page), 0, where);
      await press(page, "button", "Overnemen zonder deze 2 delen");
      await waitForText(page, "Geopend: half.json.");
      assert.deepEqual(await accessibilityFaults(page), [], where);
      assert.equal(await overflow(page), 0, where);
      await page.close();
    }
  } finally {
    await chromium.close();
  }
});
