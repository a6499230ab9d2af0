// Typing and pasting: no figure changes without a word, the focus stays, and undo is about what one expects.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { after, before } from "node:test";

import { inEachBrowser, open } from "./support/browsers.mjs";
import { chooseFile, paste, setText } from "./support/files.mjs";
import { address, choose, fill, find, has, nothingWrong, press, settled, text, waitForText } from "./support/page.mjs";
import { root, serve } from "./support/server.mjs";

// Where browsers cannot differ one of them is enough: the other takes seconds for each.
const IN_ONE = ["chromium"];

let server;
before(async () => (server = await serve({ base: "/apps/bij-drage/v1/" })));
after(() => server.close());

async function started(profile, organisation, section = "uw-bijdrage", options = {}) {
  const page = await open(profile, `${server.address}#/${section}`, options);
  await choose(page, "Uw organisatie", organisation);
  await page.waitForSelector(".bw-sum");
  return page;
}

const value = (page, id) => page.$eval(`#${id}`, (field) => field.value);

/** Waits until the section stands there: a link only asks for it. */
const inSection = (page, name) => page.waitForFunction((wanted) => document.title.includes(`${wanted} –`) && document.activeElement.id === "antwoord", {}, name);

async function undoKey(page) {
  await page.keyboard.down("Control");
  await page.keyboard.press("z");
  await page.keyboard.up("Control");
}

inEachBrowser("typed amounts keep every sign, and a count with a fraction is refused as it stands", async (profile) => {
  const page = await started(profile, "Gemeente Zwolle", "keuzes");
  await fill(page, "Bijdrage nu", "2.088.582,50");
  assert.equal(await value(page, "bijdrage"), "2.088.582,50");
  assert.match(await address(page), /2088582_5\./);
  await fill(page, "Beslagkosten per beslagopdracht", "10,50");
  await waitForText(page, "Gelezen als € 10,50");
  // Who leaves a field finds the number written as everywhere.
  await fill(page, "Reservering per jaar", "0,8 mln");
  await waitForText(page, "Gelezen als € 800.000,00");
  assert.equal(await value(page, "reservering"), "800.000");
  const before = await address(page);
  const count = await page.$("#kaart-uitrol-2a-2022");
  await count.focus();
  await count.evaluate((element) => element.select());
  await page.keyboard.type("13.500,5");
  await page.keyboard.press("Tab");
  assert.equal(await count.evaluate((element) => element.value), "13.500,5");
  await waitForText(page, "Een aantal heeft hier geen decimalen.");
  assert.equal(await address(page), before);
  await nothingWrong(page);
}, IN_ONE);

inEachBrowser("typing keeps the focus and the caret, and the wheel changes nothing", async (profile) => {
  const page = await started(profile, "Gemeente Zwolle");
  const field = await page.$("#bijdrage");
  await field.evaluate((element) => {
    element.focus();
    element.select();
    globalThis.focused = 0;
    document.addEventListener("focusin", () => globalThis.focused++);
  });
  await page.keyboard.type("2088582", { delay: 20 });
  assert.equal(await value(page, "bijdrage"), "2088582");
  assert.equal(await page.evaluate(() => globalThis.focused), 0);
  await field.evaluate((element) => element.select());
  await page.keyboard.type("75000");
  await field.evaluate((element) => element.setSelectionRange(1, 1));
  await page.keyboard.type("0");
  assert.equal(await value(page, "bijdrage"), "705000");
  assert.equal(await field.evaluate((element) => element.selectionStart), 2);
  // While someone types the address waits for a pause.
  await page.waitForFunction(() => location.hash.includes("705000"));
  const before = await address(page);
  await field.hover();
  for (const deltaY of [120, -120]) await page.mouse.wheel({ deltaY });
  assert.equal(await value(page, "bijdrage"), "705000");
  assert.equal(await address(page), before);
  await nothingWrong(page);
});

const TYPED = "2.100.00x";

inEachBrowser("Ctrl+Z in a field is about the typing, and outside it about the last choice", async (profile) => {
  const page = await started(profile, "Gemeente Zwolle");
  await press(page, "radio", "0,5 mln");
  await waitForText(page, "Uw bijdrage daalt met € 135.334 in 2022.");
  const field = await page.$("#bijdrage");
  const original = await value(page, "bijdrage");
  await field.focus();
  await field.evaluate((element) => element.select());
  await page.keyboard.type(TYPED);
  // A browser takes keys that come slowly for more than one piece of typing.
  await undoKey(page);
  const left = await value(page, "bijdrage");
  assert.notEqual(left, TYPED, "the typing is undone");
  assert.ok(await page.$eval("#uitgangspunt-voorstel-050", (radio) => radio.checked), "the choice is not");
  await field.evaluate((element) => element.blur());
  await undoKey(page);
  // A browser may take slow keys for more pieces of typing; what it leaves is then taken back before the choice.
  if (left !== original) await undoKey(page);
  await page.waitForFunction(() => document.querySelector("#uitgangspunt-voorstel").checked);
  await waitForText(page, "Ongedaan gemaakt: keuze van het uitgangspunt.", "[role=status]:last-of-type");
  await press(page, "button", "Opnieuw");
  await page.waitForFunction(() => document.querySelector("#uitgangspunt-voorstel-050").checked);
  await nothingWrong(page);
});

inEachBrowser("undo takes back a text that does not read before it takes back a change", async (profile) => {
  const page = await started(profile, "Gemeente Zwolle");
  await press(page, "radio", "0,5 mln");
  await waitForText(page, "Uw bijdrage daalt met € 135.334 in 2022.");
  await fill(page, "Reservering per jaar", "een half miljoen");
  await waitForText(page, "Niet alles is gelezen");
  await press(page, "button", "Ongedaan maken");
  await waitForText(page, "Ongedaan gemaakt: Reservering per jaar.", "[role=status]:last-of-type");
  assert.equal(await value(page, "reservering"), "500.000");
  assert.ok(!(await page.$("#meldingen-titel")), "nothing is wrong any more");
  assert.ok(await page.$eval("#uitgangspunt-voorstel-050", (radio) => radio.checked), "the choice stays");
  await press(page, "button", "Ongedaan maken");
  await page.waitForFunction(() => document.querySelector("#uitgangspunt-voorstel").checked);
  assert.equal(await value(page, "reservering"), "750.000");
  await nothingWrong(page);
});

inEachBrowser("one pasted cell is read, more of them never become one number", async (profile) => {
  const page = await started(profile, "Gemeente Zwolle");
  const field = await page.$("#bijdrage");
  for (const [pasted, read] of [
    ["36\u202f250", "36.250,00"],
    ["36\u00a0250,75", "36.250,75"],
    ["1\u2009234\u2009567,89", "1.234.567,89"],
    ["1\u2007234", "1.234,00"],
    ["\u20ac\u00a0750.000", "750.000,00"],
    ["107.139,58 \u20ac", "107.139,58"],
    ["\ufeff2.459.329", "2.459.329,00"],
    ["2.459.329\t", "2.459.329,00"],
    ["2.459.330\r\n", "2.459.330,00"],
    ["'2.459.331", "2.459.331,00"],
  ]) {
    await paste(field, pasted);
    await waitForText(page, `Gelezen als € ${read}`);
  }
  await page.keyboard.press("Tab");
  const before = await address(page);
  // A bijdrage is no less than nought: each minus is read as one, and refused as one.
  for (const pasted of ["\u2212107.139,58", "\u2013107.139,58", "(107.139,58)", "107.139,58-", "- \u20ac 107.139,58", "\u20ac -107.139,58"]) {
    await paste(field, pasted);
    await page.keyboard.press("Tab");
    await waitForText(page, "Dit bedrag is te laag.");
    assert.equal(await value(page, "bijdrage"), pasted);
    assert.equal(await address(page), before, pasted);
    await paste(field, "2.459.331");
    await page.keyboard.press("Tab");
  }
  // Two cells for the one year that stands here: 2023 is out of sight, so nothing may change there.
  for (const pasted of ["2.459.329\r\n2.611.958", "2.459.329\t2.611.958", "1,5\r\nabc", "1\r\n2\r\n3\r\n4\r\n5\r\n6"]) {
    await paste(field, pasted);
    await waitForText(page, "Hier staat meer dan één cel van een tabel.");
    assert.equal(await address(page), before, pasted);
    assert.equal(await value(page, "bijdrage"), pasted.replaceAll("\r\n", "\t"), "what was pasted stays in sight");
    await paste(field, "2.459.331");
    await page.waitForFunction(() => !document.body.innerText.includes("Hier staat meer dan één cel"));
  }
  await nothingWrong(page);
});

inEachBrowser("a column from a spreadsheet is spread over the years, in one step", async (profile) => {
  const page = await started(profile, "Gemeente Zwolle", "keuzes");
  const before = await address(page);
  await paste(await page.$("#eigen-bijdrage-2022"), "2.100.000\r\n2.200.000,50\r\n€ 2.300.000\r\n");
  await page.waitForFunction(() => document.querySelector("#eigen-bijdrage-2024").value === "2.300.000");
  assert.equal(await value(page, "eigen-bijdrage-2023"), "2.200.000,50");
  assert.equal(await value(page, "eigen-bijdrage-2025"), "2.088.582");
  await press(page, "button", "Ongedaan maken");
  await page.waitForFunction((href) => location.href === href, {}, before);
  await paste(await page.$("#kaart-uitrol-2a-2022"), "10.000\t50%\t90.000\t90.000");
  await page.waitForFunction(() => document.querySelector("#kaart-uitrol-2a-2023").value === "50%");
  assert.equal(await value(page, "kaart-uitrol-2a-2022"), "10.000");
  // A table that names the years of the fields, above the values or before each.
  for (const pasted of ["2022\t2023\r\n20.000\t40.000", "2022\t20.000\r\n2023\t40.000"]) {
    await press(page, "button", "Ongedaan maken");
    await page.waitForFunction(() => document.querySelector("#kaart-uitrol-2a-2023").value === "60.000");
    await paste(await page.$("#kaart-uitrol-2a-2022"), pasted);
    await page.waitForFunction(() => document.querySelector("#kaart-uitrol-2a-2023").value === "40.000");
    assert.equal(await value(page, "kaart-uitrol-2a-2022"), "20.000");
    assert.equal(await value(page, "kaart-uitrol-2a-2024"), "90.000");
  }
  const kept = await address(page);
  for (const [pasted, words] of [
    ["100\tabc\t300", "Cel 2 van 3: “abc” hoort niet in een aantal."],
    ["1\t2\t3\t4\t5", "Dit zijn 5 cellen, en vanaf hier zijn er 4 jaren."],
    // Of other years than those from this field on.
    ["2023\t2024\r\n100\t200", "Hier staat meer dan één cel van een tabel."],
  ]) {
    await paste(await page.$("#kaart-uitrol-2a-2022"), pasted);
    await waitForText(page, words);
    assert.equal(await address(page), kept, pasted);
  }
  await nothingWrong(page);
});

inEachBrowser("a slider beside a field of the uitrol follows it and moves it, by keyboard and in one step back", async (profile) => {
  const page = await started(profile, "Gemeente Zwolle", "keuzes");
  const slider = await find(page, "slider", "2A Voorbellen in 2022, schuif");
  const state = () => slider.evaluate((it) => [it.value, it.max, it.getAttribute("aria-valuetext")]);
  assert.deepEqual(await state(), ["30000", "90000", "30.000"]);
  await slider.focus();
  await page.keyboard.press("ArrowRight");
  await page.waitForFunction(() => document.querySelector("#kaart-uitrol-2a-2022").value === "35.000");
  assert.deepEqual(await state(), ["35000", "90000", "35.000"]);
  assert.equal(await page.evaluate(() => document.activeElement.type), "range");
  await waitForText(page, "1 afwijking van het uitgangspunt");
  await press(page, "button", "Ongedaan maken");
  await page.waitForFunction(() => document.querySelector("#kaart-uitrol-2a-2022").value === "30.000");
  assert.deepEqual(await state(), ["30000", "90000", "30.000"]);
  // The exact value stands in the field: it may lie between two places of the slider.
  await fill(page, "2A Voorbellen in 2022", "31.234");
  await page.waitForFunction((it) => it.getAttribute("aria-valuetext") === "31.234", {}, slider);
  const inzet = await find(page, "slider", "1 Interne sociale incasso in 2021, schuif");
  await inzet.focus();
  await page.keyboard.press("End");
  await page.waitForFunction(() => document.querySelector("#kaart-uitrol-1-2021").value === "100%");
  await nothingWrong(page);
});

inEachBrowser("another amount is of the soort that was chosen, each is a step back, and one that was taken back leaves none", async (profile) => {
  const page = await started(profile, "Gemeente Zwolle", "keuzes");
  const bijdrage = () => page.evaluate(() => [document.getElementById("bijdrage").value, document.getElementById("soort")?.value]);
  await fill(page, "Bijdrage nu", "2.100.000");
  await choose(page, "Dit bedrag voor 2022 is", "met het voorstel erin (ontwerpbegroting)");
  await fill(page, "Bijdrage 2022 met voorstel", "2.200.000");
  assert.deepEqual(await bijdrage(), ["2.200.000", "met_voorstel"]);
  await press(page, "button", "Ongedaan maken");
  assert.deepEqual(await bijdrage(), ["2.100.000", "met_voorstel"]);
  const back = await page.waitForSelector("table[aria-labelledby=afwijkingen] button");
  await back.click();
  await fill(page, "Bijdrage nu", "2.300.000");
  assert.deepEqual(await bijdrage(), ["2.300.000", "zonder_voorstel"]);
  await nothingWrong(page);
});

inEachBrowser("a key from a spreadsheet is shown row by row, and taken over only when asked", async (profile) => {
  const page = await started(profile, "Gemeente Zwolle", "keuzes");
  await choose(page, "Alle posten", "Eigen sleutel");
  const before = await address(page);
  const table = readFileSync(path.join(root, "tests", "getallen", "eigen-sleutel.csv"), "utf8");
  const field = await find(page, "textbox", "Plak gewichten uit Excel");
  await setText(field, table);
  for (const words of [
    "11 van de 11 deelnemers gevonden. Er is nog niets overgenomen.",
    "Regel 13 is leeg.",
    "Regel 14 is een totaal en geen deelnemer.",
    "Regel 15: “Heerenveen” is geen deelnemer.",
  ]) {
    await waitForText(page, words);
  }
  assert.equal(await address(page), before, "nothing is taken over yet");
  await setText(field, table.replace("2.088.582", "1,234"));
  await waitForText(page, "Bedoelt u 1.234? Typ 1.234,00 of 1,23.");
  assert.ok(!(await has(page, "button", "Overnemen")));
  await setText(field, table.replace("2.088.582", "3.000.000"));
  await press(page, "button", "Overnemen");
  await page.waitForFunction(() => document.querySelector("#gewicht-zwolle").value === "3.000.000");
  await waitForText(page, "11 gewichten overgenomen.");
  assert.equal(await field.evaluate((element) => element.value), "");
  await press(page, "button", "Ongedaan maken");
  await page.waitForFunction((href) => location.href === href, {}, before);
  await nothingWrong(page);
}, IN_ONE);

inEachBrowser("a parameter can differ from year to year", async (profile) => {
  const page = await started(profile, "Gemeente Zwolle", "keuzes");
  await press(page, "button", "per jaar voor Begrote invorderbaten voortaan");
  const year = "Begrote invorderbaten voortaan in 2023";
  assert.equal(await value(page, "parameter-baten_nieuw-2023"), "5.700.000");
  await fill(page, year, "5,5 mln");
  await waitForText(page, "1 afwijking van het uitgangspunt");
  assert.match(await address(page), /p~baten_nieuw~j2023~5500000/);
  assert.equal(await value(page, "parameter-baten_nieuw-2022"), "5.700.000");
  await fill(page, year, "");
  await page.waitForFunction(() => !location.hash.includes("baten_nieuw"));
  assert.equal(await value(page, "parameter-baten_nieuw-2023"), "5.700.000");
  await nothingWrong(page);
}, IN_ONE);

inEachBrowser("an own value can have a band of its own, which stays when the value changes", async (profile) => {
  const page = await started(profile, "Gemeente Zwolle", "keuzes");
  const name = "Aandeel dat na bellen betaalt zonder dwangbevel";
  await fill(page, name, "20%");
  await fill(page, `${name}, laag`, "10%");
  await fill(page, `${name}, hoog`, "30%");
  await waitForText(page, "20% (band 10% tot 30%)");
  await fill(page, name, "25%");
  const chosen = await address(page);
  assert.match(chosen, /p~betaald_aandeel~0_25~l0_1~h0_3\./);
  await page.reload();
  await page.waitForSelector("#parameter-betaald_aandeel-hoog");
  assert.equal(await value(page, "parameter-betaald_aandeel-laag"), "10%");
  assert.equal(await value(page, "parameter-betaald_aandeel-hoog"), "30%");
  await fill(page, `${name}, laag`, "26%");
  await waitForText(page, "Laag, waarde en hoog staan niet op volgorde");
  await fill(page, `${name}, laag`, "");
  await page.waitForFunction(() => !document.querySelector("#meldingen-titel"));
  assert.match(await address(page), /p~betaald_aandeel~0_25~h0_3\./);
  // Its years have one too; the field that is typed in keeps its place.
  await press(page, "button", "per jaar voor Begrote invorderbaten voortaan");
  await fill(page, "Begrote invorderbaten voortaan in 2023", "5,5 mln");
  await fill(page, "Begrote invorderbaten voortaan in 2023, hoog", "6 mln");
  assert.match(await address(page), /p~baten_nieuw~j2023~5500000~h6000000/);
  await nothingWrong(page);
}, IN_ONE);

inEachBrowser("a protocol can look back over as many years as a document may say, and every year of it has a field", async (profile) => {
  const page = await started(profile, "Gemeente Zwolle", "keuzes");
  await choose(page, "Raming van de invorderbaten", "het gemiddelde van 3 jaar");
  await page.waitForSelector("#meldingen-titel");
  await fill(page, "Gerealiseerde invorderbaten in 2017", "4,8 mln");
  await page.waitForFunction(() => !document.querySelector("#meldingen-titel"));
  assert.match(await address(page), /protocol~3~j2017~4800000/);
  await choose(page, "Raming van de invorderbaten", "het gemiddelde van 7 jaar");
  await page.waitForSelector("#gerealiseerd-2013");
  const file = { versie: 1, deelnemer: "zwolle", rekenprotocol: { jaren: 7, gerealiseerd: [2013, 2014, 2015, 2016, 2017].map((jaar) => ({ jaar, bedrag: "5000000.00" })) } };
  const other = await started(profile, "Gemeente Zwolle", "keuzes");
  await chooseFile(other, "zeven.json", JSON.stringify(file));
  await waitForText(other, "Geopend: zeven.json.");
  assert.equal(await other.$eval("#rekenprotocol-jaren", (list) => list.selectedOptions[0].textContent), "het gemiddelde van 7 jaar");
  assert.equal(await value(other, "gerealiseerd-2013"), "5.000.000");
  await nothingWrong(page);
  await nothingWrong(other);
}, IN_ONE);

inEachBrowser("a percentage that is typed beside a slider keeps the focus and every sign", async (profile) => {
  const page = await started(profile, "Gemeente Zwolle", "keuzes");
  const id = "kaart-uitrol-2a-2023";
  for (const share of ["50%", "40%", "60.000", "25%"]) {
    const field = await page.waitForSelector(`#${id}`);
    await field.focus();
    await field.evaluate((element) => element.select());
    await page.keyboard.type(share, { delay: 50 });
    assert.equal(await page.evaluate(() => document.activeElement.id), id);
    assert.equal(await value(page, id), share);
    await page.keyboard.press("Tab");
    await settled(page);
    assert.equal(await value(page, id), share);
  }
  assert.match(await address(page), /omvang~2a~j2023~a0_25/);
  await nothingWrong(page);
});

inEachBrowser("with a rekenprotocol the baten are those that follow from it, until they are typed", async (profile) => {
  const page = await started(profile, "Gemeente Zwolle", "keuzes");
  await choose(page, "Raming van de invorderbaten", "het gemiddelde van 2 jaar");
  // The baten of 2018 and 2019 make 5,1 mln on average: 350.000 × 2.088.582 ÷ 18.519.327 off the bijdrage.
  await waitForText(page, "Uw bijdrage daalt met € 39.472 in 2022.");
  const id = "parameter-baten_nieuw";
  assert.equal(await value(page, id), "");
  await waitForText(page, "Volgt uit het rekenprotocol.");
  await fill(page, "Begrote invorderbaten voortaan", "5.700.000");
  await waitForText(page, "Uw bijdrage daalt met € 107.140 in 2022.");
  assert.match(await address(page), /p~baten_nieuw~5700000/);
  await fill(page, "Begrote invorderbaten voortaan", "");
  await waitForText(page, "Uw bijdrage daalt met € 39.472 in 2022.");
  await nothingWrong(page);
}, IN_ONE);

inEachBrowser("what was not read is listed; the list is one jump away, its links lead to the fields, and keys work there", async (profile) => {
  const page = await started(profile, "Gemeente Zwolle", "keuzes");
  await press(page, "radio", "0,5 mln");
  await press(page, "button", "Ongedaan maken");
  await page.waitForFunction(() => document.querySelector("#uitgangspunt-voorstel").checked);
  const chosen = await address(page);
  await fill(page, "Bijdrage nu", "abc");
  await fill(page, "Index per jaar", "veel");
  assert.equal(await address(page), chosen, "what does not read changes nothing");
  assert.notEqual(await page.evaluate(() => document.activeElement.id), "meldingen-titel", "nobody asked for the list");
  const jump = await find(page, "link", "Naar de meldingen");
  await jump.focus();
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "meldingen-titel");
  await page.keyboard.down("Control");
  await page.keyboard.press("y");
  await page.keyboard.up("Control");
  await page.waitForFunction(() => document.querySelector("#uitgangspunt-voorstel-050").checked);
  assert.equal(await page.evaluate(() => document.activeElement.id), "meldingen-titel");
  await undoKey(page);
  await page.waitForFunction(() => document.getElementById("index").value === "0%");
  assert.equal(await page.evaluate(() => document.activeElement.id), "meldingen-titel");
  assert.ok(!(await has(page, "link", "Index per jaar")), "what did not read last is taken back first");
  assert.ok(await page.$eval("#uitgangspunt-voorstel-050", (radio) => radio.checked), "the choice stays");
  await undoKey(page);
  await page.waitForFunction(() => !document.getElementById("meldingen-titel"));
  await page.waitForFunction(() => document.activeElement.id === "antwoord");
  await fill(page, "Bijdrage nu", "abc");
  await fill(page, "Index per jaar", "101 %");
  await press(page, "link", "Index per jaar");
  assert.equal(await page.evaluate(() => document.activeElement.id), "index");
  assert.ok(await page.$eval("#index", (field) => field.getAttribute("aria-describedby").includes("index-melding")));
  await press(page, "link", "Bijdrage nu");
  assert.equal(await page.evaluate(() => document.activeElement.id), "bijdrage");
  await fill(page, "Bijdrage nu", "2.088.582");
  await page.waitForFunction(() => !document.querySelector(".bw-meldingen").innerText.includes("Bijdrage nu"));
  assert.ok(await has(page, "link", "Index per jaar"), "the other one stays");
  await nothingWrong(page);
});

inEachBrowser("what the model refuses is listed with the way to its field, from another section and into what is folded", async (profile) => {
  const page = await started(profile, "Gemeente Zwolle", "keuzes");
  // Weights that are all nought divide nothing.
  await choose(page, "Alle posten", "Eigen sleutel");
  await page.waitForSelector("[id^=gewicht-][type=text]");
  for (const id of await page.$$eval("[id^=gewicht-][type=text]", (fields) => fields.map((field) => field.id))) {
    const field = await page.$(`#${id}`);
    await field.focus();
    await field.evaluate((element) => element.select());
    await page.keyboard.type("0");
    await page.keyboard.press("Tab");
  }
  const first = await page.$$eval("[id^=gewicht-][type=text]", ([field]) => [field.id, field.labels[0].querySelector(".bw-hidden")?.textContent ?? field.labels[0].textContent]);
  await page.waitForSelector("#meldingen-titel");
  await press(page, "link", "Uw bijdrage");
  await inSection(page, "Uw bijdrage");
  await press(page, "link", first[1]);
  await page.waitForFunction((id) => document.activeElement.id === id, {}, first[0]);
  assert.match(await address(page), /#\/keuzes/);
  await fill(page, first[1], "1");
  await page.waitForFunction(() => !document.querySelector("#meldingen-titel"));
  await press(page, "button", "Terug naar het voorstel");

  await choose(page, "Raming van de invorderbaten", "het gemiddelde van 3 jaar");
  await press(page, "link", "Alle deelnemers");
  await inSection(page, "Alle deelnemers");
  await press(page, "link", "Raming van de invorderbaten");
  await page.waitForFunction(() => document.activeElement.id === "rekenprotocol-jaren");
  await press(page, "button", "Ongedaan maken");

  // A value of one year stands in a list that is closed at first.
  await press(page, "button", "per jaar voor Begrote invorderbaten voortaan");
  await fill(page, "Begrote invorderbaten voortaan in 2023", "9 mln");
  await waitForText(page, "buiten de gepubliceerde band. Die loopt van € 5.200.000,00 tot € 6.200.000,00");
  await press(page, "button", "per jaar voor Begrote invorderbaten voortaan");
  await page.waitForFunction(() => !document.querySelector("#parameter-baten_nieuw-2023"));
  await press(page, "link", "Begrote invorderbaten voortaan in 2023");
  await page.waitForFunction(() => document.activeElement.id === "parameter-baten_nieuw-2023");
  await press(page, "link", "Uw bijdrage");
  await inSection(page, "Uw bijdrage");
  await press(page, "link", "Begrote invorderbaten voortaan in 2023");
  await page.waitForFunction(() => document.activeElement.id === "parameter-baten_nieuw-2023");
  await nothingWrong(page);
});

inEachBrowser("of two blocks the other has what is left, so that the shares always make the whole", async (profile) => {
  const page = await started(profile, "Gemeente Zwolle", "keuzes");
  await choose(page, "Alle posten", "Eigen verhouding tussen de blokken");
  await fill(page, "Aandeel van Waterschappen", "95%");
  await page.waitForFunction(() => document.querySelector("#blok-gemeenten").value.startsWith("5"));
  // Worked by hand in tests/examples/11.
  await waitForText(page, "Uw bijdrage daalt met € 21.241 in 2022.");
  await fill(page, "Aandeel van Gemeenten", "10%");
  await page.waitForFunction(() => document.querySelector("#blok-waterschappen").value.startsWith("90"));
  // Without a typed share they start again from the voorschotten: 4.670.612 of 18.519.327.
  await fill(page, "Aandeel van Gemeenten", "");
  await page.waitForFunction(() => document.querySelector("#blok-waterschappen").value.startsWith("74,78"));
  await page.waitForFunction(() => document.querySelector("#blok-gemeenten").value.startsWith("25,22"));
  assert.ok(!(await page.$("#meldingen-titel")));
  await nothingWrong(page);
}, IN_ONE);

inEachBrowser("a vrijgave below what is needed warns, with the way to its field", async (profile) => {
  const page = await started(profile, "Gemeente Zwolle", "keuzes");
  await fill(page, "Vrijgave in 2021", "100.000");
  await waitForText(page, "In 2021 gaat € 213.027,77 van de reservering op, maar er is € 100.000,00 vrijgegeven.");
  const answer = await text(page, "main .bw-answer");
  assert.ok(answer.indexOf("Uw bijdrage daalt") < answer.indexOf("In 2021 gaat"), "the answer comes first");
  await press(page, "link", "Uw bijdrage");
  await inSection(page, "Uw bijdrage");
  await press(page, "link", "Vrijgave in 2021");
  await page.waitForFunction(() => document.activeElement.id === "vrijgave-2021");
  await fill(page, "Vrijgave in 2021", "250.000");
  await page.waitForFunction(() => !document.body.innerText.includes("Meer gebruikt dan vrijgegeven"));
  // Only a year with a reservering has something to release, or one for which something was typed.
  const years = () => page.$$eval("[id^=vrijgave-][type=text]", (fields) => fields.map((field) => field.id.slice(-4)));
  assert.deepEqual(await years(), ["2021", "2022", "2023"]);
  await choose(page, "Financiering", "Jaarlijks bijramen");
  await page.waitForFunction(() => !document.getElementById("vrijgave-2022"));
  assert.deepEqual(await years(), ["2021"]);
  await nothingWrong(page);
}, IN_ONE);

inEachBrowser("on a phone the way to a choice opens the choices first", async (profile) => {
  const page = await started(profile, "Gemeente Zwolle", "uw-bijdrage", { width: 360, height: 640 });
  await page.evaluate(() => document.querySelector("[aria-controls=keuzelijst]").click());
  await choose(page, "Financiering", "Eén bedrag uit een resultaat");
  await page.evaluate(() => document.querySelector("[aria-controls=keuzelijst]").click());
  await waitForText(page, "hoogste bekende resultaat");
  await press(page, "link", "Bewaard uit het resultaat");
  await page.waitForFunction(() => document.activeElement.id === "incidenteel");
  assert.ok(await page.$eval("#incidenteel", (field) => field.checkVisibility()));
  await nothingWrong(page);
}, IN_ONE);

inEachBrowser("Verantwoording explains its words, says its version and finds a number by what it means", async (profile) => {
  const page = await started(profile, "Gemeente Zwolle");
  await press(page, "link", "Verantwoording");
  await waitForText(page, "Woordenlijst");
  await waitForText(page, "Wat het bestuur van de reservering vrijgeeft.");
  await waitForText(page, "Dit is Bijdragewijzer 0.1.0, kenmerk ");
  await waitForText(page, "Eerste versie, rekenmodel 1");
  await fill(page, "Zoek", "schommelt van jaar tot jaar");
  await waitForText(page, "Begrote invorderbaten voortaan");
  assert.match(await text(page), /1 van \d+ getallen/);
  await fill(page, "Zoek", "");
  await choose(page, "Status", "eigen");
  await waitForText(page, "Niets gevonden.");
  await press(page, "link", "Keuzes");
  await inSection(page, "Keuzes");
  await fill(page, "Aandeel dat na bellen betaalt zonder dwangbevel", "20%");
  await press(page, "link", "Verantwoording");
  await inSection(page, "Verantwoording");
  await choose(page, "Status", "eigen");
  // What was published stays, and what was typed stands beside it.
  await waitForText(page, "15% eigen 20%", "table[aria-labelledby=getallen] tbody");
  await nothingWrong(page);
}, IN_ONE);

inEachBrowser("on a phone a text that was not read is one press away, in choices that are closed again", async (profile) => {
  const page = await started(profile, "Gemeente Zwolle", "uw-bijdrage", { width: 360, height: 640 });
  await press(page, "button", "Keuzes");
  await fill(page, "Reservering per jaar", "abc");
  await press(page, "button", "Keuzes");
  await page.waitForFunction(() => !document.querySelector("#reservering").checkVisibility());
  await press(page, "link", "Reservering per jaar");
  await page.waitForFunction(() => document.activeElement.id === "reservering");
  await nothingWrong(page);
});
