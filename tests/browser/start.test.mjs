// How the page arrives: what stands there before it can compute, and what it says when it cannot.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";

import { inEachBrowser, launch, open } from "./support/browsers.mjs";
import { markupFaults } from "./support/html.mjs";
import { accessibilityFaults, overflow, text, waitForText } from "./support/page.mjs";
import { asset, contentPolicy, serve, site } from "./support/server.mjs";

// Typed from the check table of the calculation model: verschil begroot and verrekening of 2022, key evenredig-2019.
const CHECKED = [
  ["Drents Overijsselse Delta", "−126.158,07", "−35.612,00"],
  ["Rijn en IJssel", "−133.987,60", "−37.822,11"],
  ["Vallei en Veluwe", "−207.729,51", "−58.638,03"],
  ["Vechtstromen", "−160.844,18", "−45.403,22"],
  ["Zuiderzeeland", "−81.688,71", "−23.059,15"],
  ["Bunschoten", "−16.669,00", "−4.705,33"],
  ["Dalfsen", "−23.924,25", "−6.753,35"],
  ["Dronten", "−32.208,47", "−9.091,83"],
  ["Leusden", "−24.731,83", "−6.981,32"],
  ["Nijkerk", "−34.918,80", "−9.856,91"],
  ["Zwolle", "−107.139,58", "−30.243,43"],
];

// The same table, years 2021 and 2023 of the verrekening.
const OTHER_YEARS = [
  ["Drents Overijsselse Delta", "−71.308,83", "+8.122,80"],
  ["Rijn en IJssel", "−75.734,32", "+8.626,92"],
  ["Zwolle", "−60.558,94", "+6.898,29"],
];

let server;
before(async () => (server = await serve({ base: "/apps/bij-drage/" })));
after(() => server.close());

/** The rows of a table as texts; a space inside an amount and the letter after it do not count. */
async function rows(page, named) {
  return page.evaluate((name) => {
    const table = [...document.querySelectorAll("table")].find(
      (each) => document.getElementById(each.getAttribute("aria-labelledby")).textContent === name,
    );
    const amount = (cell) => cell.firstChild.data.replace(/\s/g, "");
    return [...table.querySelectorAll("tbody tr, tfoot tr")].map((row) => [
      row.querySelector("th").textContent,
      ...[...row.querySelectorAll("td")].map(amount),
    ]);
  }, named);
}

/** What was published for 2019, from the second transcription. */
function voorschotten2019() {
  const lines = readFileSync(new URL("../sources/bijdragen.csv", import.meta.url), "utf8").split("\n");
  const of2019 = lines.map((line) => line.split(",")).filter(([jaar, soort]) => jaar === "2019" && soort === "begroting");
  return new Map(of2019.map(([, , deelnemer, , bedrag]) => [deelnemer, bedrag]));
}

const plain = (amount) => amount.replaceAll(".", "").replace(",", ".");

/** Chromium with scripting switched off. */
async function withoutScripting(body) {
  const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const browser = await launch("chromium", { args: [...asRoot, "--blink-settings=scriptEnabled=false"] });
  try {
    await body(browser);
  } finally {
    await browser.close();
  }
}

/** A page that cannot start, whose files come as `change` says. */
async function broken(profile, change, options) {
  const host = await serve({ change });
  const page = await open(profile, host.address, options);
  return { page, host };
}

/** The sentence that says why, and the table that stays. */
async function says(page, words) {
  await waitForText(page, words);
  assert.equal((await rows(page, "Het voorstel in 2022, per deelnemer")).length, 12);
  assert.ok(!(await text(page)).includes("wordt geladen"));
}

const isModule = (pathname) => pathname.endsWith(".wasm");
const MODULE = path.basename(asset(".wasm"));

test("without scripting the page says what it is, that scripting is off, and shows the amounts", async () => {
  await withoutScripting(async (browser) => {
    for (const width of [1280, 320]) {
      const page = await open(browser, server.address, { width });
      const read = await text(page);
      for (const words of [
        "Wat doet Sociaal Incasseren met uw bijdrage aan GBLT?",
        "JavaScript staat uit",
        "Voorbeeldbedragen uit het voorstel van 27 januari 2021",
        "Niet bevestigd door GBLT",
        "exclusief nog onbekend effect van: lagere invorderbaten door interne sociale incasso",
      ]) {
        assert.ok(read.includes(words), words);
      }
      assert.ok(!read.includes("wordt geladen"), "nothing is being loaded");
      assert.equal(await overflow(page), 0, `${width}`);
      await page.close();
    }
  });
});

inEachBrowser("the amounts in the page are those of the check table and of the second transcription", async (profile) => {
  const { page, host } = await broken(profile, (pathname) => (isModule(pathname) ? { status: 404 } : undefined));
  const table = await rows(page, "Het voorstel in 2022, per deelnemer");
  assert.deepEqual(table.slice(0, -1).map(([name, , begroot, , verrekening]) => [name, begroot, verrekening]), CHECKED);
  const oud = voorschotten2019();
  for (const [name, nu, begroot, nieuw] of table.slice(0, -1)) {
    assert.equal(plain(nu), oud.get(name), name);
    const cents = (amount) => BigInt(plain(amount).replace("−", "-").replace(".", ""));
    assert.equal(cents(nu) + cents(begroot), cents(nieuw), name);
  }
  assert.deepEqual(table.at(-1).slice(0, 3), ["Totaal", "18.519.327,00", "−950.000,00"]);
  for (const [name, first, last] of OTHER_YEARS) {
    const years = await rows(page, name);
    assert.deepEqual(years.map(([year]) => year), ["2021", "2022", "2023", "2024", "2025"]);
    assert.deepEqual([years[0][4], years[2][4], years[3][4]], [first, last, "0,00"], name);
  }
  await host.close();
});

inEachBrowser("the page as it is sent is sound markup, and the one that starts takes its place without a shift", async (profile, name) => {
  assert.deepEqual(await markupFaults(readFileSync(path.join(site, "index.html"), "utf8")), []);
  const page = await open(profile, server.address, {
    before: (fresh) =>
      fresh.evaluateOnNewDocument(() => {
        globalThis.shifted = 0;
        if (!globalThis.PerformanceObserver?.supportedEntryTypes?.includes("layout-shift")) return;
        new PerformanceObserver((list) => list.getEntries().forEach((entry) => (globalThis.shifted += entry.value))).observe({
          type: "layout-shift",
          buffered: true,
        });
      }),
  });
  await page.waitForSelector("select");
  assert.equal(await page.$(".bw-start"), null, "the static page has gone");
  if (name === "chromium") assert.ok((await page.evaluate(() => globalThis.shifted)) < 0.01);
  assert.deepEqual(page.record.messages, []);
  assert.deepEqual(await page.record.violations(), []);
});

inEachBrowser("a browser without WebAssembly says that a setting is the likely cause", async (profile) => {
  const before = (fresh) => fresh.evaluateOnNewDocument(() => delete globalThis.WebAssembly);
  const page = await open(profile, server.address, { before });
  await says(page, "WebAssembly staat uit in deze browser. Dat is meestal een beveiligingsinstelling.");
  await says(page, "Uw systeembeheerder kan het voor deze pagina aanzetten.");
});

inEachBrowser("a policy without wasm-unsafe-eval is named as the cause", async (profile) => {
  const policy = (await contentPolicy()).replace(" 'wasm-unsafe-eval'", "");
  const { page, host } = await broken(profile, () => ({ headers: { "content-security-policy": policy } }));
  await says(page, "Het beveiligingsbeleid van deze site verbiedt WebAssembly.");
  await host.close();
});

const FAULTS = [
  ["is not there", () => ({ status: 404 }), `De server geeft ${MODULE} niet (antwoord 404).`],
  ["is forbidden", () => ({ status: 403 }), `De server geeft ${MODULE} niet (antwoord 403).`],
  [
    "is replaced by a page of the host",
    () => ({ headers: { "content-type": "text/html" }, body: "<!DOCTYPE html><title>Niet gevonden</title>" }),
    `De server geeft iets anders dan ${MODULE}.`,
  ],
  [
    "is cut short",
    () => ({ body: readFileSync(path.join(site, asset(".wasm"))).subarray(0, 50_000) }),
    `Het bestand ${MODULE} is niet heel aangekomen.`,
  ],
];

/** The bytes of the module with one of them changed: still a module of the same size. */
function changedModule() {
  const bytes = readFileSync(path.join(site, asset(".wasm")));
  bytes[bytes.length >> 1] ^= 1;
  return bytes;
}

for (const [what, fault, sentence] of FAULTS) {
  inEachBrowser(`when the module ${what} the table stays, with the cause and who can mend it`, async (profile) => {
    const { page, host } = await broken(profile, (pathname) => (isModule(pathname) ? fault() : undefined));
    await says(page, sentence);
    assert.match(await text(page, "[role=status]"), /beheerder van de site/);
    await host.close();
  });
}

inEachBrowser("a module that is not the pinned one never runs", async (profile) => {
  const body = changedModule();
  const { page, host } = await broken(profile, (pathname) => (isModule(pathname) ? { body } : undefined));
  await says(page, `Het bestand ${MODULE} hoort niet bij deze pagina.`);
  await host.close();
});

const SCRIPTS = [
  ["is not there", () => ({ status: 404, body: "Niet gevonden" })],
  ["is not the pinned one", () => ({ body: "document.title = 'ander script'" })],
];

for (const [what, fault] of SCRIPTS) {
  inEachBrowser(`when the script ${what} the page says so itself, and nothing seems to load for ever`, async (profile) => {
    const { page, host } = await broken(profile, (pathname) => (pathname.endsWith(".js") ? fault() : undefined));
    const visible = () => page.evaluate(() => document.querySelector("main").innerText);
    assert.ok(!(await visible()).includes("Begint de rekenhulp niet?"), "not at once");
    await page.waitForFunction(() => document.querySelector("main").innerText.includes("Begint de rekenhulp niet?"), { timeout: 10_000 });
    assert.ok(!(await visible()).includes("wordt geladen"));
    assert.equal((await rows(page, "Het voorstel in 2022, per deelnemer")).length, 12);
    assert.notEqual(await page.title(), "ander script");
    await host.close();
  });
}

inEachBrowser("a module of an unknown media type works all the same", async (profile) => {
  const unknown = (pathname) => (isModule(pathname) ? { headers: { "content-type": "application/octet-stream" } } : undefined);
  const { page, host } = await broken(profile, unknown);
  await page.waitForSelector("select");
  await host.close();
});

test("the page that cannot start is accessible", async () => {
  const browser = await launch("chromium");
  try {
    const { page, host } = await broken(browser, (pathname) => (isModule(pathname) ? { status: 404 } : undefined));
    await says(page, "antwoord 404");
    await page.evaluate(() => document.querySelectorAll("details").forEach((each) => (each.open = true)));
    assert.deepEqual(await accessibilityFaults(page), []);
    await host.close();
  } finally {
    await browser.close();
  }
});
