// Tables: on a phone still a table for those who do not see it, and figures that a reader can add up.

import assert from "node:assert/strict";
import { after, before } from "node:test";

import { inEachBrowser, open } from "./support/browsers.mjs";
import { address, choose, press, text, waitForText } from "./support/page.mjs";
import { serve } from "./support/server.mjs";

let server;
before(async () => (server = await serve({})));
after(() => server.close());

/** The roles inside a table as the browser gives them to a screen reader, with the names of the headers. */
async function tableRoles(page, css) {
  const table = await page.waitForSelector(css);
  const tree = await page.accessibility.snapshot({ root: table, interestingOnly: false });
  const count = {};
  const headers = [];
  const walk = (node) => {
    count[node.role] = (count[node.role] ?? 0) + 1;
    if (/header$/i.test(node.role)) headers.push(node.name);
    (node.children ?? []).forEach(walk);
  };
  walk(tree);
  return { role: tree.role, count, headers };
}

async function stillTables(profile) {
  const page = await open(profile, server.address, { width: 320, height: 640 });
  await choose(page, "Uw organisatie", "Gemeente Zwolle");
  await waitForText(page, "107.139,58");
  const years = await tableRoles(page, "table.bw-table--per-year");
  assert.equal(years.role, "table");
  // The head and 2021 to 2025.
  assert.equal(years.count.row, 6);
  for (const jaar of ["2021", "2022", "2023", "2024", "2025"]) {
    assert.ok(years.headers.some((header) => header.startsWith(jaar)), `${jaar}: ${years.headers}`);
  }
  await page.evaluate(() => (location.hash = "#/alle-deelnemers"));
  await waitForText(page, "Sluitend: de 11 deelnemers");
  const all = await tableRoles(page, "table[aria-labelledby=deelnemers]");
  assert.equal(all.role, "table");
  // The head, eleven deelnemers and the total.
  assert.equal(all.count.row, 13);
  assert.ok(all.headers.includes("Zwolle") && all.headers.includes("Totaal"), `${all.headers}`);
  const region = await page.$eval("table[aria-labelledby=deelnemers]", (table) => {
    const area = table.closest("[tabindex]");
    return { name: area?.getAttribute("aria-label") ?? area?.getAttribute("aria-labelledby"), tab: area?.tabIndex };
  });
  assert.ok(region.name, "the area that scrolls has a name");
  assert.equal(region.tab, 0);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.equal(width, 320);
}

// Chromium alone gives its accessibility tree over this protocol.
inEachBrowser("on a phone the years and the deelnemers are still tables, reached by the keyboard", stillTables, ["chromium"]);

const DEELNEMERS = "section[aria-labelledby=deelnemers]";

async function zwolle(profile, section) {
  return open(profile, `${server.address}#/${section}?deelnemer=zwolle`);
}

/** What the columns of Alle deelnemers add up to, and the totals below them, in cents or in euros as they are shown. */
function columns(page) {
  return page.$eval("table[aria-labelledby=deelnemers]", (table) => {
    const number = (cell) => {
      const shown = (cell.querySelector("button") ?? cell).firstChild.textContent;
      const size = Number(shown.replace(/\D/g, ""));
      return shown.includes("−") ? -size : size;
    };
    const rows = [...table.rows].slice(1).map((row) => [...row.cells].slice(1).map(number));
    const total = rows.pop();
    return { added: total.map((_, column) => rows.reduce((sum, row) => sum + row[column], 0)), total };
  });
}

inEachBrowser("the columns of Alle deelnemers add up as they are shown, and rounded ones are called rounded", async (profile) => {
  const page = await zwolle(profile, "alle-deelnemers");
  await waitForText(page, "Sluitend: de 11 deelnemers tellen per kolom op tot het totaal, op de cent.");
  const exact = await columns(page);
  assert.deepEqual(exact.added, exact.total);
  assert.ok(!(await text(page, DEELNEMERS)).includes("fgerond"));
  const own = await address(page);
  await press(page, "checkbox", "Toon centen");
  await waitForText(page, "In euro, afgerond op hele euro’s.", DEELNEMERS);
  await waitForText(page, "Afgeronde bedragen kunnen samen enkele euro’s van het totaal verschillen.", DEELNEMERS);
  const rounded = await columns(page);
  assert.deepEqual([rounded.added[1], rounded.total[1]], [-950001, -950000], "what the sentence is about");
  assert.equal(await address(page), own, "how amounts are written is no part of a link");
  await press(page, "link", "Uw bijdrage");
  await waitForText(page, "In euro, afgerond op hele euro’s.", "section[aria-labelledby=per-jaar]");
});

inEachBrowser("an amount of another year that an address opens stands under that year", async (profile) => {
  const page = await zwolle(profile, "alle-deelnemers/herleiding/verrekening/2023/zwolle");
  // Zwolle's part of the 61.166,68 that 2023 is short.
  await waitForText(page, "Herleiding: Verrekening in de jaarrekening 2023, Zwolle", DEELNEMERS);
  await waitForText(page, "Wat elke deelnemer krijgt of betaalt in 2023", DEELNEMERS);
  assert.equal(await page.$eval("#tabel-verrekening-2023-10", (it) => it.firstChild.textContent.replace(/\u00a0/g, " ")), "+ 6.898,29");
  await page.evaluate(() => (location.hash = location.hash.replace("/2023/", "/2024/")));
  await waitForText(page, "Wat elke deelnemer krijgt of betaalt in 2024", DEELNEMERS);
  await choose(page, "Jaar", "2021");
  await waitForText(page, "Wat elke deelnemer krijgt of betaalt in 2021", DEELNEMERS);
});

inEachBrowser("the year of Alle deelnemers is in the address: a reload and a link keep it, and Back goes to the year before", async (profile) => {
  const page = await zwolle(profile, "alle-deelnemers");
  const shows = (page, jaar) => waitForText(page, `Wat elke deelnemer krijgt of betaalt in ${jaar}`, DEELNEMERS);
  await choose(page, "Jaar", "2024");
  await shows(page, 2024);
  const shared = await address(page);
  assert.match(shared, /#\/alle-deelnemers\/2024\/1\.gblt-2021/);
  await page.reload();
  await shows(page, 2024);
  assert.equal(await page.$eval("#deelnemers-jaar", (list) => list.value), "2024");
  await page.goBack();
  await shows(page, 2022);
  await choose(page, "Jaar", "2024");
  await (await page.waitForSelector("[aria-labelledby=naast-elkaar] .bw-beside__button")).click();
  const amount = await page.waitForSelector("button[id^=naast-elkaar-]:not(.bw-beside__button)");
  const id = await amount.evaluate((button) => button.id);
  await amount.click();
  await page.waitForSelector(".bw-herleiding");
  assert.match(await address(page), /#\/alle-deelnemers\/2024\/naast-elkaar-/);
  await page.reload();
  await shows(page, 2024);
  await page.waitForSelector(".bw-herleiding");
  assert.equal(await page.$eval(`[id="${id}"]`, (button) => button.getAttribute("aria-expanded")), "true");
  const other = await open(profile, shared);
  await shows(other, 2024);
  const alone = await open(profile, `${server.address}#/alle-deelnemers/2025`);
  await alone.waitForSelector("#antwoord h1");
  assert.ok(!(await text(alone)).includes("niet volledig gelezen"));
  const never = await open(profile, `${server.address}#/alle-deelnemers/1999`);
  await waitForText(never, "Dit adres is niet volledig gelezen. Hieronder staat het onderdeel Alle deelnemers.");
});

async function besideTheBijdrage(profile) {
  const page = await zwolle(profile, "uw-bijdrage");
  const card = "section[aria-labelledby=ernaast]";
  await page.waitForSelector(card);
  const said = await text(page, card);
  for (const words of [
    "Ernaast, niet opgeteld",
    "Kwijtschelding, vorderingen: uw eigen belastingopbrengst onbekend",
    "Dit hoort niet bij uw bijdrage en wordt nergens bij opgeteld.",
    "“Gemiddelde vordering per dossier”; “Afgehandelde dossiers per jaar”.",
  ]) {
    assert.ok(said.includes(words), `${words} in ${said}`);
  }
  await page.click(`${card} .bw-amount`);
  await waitForText(page, "Herleiding: Lagere invorderkosten voor burgers 2022", card);
  assert.equal((await page.$$(".bw-herleiding")).length, 1, "in this card alone");
  await page.emulateMediaType("print");
  assert.ok((await text(page, card)).includes("296.666,66"));
  assert.ok(await page.$eval(card, (it) => it.checkVisibility()));
}

// Firefox cannot be told to show what it would print.
inEachBrowser("what moves beside the bijdrage stands in its own card, opens, and is printed", besideTheBijdrage, ["chromium"]);

/** In the page: where the text of an amount or of what stands in its place ends. */
const ENDS = (all) =>
  all.map((cell) => {
    const range = document.createRange();
    const text = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT).nextNode();
    range.selectNodeContents(text);
    return Math.round(range.getBoundingClientRect().right);
  });

inEachBrowser("on a phone the amounts of an opened year stand below each other, with room for a finger and for the ring of the focus", async (profile) => {
  const page = await open(profile, `${server.address}#/uw-bijdrage?deelnemer=zwolle`, { width: 360, height: 800 });
  await waitForText(page, "107.139,58");
  await (await page.waitForSelector(".bw-table__toggle")).click();
  const ends = await page.$$eval(".bw-table__row--open td", ENDS);
  assert.equal(ends.length, 6);
  assert.equal(new Set(ends).size, 1, `${ends}`);
  const small = await page.$$eval(".bw-table__row--open button", (all) => all.filter((it) => it.checkVisibility() && it.getBoundingClientRect().height < 24).length);
  assert.equal(small, 0);
  // Three pixels wide, two beside what has the focus.
  const clipped = await page.$$eval(".bw-table-scroll button", (all) =>
    all.filter((it) => it.checkVisibility() && it.getBoundingClientRect().left - 5 < it.closest(".bw-table-scroll").getBoundingClientRect().left).map((it) => it.id || it.textContent),
  );
  assert.deepEqual(clipped, []);
});

inEachBrowser("on a phone few rows with long names are lists, which need no scrolling sideways, and are still tables", async (profile) => {
  const page = await open(profile, `${server.address}#/vergelijken?deelnemer=zwolle`, { width: 320, height: 640 });
  await waitForText(page, "De 8 combinaties");
  await page.$$eval(".bw-beside__button", (all) => all.forEach((it) => it.click()));
  const faults = (table) => [
    [...table.querySelectorAll("tr, td, tbody th")].filter((it) => !it.getAttribute("role")).length,
    table.parentElement.scrollWidth - table.parentElement.clientWidth,
    table.checkVisibility(),
  ];
  for (const id of ["scenarios", "sleutels", "combinaties"]) {
    await page.waitForFunction((name) => document.querySelector(`table[aria-labelledby=${name}]`).checkVisibility(), {}, id);
    assert.deepEqual(await page.$eval(`table[aria-labelledby=${id}]`, faults), [0, 0, true], id);
  }
  const said = await text(page, "table[aria-labelledby=combinaties]");
  assert.match(said, /1 Interne sociale incasso \+ 2A Voorbellen \+ 2B Vroegsignalering/);
  const changed = await open(profile, `${server.address}#/keuzes/1.gblt-2021~1.d~zwolle.reservering~1700003.1120o9f`, { width: 320, height: 640 });
  await waitForText(changed, "1 afwijking van het uitgangspunt");
  assert.deepEqual(await changed.$eval("table[aria-labelledby=afwijkingen]", faults), [0, 0, true]);
});
