// On paper: everything that an answer rests on, whatever was open on the screen, and nothing to press.

import assert from "node:assert/strict";
import { after, before } from "node:test";

import { inEachBrowser, open } from "./support/browsers.mjs";
import { checked } from "./support/link.mjs";
import { choose, fill, find, nothingWrong, settled, text, waitForText } from "./support/page.mjs";
import { serve } from "./support/server.mjs";

const SECTIONS = ["uw-bijdrage", "keuzes", "vergelijken", "alle-deelnemers", "verantwoording"];

let server;
before(async () => (server = await serve()));
after(() => server.close());

/** The page on paper, with nothing open on the screen; a deviation is typed first. */
async function onPaper(profile) {
  const page = await open(profile, server.address);
  await choose(page, "Uw organisatie", "Gemeente Zwolle");
  await fill(page, "Reservering per jaar", "0,5 mln");
  await waitForText(page, "Uw bijdrage daalt met € 135.334 in 2022.");
  await page.emulateMediaType("print");
  return page;
}

async function go(page, section) {
  await page.evaluate((id) => (location.hash = `#/${id}`), section);
  const current = (id) => document.querySelector("nav [aria-current]").getAttribute("href").endsWith(id);
  await page.waitForFunction(current, {}, section);
  // The first card of a section comes first; paper has all of them.
  await settled(page);
}

/** The names of the controls that would be printed; an amount is a button on the screen and text on paper. */
async function printedButtons(page) {
  return page.$$eval("button:not(.bw-amount)", (all) => all.filter((it) => it.checkVisibility()).map((it) => it.textContent));
}

inEachBrowser("what is printed at once after a change is of after the change", async (profile) => {
  const page = await open(profile, `${server.address}#/uw-bijdrage?deelnemer=zwolle`, {
    before: (fresh) => fresh.evaluateOnNewDocument(() => (globalThis.print = () => (globalThis.paper = document.querySelector(".bw-dossier").textContent))),
  });
  const [half, print] = [await find(page, "radio", "0,5 mln"), await find(page, "button", "Afdrukken")];
  await page.evaluate(
    async (choice, button) => {
      choice.click();
      await new Promise((resolve) => setTimeout(resolve, 50));
      button.click();
    },
    half,
    print,
  );
  await page.waitForFunction(() => globalThis.paper);
  assert.match(await page.evaluate(() => globalThis.paper.replace(/[\u00a0\u202f]/g, " ")), /500\.000,00 × 2\.088\.582,00/);
});

inEachBrowser(
  "each section on paper says what was chosen, what deviates, what is assumed or unknown, and where it comes from",
  async (profile) => {
    const page = await onPaper(profile);
    for (const section of SECTIONS) {
      await go(page, section);
      // What a browser says before it prints.
      await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
      const read = await text(page);
      for (const words of [
        "Gekozen",
        "Evenredig met de bijdrage 2019",
        "Afwijkingen van het uitgangspunt",
        "€ 500.000",
        "was € 750.000",
        "Aannamen en onbekende waarden",
        "(onbekend)",
        "Herleiding: Verschil in de begroting 2022, Zwolle",
        "500.000,00 × 2.088.582,00 ÷ 18.519.327,00",
        "Herleiding: Verrekening in de jaarrekening 2022, Zwolle",
        "30.000 × 0,15 = 4.500",
        "Verschuivingen bij kwijtschelding en oninbaar staan los van deze bijdrage.",
        "Link naar dit scenario",
        `${server.address}#/${section}/1.gblt-2021`,
        "rekenmodel",
      ]) {
        assert.ok(read.includes(words), `${section}: ${words}`);
      }
      for (const words of ["Kies een bedrag", "hiernaast", "Vergelijk de sleutels"]) assert.ok(!read.includes(words), `${section}: ${words}`);
      assert.deepEqual(await printedButtons(page), [], section);
    }
  },
  // Firefox cannot be asked for the paper without printing.
  ["chromium"],
);

inEachBrowser(
  "of each scenario beside the one on top paper says what deviates",
  async (profile) => {
    const page = await onPaper(profile);
    await page.emulateMediaType("screen");
    await go(page, "vergelijken");
    await (await find(page, "button", "Zet een kopie ernaast")).click();
    await fill(page, "Reservering per jaar", "0,3 mln");
    await page.emulateMediaType("print");
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    const read = await text(page, ".bw-dossier");
    for (const words of ["1. Voorstel DB, gewijzigd Reservering per jaar € 500.000", "2. Voorstel DB, gewijzigd Reservering per jaar € 300.000"]) {
      assert.ok(read.includes(words), `${words} in ${read}`);
    }
  },
  ["chromium"],
);

inEachBrowser("what is printed just after a change is all of after it", async (profile) => {
  const page = await open(profile, `${server.address}#/uw-bijdrage?deelnemer=zwolle`);
  await page.waitForSelector("#reservering");
  await page.waitForSelector(".bw-dossier");
  const parts = [".bw-answers", ".bw-dossier"];
  /** Prints, with `typed` just after that was typed. */
  const print = async (all, typed) => {
    // On a slow machine one drawing takes more than one turn; what only follows later takes 20 ms more.
    const drawn = async () => {
      for (let turn = 0; turn < 4; turn += 1) await new Promise((resolve) => setTimeout(resolve, 0));
    };
    if (typed) {
      const field = document.getElementById("reservering");
      field.value = typed;
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
      await drawn();
    }
    dispatchEvent(new Event("beforeprint"));
    await drawn();
    const paper = all.map((part) => document.querySelector(part).textContent);
    dispatchEvent(new Event("afterprint"));
    return paper;
  };
  for (const [turn, section] of ["uw-bijdrage", "keuzes", "vergelijken", "alle-deelnemers"].entries()) {
    await go(page, section);
    const before = await page.evaluate(print, parts);
    const amount = `${turn + 1}00.000`;
    const paper = await page.evaluate(print, parts, amount);
    await page.waitForFunction((wanted) => document.querySelector(".bw-dossier").textContent.includes(wanted), {}, amount);
    const after = await page.evaluate(print, parts);
    for (const [place, part] of parts.entries()) {
      const at = [...paper[place]].findIndex((sign, index) => sign !== after[place][index]);
      assert.ok(paper[place] === after[place], `${section}, ${part}: “${paper[place].slice(at, at + 60)}”, and then “${after[place].slice(at, at + 60)}”`);
      assert.ok(paper[place] !== before[place], `${section}: as before in ${part}`);
    }
  }
  await nothingWrong(page);
});

inEachBrowser(
  "paper gives an own value of an assumption beside the published one, and nothing of what is not chosen or was not typed",
  async (profile) => {
    const link = "1.gblt-2021~1.d~zwolle.s~eigen.gewichten~zwolle~1~leusden~1.p~betaald_aandeel~0_2";
    const page = await open(profile, `${server.address}#/keuzes/${checked(link)}`);
    await page.waitForSelector("#gewichten-plakken");
    await page.emulateMediaType("print");
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    const [assumed, all] = [await text(page, "[aria-labelledby=dossier-aannamen]"), await text(page)];
    assert.ok(assumed.includes("Aandeel dat na bellen betaalt zonder dwangbevel 20% (eigen; gepubliceerd 15%)"), assumed);
    assert.ok(assumed.includes("Lagere invorderbaten door vroegsignalering onbekend (onbekend)"), assumed);
    assert.ok(!assumed.includes("hernieuwd bevel"), assumed);
    assert.ok(!all.includes("Plak gewichten uit Excel"), "an empty box to paste in");
    await nothingWrong(page);
  },
  ["chromium"],
);

inEachBrowser(
  "a field on paper is its value, and colours that a browser leaves out carry no meaning",
  async (profile) => {
    const page = await onPaper(profile);
    await go(page, "keuzes");
    const fields = await page.$$eval(".bw-answers input[type=text], .bw-answers select", (all) =>
      all.filter((it) => it.value).map((it) => [it.id, it.checkVisibility(), getComputedStyle(it).borderTopWidth]),
    );
    assert.ok(fields.length > 10, `${fields.length}`);
    assert.deepEqual(fields.filter(([, visible, border]) => !visible || border !== "0px"), []);
    const pdf = Buffer.from(await page.pdf({ preferCSSPageSize: true, printBackground: false }));
    assert.match(pdf.toString("latin1"), /\/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]/);
  },
  ["chromium"],
);

/** What is wider than the sheet, of all that is printed. A pixel more is of words for a screen reader alone. */
async function wider(page) {
  return page.evaluate(() => {
    const all = [document.documentElement, ...document.querySelectorAll("main .bw-card, .bw-table-scroll, .bw-figure")];
    const wide = all.filter((it) => it.checkVisibility() && it.scrollWidth > it.clientWidth + 1);
    return wide.map((it) => `${it.className}, ${it.getAttribute("aria-label") ?? ""}: ${it.scrollWidth} in ${it.clientWidth}`);
  });
}

/** Shows in a table the most that it can show. */
async function all(page, section) {
  if (section === "vergelijken") await (await find(page, "button", "Zet een kopie ernaast")).click();
  if (section !== "uw-bijdrage") return;
  for (const more of ["Toon centen", "Toon laag en hoog"]) await (await find(page, "checkbox", more)).click();
}

inEachBrowser(
  "no table is wider than the sheet, which would shrink all that is printed, and V and N are large enough to read",
  async (profile) => {
    const page = await open(profile, `${server.address}#/uw-bijdrage/${checked("1.gblt-2021~1.d~zwolle")}`);
    await page.waitForSelector("#antwoord h1");
    // A4 between its margins.
    await page.setViewport({ width: 680, height: 1017 });
    for (const section of SECTIONS) {
      await page.emulateMediaType("screen");
      await go(page, section);
      await all(page, section);
      await page.emulateMediaType("print");
      await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
      await settled(page);
      assert.deepEqual(await wider(page), [], section);
      const letters = await page.$$eval("main .bw-vn", (all) => all.filter((it) => it.checkVisibility()).map((it) => parseFloat(getComputedStyle(it).fontSize)));
      // 6,5 pt.
      assert.ok(letters.every((size) => size > 8.6), `${section}: ${Math.min(...letters)} px`);
    }
  },
  ["chromium"],
);

inEachBrowser(
  "paper has no name of a field without its value, and of a table no column to press in",
  async (profile) => {
    const page = await onPaper(profile);
    await page.emulateMediaType("screen");
    await go(page, "keuzes");
    await fill(page, "Lagere invorderbaten door vroegsignalering in 2023", "100.000");
    await page.emulateMediaType("print");
    const printed = await page.$$eval(".bw-answers label", (all) =>
      all.filter((it) => it.checkVisibility()).map((it) => [it.innerText, it.control?.selectedOptions?.[0].text ?? it.control?.value, it.closest(".bw-parameter")?.innerText ?? ""]),
    );
    assert.ok(printed.length > 40, `${printed.length}`);
    // What has no value says that it is unknown.
    assert.deepEqual(printed.filter(([, value, whole]) => !value && !whole.includes("onbekend")), []);
    const unknown = await text(page, "section[aria-labelledby=onbekend]");
    assert.match(unknown, /Lagere invorderbaten door vroegsignalering 2023/);
    assert.ok(!unknown.includes("interne sociale incasso"), unknown);
    assert.ok(!(await text(page)).includes("Vrijgave van de reservering"), "a card of which nothing was filled in");
    assert.ok(!(await text(page, "section[aria-labelledby=afwijkingen]")).includes("Weg terug"));
  },
  ["chromium"],
);
