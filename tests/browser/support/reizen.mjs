// Four journeys through the whole page, each step by role and name: a beleidsadviseur, a controller, a raadslid, a waterschap.
// Every amount here was worked out by hand from the proposal and the voorschotten, to the cent.

import assert from "node:assert/strict";
import { after as afterAll, before, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";

import { BROWSERS, freshProfile, inEachBrowser } from "./browsers.mjs";
import { after } from "./deliveries.mjs";
import { choose, fill, find, overflow, press, text, waitForText } from "./page.mjs";

/** Longer than the page waits before it says what a change did. */
const SAID_BY_NOW = 950;

const said = (page) => page.evaluate(() => globalThis.said);

/** What a page has had to say so far. */
const expected = new WeakMap();

async function visit(delivery, profile, opening, size) {
  const page = await delivery.visit(profile, opening, size);
  await find(page, "combobox", "Uw organisatie");
  return page;
}

/** Does one thing, and waits until the page says one sentence that starts like this. */
async function change(page, what, sentence) {
  const sofar = expected.get(page) ?? [];
  await what();
  expected.set(page, [...sofar, sentence]);
  await page.waitForFunction((count) => globalThis.said.length > count, {}, sofar.length).catch(() => undefined);
  const now = (await said(page)).at(-1);
  assert.ok(now?.startsWith(sentence), `${now} does not start with ${sentence}`);
}

/** Every change was said once and nothing else was; from here on the count begins anew. */
async function saidOnce(page) {
  await pause(SAID_BY_NOW);
  const all = await said(page);
  const wanted = expected.get(page) ?? [];
  assert.equal(all.length, wanted.length, `said: ${all.join(" | ")}`);
  for (const [index, sentence] of wanted.entries()) assert.ok(all[index].startsWith(sentence), `said: ${all.join(" | ")}`);
  await forget(page);
}

/** After steps whose sentences are not counted. */
async function forget(page) {
  await page.evaluate(() => (globalThis.said.length = 0));
  expected.delete(page);
}

/** The button that is called this, with the words meant for who does not see it: browsers put different spaces before those. */
async function button(page, name) {
  const found = await page.waitForFunction(
    (wanted) => [...document.querySelectorAll("button")].find((each) => each.checkVisibility() && each.textContent.replace(/[\u00a0\u202f]/g, " ") === wanted),
    {},
    name,
  );
  return found.asElement();
}

/** The button of an amount: "− € 30.220,10, Samen, begroting 2022". */
const amount = (page, name) => button(page, `${name}, toon de herleiding`);

/** With every space an ordinary one. */
const plain = (words) => words.replace(/[\u00a0\u202f]/g, " ").replace(/\s+/g, " ").trim();

/** All the words of what has this role and name, with plain spaces. */
async function words(page, role, name) {
  return plain(await (await find(page, role, name)).evaluate((element) => element.innerText));
}

/** The rows of a table, each a list of what stands in its cells before anything meant for who does not see it. */
async function rows(page, name) {
  const table = await find(page, "table", name);
  return table.evaluate((element) => {
    const shown = (cell) => {
      const copy = cell.cloneNode(true);
      for (const hidden of copy.querySelectorAll(".bw-hidden")) hidden.remove();
      return copy.textContent.replace(/[\u00a0\u202f]/g, " ").trim();
    };
    return [...element.rows].slice(1).map((row) => [...row.cells].map(shown));
  });
}

/** "− 126.158,07V" in cents; the letter has to agree with the sign. */
function cents(written) {
  const [, sign, digits, letter] = /^(?:([−+]) )?([\d.]+,\d\d)([VN]?)$/.exec(written);
  assert.equal(letter, { "−": "V", "+": "N" }[sign] ?? "", written);
  return Number(digits.replace(/[.,]/g, "")) * (sign === "−" ? -1 : 1);
}

const sum = (amounts) => amounts.reduce((total, each) => total + each, 0);

/** A beleidsadviseur types the own ontwerpbegroting and what the board may choose; a colleague opens the link in another browser. */
async function adviseur(delivery, own, colleague) {
  const page = await visit(delivery, own);
  await change(page, () => choose(page, "Uw organisatie", "Gemeente Dalfsen"), "Uw bijdrage daalt met € 23.924 in 2022.");
  await waitForText(page, delivery.memory("Dalfsen"));
  await change(page, () => fill(page, "Bijdrage nu", "442.455,75"), "Gewijzigd: eigen bijdrage. Het verschil met nu blijft gelijk.");
  await change(page, () => choose(page, "Dit bedrag voor 2022 is", "met het voorstel erin (ontwerpbegroting)"), "Gewijzigd: eigen bijdrage. Het verschil met nu blijft gelijk.");
  await press(page, "checkbox", "Toon centen");
  await amount(page, "466.380,00, Bijdrage nu 2022");
  await amount(page, "442.455,75, Bijdrage begroot 2022");
  await change(
    page,
    () => press(page, "radio", "Alleen proef"),
    "Uw bijdrage daalt met € 23.924 in 2022. Dat blijft zo tot en met 2023; daarna is het € 42.812.",
  );
  await change(page, () => fill(page, "Reservering per jaar", "0,5 mln"), "Uw bijdrage daalt met € 30.220 in 2022.");
  await waitForText(page, "Gelezen als € 500.000,00");
  await waitForText(page, "2 afwijkingen van het uitgangspunt");
  await change(page, () => press(page, "button", "Link kopiëren"), "Gekopieerd.");
  const link = await (await find(page, "textbox", "Link")).evaluate((field) => field.value);

  const other = await visit(delivery, colleague, after(link));
  await press(other, "checkbox", "Toon centen");
  for (const reader of [page, other]) {
    for (const name of EIGEN_BEDRAGEN) await amount(reader, name);
  }
  assert.deepEqual(await rows(other, "Per jaar"), await rows(page, "Per jaar"));
  const values = ["Bijdrage 2022 met voorstel", "Reservering per jaar"].map(async (name) => (await find(other, "textbox", name)).evaluate((it) => it.value));
  assert.deepEqual(await Promise.all(values), ["442.455,75", "500.000"]);
  await saidOnce(page);
  assert.ok((await said(other)).filter((words) => words.startsWith("Uw bijdrage")).length <= 1, "opening is at most one change");
  await delivery.nothingWrong(page);

  await amount(await delivery.again(page), "− € 30.220,10, Samen, begroting 2022");
  const broken = await visit(delivery, colleague, after(link).slice(0, -3));
  await waitForText(broken, "De link is niet volledig overgenomen");
  assert.ok(!(await text(broken)).includes("Samen, begroting 2022"), "a damaged link shows no amounts");
  for (const each of [page, other, broken]) await delivery.nothingWrong(each);
}

const EIGEN_BEDRAGEN = [
  "− € 42.811,81, Hogere raming van de baten",
  "+ € 12.591,71, Uw deel in de reservering",
  "− € 30.220,10, Samen, begroting 2022",
  "466.380,00, Bijdrage nu 2022",
  "436.159,90, Bijdrage begroot 2022",
  "− 9.827,13, Verrekening jaarrekening 2021",
  "− 40.047,23, Verschil na verrekening 2021",
  "− 12.591,71, Verrekening jaarrekening 2022",
  "423.568,19, Bijdrage begroot 2025",
];

const VOORSTEL = "Voorstel Sociaal Incasseren aan het dagelijks bestuur van GBLT";

/** An amount, the name of what opens under it, and what has to stand there: the steps, their document and section. */
const HERLEIDINGEN = [
  [
    "− € 191.723,46, Hogere raming van de baten",
    "Herleiding: Hogere raming van de baten, begroot 2022, Zwolle",
    ["4.000.000,00 − 5.700.000,00 = −1.700.000,00", "−1.700.000,00 × 2.088.582,00 ÷ 18.519.327,00 = −191.723,46"],
    ["Toelichting, Begrotingssystematiek bron"],
  ],
  [
    "+ € 84.583,88, Uw deel in de reservering",
    "Herleiding: Reservering, begroot 2022, Zwolle",
    ["750.000,00 × 2.088.582,00 ÷ 18.519.327,00 = 84.583,88", "Sleutel: Evenredig met de bijdrage 2019."],
    ["Samenvatting bron", "GBLT Jaarverslag 2019, 3.3, betaalde voorschotten 2019 openbaar"],
  ],
  [
    "− € 107.139,58, Samen, begroting 2022",
    "Herleiding: Verschil in de begroting 2022, Zwolle",
    ["−191.723,46 + 84.583,88 = −107.139,58"],
    ["Toelichting, Begrotingssystematiek bron", "Samenvatting bron"],
  ],
  [
    "+ 6.898, Verrekening jaarrekening 2023",
    "Herleiding: Verrekening in de jaarrekening 2023, Zwolle",
    [
      "180.000,00 × 60.000 ÷ 90.000 = 120.000,00",
      "60.000 × 0,15 = 9.000",
      "775.000,00 × 9.000 ÷ 13.500 × 1 = 516.666,67",
      "115.000,00 × 4.500 ÷ 6.750 × 1 = 76.666,67",
      "−(32.000,00 × 4.500 ÷ 6.750) = −21.333,33",
      "−(50.000,00 × 2.250 ÷ 3.375) = −33.333,33",
      "= 6.898,29. Exclusief nog onbekend",
    ],
    ["Bijlage, Financiële effecten, 1 Interne sociale incasso bron", "Bijlage, Financiële effecten, 2A Voorbellen bron", "13.500 van 90.000; de band is van ons aanname"],
  ],
];

// The proposal itself, left, beside what its bijlage adds up to.
const AFWIJKEND = [
  ["€ 200.000", "€ 174.500", "155.000 + 7.500 + 12.000 = 174.500"],
  ["€ 100.000", "€ 82.000", "32.000 en 50.000"],
  ["100.000", "110.000", "80.000 tot 110.000 dwangbevelen"],
  ["€ 98.000", "€ 98.888,89", "99.000"],
  ["€ 16.249.824", "€ 16.249.823", "De elf gedrukte bedragen tellen op tot 16.249.823", "GBLT Jaarstukken 2018"],
];

const BEGROOT = [-12615807, -13398760, -20772951, -16084418, -8168871, -1666900, -2392425, -3220847, -2473183, -3491880, -10713958];
const VERREKENING = {
  2021: [-7130883, -7573432, -11741578, -9091458, -4617323, -942189, -1352279, -1820534, -1397926, -1973727, -6055894],
  2022: [-3561200, -3782211, -5863803, -4540322, -2305915, -470533, -675335, -909183, -698132, -985691, -3024343],
  2023: [812280, 862692, 1337488, 1035610, 525961, 107326, 154039, 207377, 159239, 224827, 689829],
};
const VERREKENING_SAMEN = { 2021: -53697223, 2022: -26816668, 2023: 6116668 };

/** A controller opens amounts down to their source, finds what deviates, and checks that it closes. */
async function controller(delivery, profile) {
  const page = await visit(delivery, profile);
  await change(page, () => choose(page, "Uw organisatie", "Gemeente Zwolle"), "Uw bijdrage daalt met € 107.140 in 2022.");
  for (const [name, title, steps, sources] of HERLEIDINGEN) await followed(page, name, title, steps, sources);

  await press(page, "link", "Alle deelnemers");
  await followed(
    page,
    "− 133.987,60, Verschil begroot, Rijn en IJssel",
    "Herleiding: Verschil in de begroting 2022, Rijn en IJssel",
    ["−239.767,28 + 105.779,68 = −133.987,60"],
    ["Toelichting, Begrotingssystematiek bron"],
  );
  for (const year of Object.keys(VERREKENING)) {
    await choose(page, "Jaar", year);
    const all = await rows(page, `Wat elke deelnemer krijgt of betaalt in ${year}`);
    assert.equal(all.length, 12, "eleven deelnemers and their total");
    const column = (index) => all.map((row) => cents(row[index]));
    assert.deepEqual(column(2), [...BEGROOT, -95000000], `begroot ${year}`);
    assert.deepEqual(column(3), [...VERREKENING[year], VERREKENING_SAMEN[year]], `verrekening ${year}`);
    for (const index of [1, 2, 3, 4]) assert.equal(sum(column(index).slice(0, 11)), column(index)[11], `column ${index} of ${year}`);
    for (const row of all) assert.equal(cents(row[2]) + cents(row[3]), cents(row[4]), `${row[0]} ${year}`);
  }
  await waitForText(page, "Sluitend: de 11 deelnemers tellen per kolom op tot het totaal, op de cent.");

  await press(page, "link", "Verantwoording");
  const closing = await words(page, "region", "Alle bedragen sluiten, op de cent");
  assert.equal(closing.match(/klopt /g).length, 3, closing);
  assert.ok(!closing.includes("klopt niet"), closing);
  await choose(page, "Oordeel", "afwijkend (5)");
  const found = await rows(page, "5 van de 46 gepubliceerde cijfers wijken af");
  assert.deepEqual(found.map((row) => row.slice(1, 4)), AFWIJKEND.map(([voorstel, model]) => [voorstel, model, "afwijkend"]));
  for (const [index, [, , reason, source = VOORSTEL]] of AFWIJKEND.entries()) {
    assert.ok(found[index][4].startsWith(source), found[index][4]);
    assert.ok(found[index][4].includes(reason), found[index][4]);
  }
  await fill(page, "Zoek", "uitbesteding dwangbevelen");
  await waitForText(page, "1 van 52 getallen");
  const [source] = await rows(page, "Elk getal met zijn herkomst");
  assert.deepEqual(source, ["Dwangbevelen waarop de uitbesteding is geraamd", "90.000", "–", "bron", `${VOORSTEL}, Bijlage, Financiële effecten, 2A Voorbellen`]);
  await saidOnce(page);
  await delivery.nothingWrong(page);
}

/** Opens an amount, reads its steps and where they come from, closes it, and stands where it was. */
async function followed(page, name, title, steps, sources) {
  const opener = await amount(page, name);
  await opener.click();
  await find(page, "group", title);
  // A long one shows the sum that makes the amount, and the steps before it when asked.
  const before = await page.$(".bw-herleiding button[aria-expanded=false]");
  await before?.click();
  const read = await words(page, "group", title);
  for (const step of steps) assert.ok(read.includes(step), `${step} in ${read}`);
  for (const source of sources) assert.ok(read.includes(source), `${source} in ${read}`);
  assert.ok(read.includes(`${VOORSTEL}, `), read);
  await page.keyboard.press("Escape");
  await page.waitForFunction((it) => document.activeElement === it && it.getAttribute("aria-expanded") === "false", {}, opener);
  assert.equal(await page.$("[role=group][aria-labelledby]"), null, "and it is closed");
}

/** A raadslid opens a link on a phone, reads the answer with one scroll, and tries another uitgangspunt. */
async function raadslid(delivery, profile) {
  const page = await visit(delivery, profile, "#/uw-bijdrage/1.gblt-2021~1.d~zwolle.0qpfads", { width: 360, height: 740 });
  // A frame is as high as its host makes it.
  const height = await page.evaluate(() => innerHeight);
  const sentence = await find(page, "heading", "Uw bijdrage daalt met €\u00a0107.140 in 2022. Dat blijft zo tot en met 2023; daarna is het €\u00a063.100.");
  const total = await amount(page, "− € 107.139,58, Samen, begroting 2022");
  assert.ok((await box(sentence)).top < height, "the answer has begun on the first screen");
  await sentence.evaluate((element) => element.scrollIntoView());
  assert.ok((await page.evaluate(() => scrollY)) <= height, "one scroll of at most a screen");
  const keuzes = await find(page, "button", "Keuzes");
  const line = await box(keuzes);
  assert.ok((await box(sentence)).top >= line.bottom, "below the line that stays");
  assert.ok((await box(total)).bottom <= height, "sentence, warning and sum on one screen");
  const answer = await words(page, "region", await sentence.evaluate((element) => element.innerText.replace(/\n/g, " ")));
  assert.match(answer, /^Zwolle, begroting 2022 .*− € 191\.723,46.*\+ € 84\.583,88.*− € 107\.139,58.*De verdeelsleutel beslist mee\..* € 2\.175 in plaats van € 107\.140/);
  assert.equal(await overflow(page), 0);

  await keuzes.click();
  const half = await find(page, "radio", "0,5 mln");
  await page.waitForFunction((it) => it.getBoundingClientRect().top >= 0 && it.getBoundingClientRect().bottom <= innerHeight, { timeout: 3000 }, half);
  assert.ok((await box(half)).top >= (await box(keuzes)).bottom, "the choices are below the line that stays");
  assert.equal(await overflow(page), 0);
  await change(page, () => undefined, "De link is geopend. Uw bijdrage daalt met € 107.140 in 2022.");
  await change(page, () => half.click(), "Uw bijdrage daalt met € 135.334 in 2022. Dat blijft zo tot en met 2023; daarna is het € 63.100.");
  assert.ok((await text(page, "aside")).includes("− € 135.334,21"), "the line follows at once");
  await keuzes.click();
  const second = await find(page, "heading", "Uw bijdrage daalt met €\u00a0135.334 in 2022. Dat blijft zo tot en met 2023; daarna is het €\u00a063.100.");
  await second.evaluate((element) => element.scrollIntoView());
  assert.ok((await box(second)).top >= (await box(keuzes)).bottom);
  await amount(page, "+ € 56.389,25, Uw deel in de reservering");
  await amount(page, "− € 135.334,21, Samen, begroting 2022");
  assert.equal(await overflow(page), 0);
  await saidOnce(page);
  await delivery.nothingWrong(page);
}

const box = (element) => element.evaluate((it) => it.getBoundingClientRect().toJSON());

/** A waterschap compares the keys, is warned where the key decides, and gives groups of posts a key of their own. */
async function waterschap(delivery, profile) {
  const page = await visit(delivery, profile);
  await change(page, () => choose(page, "Uw organisatie", "Waterschap Vechtstromen"), "Uw bijdrage daalt met € 160.844 in 2022.");
  await change(page, () => press(page, "radio", "Zoals de verrekening 2019"), "Uw bijdrage daalt met € 213.989 in 2022.");
  await amount(page, "− € 213.989,29, Samen, begroting 2022");
  await change(page, () => press(page, "radio", "Alleen de waterschappen"), "Uw bijdrage daalt met € 215.090 in 2022.");
  await amount(page, "− € 215.090,42, Samen, begroting 2022");
  await change(page, () => press(page, "radio", "Evenredig met de bijdrage 2019"), "Uw bijdrage daalt met € 160.844 in 2022.");
  await amount(page, "− € 160.844,18, Samen, begroting 2022");

  await press(page, "link", "Vergelijken");
  const title = "De sleutel beslist: van €\u00a0215.090 lager tot €\u00a0160.844 lager";
  await (await button(page, `Toon de bedragen als tabel: ${plain(title)}`)).click();
  const keys = await rows(page, title);
  assert.deepEqual(
    keys.map((row) => row.slice(0, 3)),
    [
      ["Evenredig met de bijdrage 2019", "openbaar", "− 160.844V"],
      ["Evenredig met de bijdrage 2018", "openbaar", "− 164.530V"],
      ["Zoals de verrekening 2019", "afgeleid", "− 213.989V"],
      ["Alleen de waterschappen", "afgeleid", "− 215.090V"],
    ],
  );
  const card = await words(page, "region", title);
  assert.ok(card.includes("GBLT heeft geen van deze sleutels bevestigd."), card);
  assert.ok(!card.includes("Let op."), "under every key it falls");

  await saidOnce(page);
  await press(page, "link", "Keuzes");
  await choose(page, "Alle posten", "Eigen verhouding tussen de blokken");
  await fill(page, "Aandeel van Waterschappen", "0%");
  await fill(page, "Aandeel van Gemeenten", "100%");
  await waitForText(page, "Uw bijdrage blijft gelijk in 2022.");
  await press(page, "link", "Vergelijken");
  const gone = "De sleutel beslist: van €\u00a0215.090 lager tot gelijk";
  const warned = await words(page, "region", gone);
  assert.ok(warned.includes("Let op. Of uw bijdrage verandert, en hoeveel, hangt af van de sleutel."), warned);

  await press(page, "link", "Keuzes");
  await choose(page, "Alle posten", "Evenredig met de bijdrage 2019");
  await choose(page, "Hogere raming", "Alleen de waterschappen");
  // What is said on the way here depends on how fast someone is.
  await pause(SAID_BY_NOW);
  await forget(page);
  await change(page, () => choose(page, "Reservering", "Zoals de verrekening 2019"), "Uw bijdrage daalt met € 215.960 in 2022.");
  await press(page, "link", "Alle deelnemers");
  const all = await rows(page, "Wat elke deelnemer krijgt of betaalt in 2022");
  assert.deepEqual(
    all.map((row) => cents(row[2])),
    [-16938794, -17990036, -27891099, -21595973, -10968051, 26713, 38339, 51615, 39634, 55958, 171694, -95000000],
    "1,7 mln to the waterschappen alone, 0,75 mln as in 2019",
  );
  for (const index of [1, 2, 3, 4]) {
    const column = all.map((row) => cents(row[index]));
    assert.equal(sum(column.slice(0, 11)), column[11], `column ${index}`);
  }
  await waitForText(page, "Sluitend: de 11 deelnemers tellen per kolom op tot het totaal, op de cent.");
  await saidOnce(page);
  await delivery.nothingWrong(page);
}

/** The four journeys on one delivery. */
export function journeys(deliver) {
  let delivery;
  before(async () => (delivery = await deliver()));
  afterAll(() => delivery?.close());
  const start = (name) => delivery.launch(name);

  for (const [from, to] of [BROWSERS, [...BROWSERS].reverse()]) {
    test(`an adviseur types the ontwerpbegroting, chooses 0,5 mln and the pilot, and a colleague opens the link (${from} to ${to})`, async () => {
      const [own, colleague] = await Promise.all([freshProfile(from, start), freshProfile(to, start)]);
      try {
        await adviseur(delivery, own, colleague);
      } finally {
        await Promise.all([own.close(), colleague.close()]);
      }
    });
  }
  const walk = (title, journey) => inEachBrowser(title, (profile) => journey(delivery, profile), BROWSERS, start);
  walk("a controller opens five amounts down to their source, finds what deviates, and checks that it closes", controller);
  walk("a raadslid opens a link on a phone, reads the answer with one scroll, and tries another uitgangspunt", raadslid);
  walk("a waterschap compares the keys, is warned where the key decides, and gives groups of posts a key of their own", waterschap);
}
