// The keyboard and high contrast: where the focus goes, that nothing covers it, and that what is chosen stays visible without colours.

import assert from "node:assert/strict";
import { after, before } from "node:test";

import { inEachBrowser, open } from "./support/browsers.mjs";
import { checked } from "./support/link.mjs";
import { emulateMedia, find, nothingWrong, press, settled } from "./support/page.mjs";
import { serve } from "./support/server.mjs";

const SECTIONS = { "Uw bijdrage": "uw-bijdrage", Keuzes: "keuzes", Vergelijken: "vergelijken", "Alle deelnemers": "alle-deelnemers", Verantwoording: "verantwoording" };

/** A link of which a part is refused. */
const OFFERED = checked("1.gblt-2021~1.d~zwolle.protocol~3");

let server;
before(async () => (server = await serve({ base: "/apps/bij-drage/v1/" })));
after(() => server.close());

/** A page that has just been opened, so that the focus starts at its top. */
async function zwolle(profile, options, section = "uw-bijdrage") {
  const page = await open(profile, `${server.address}#/${section}/1.gblt-2021~1.d~zwolle.0qpfads`, options);
  await page.waitForSelector("#antwoord h1");
  await settled(page);
  return page;
}

/** What has the focus: what it is and what it is called. */
function focused(page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    // Firefox still calls what the focus has left for its own buttons the active element.
    if (element === document.body || element === document.documentElement || !element.matches(":focus")) return "end";
    const kinds = { A: "link", BUTTON: "button", SELECT: "list", SECTION: "region", DIV: "region", SUMMARY: "summary", TEXTAREA: "field" };
    const kind = element.tagName === "INPUT" ? { radio: "radio", checkbox: "box" }[element.type] ?? "field" : kinds[element.tagName];
    const said = element.getAttribute("aria-label") ?? element.labels?.[0]?.textContent ?? element.textContent;
    return `${kind} ${said.replace(/\s+/g, " ").trim()}`;
  });
}

const herleidingen = (names, amounts) => names.map((name, index) => `button ${amounts[index]}, ${name}, toon de herleiding`);

function year(jaar, amounts) {
  const names = ["Bijdrage nu", "Bijdrage begroot", "Verschil begroot", "Verrekening jaarrekening", "Verschil na verrekening"];
  return herleidingen(names.map((name) => `${name} ${jaar}`), amounts);
}

const WALK = [
  "link Naar het antwoord",
  "button Link kopiëren",
  "button Bestand",
  "button Afdrukken",
  ...Object.keys(SECTIONS).map((section) => `link ${section}`),
  "list Uw organisatie",
  "radio Voorstel DB",
  "box 1 Interne sociale incasso",
  "button uitrol van 1 Interne sociale incasso",
  "box 2A Voorbellen",
  "button uitrol van 2A Voorbellen",
  "box 2B Vroegsignalering",
  "button uitrol van 2B Vroegsignalering",
  "field Reservering per jaar",
  "list Financiering",
  "list Vertraging in de begroting",
  "radio Evenredig met de bijdrage 2019",
  "field Bijdrage nu",
  "link Alle keuzes en aannamen",
  ...herleidingen(
    ["Hogere raming van de baten", "Uw deel in de reservering", "Samen, begroting 2022"],
    ["− € 191.723,46", "+ € 84.583,88", "− € 107.139,58"],
  ),
  "link Vergelijk de sleutels",
  "box Reken ook met de banden van aannamen",
  "region Tabel per jaar",
  ...year(2021, ["2.088.582", "1.981.442", "− 107.140", "− 60.559", "− 167.699"]),
  ...year(2022, ["2.088.582", "1.981.442", "− 107.140", "− 30.243", "− 137.383"]),
  ...year(2023, ["2.088.582", "1.981.442", "− 107.140", "+ 6.898", "− 100.241"]),
  ...year(2024, ["2.088.582", "2.025.482", "− 63.100", "0", "− 63.100"]),
  ...year(2025, ["2.088.582", "2.025.482", "− 63.100", "0", "− 63.100"]),
  "box Toon centen",
  "box Toon laag en hoog",
  "button Toon de bedragen als tabel: Na verrekening daalt uw bijdrage 2022, voor zover bekend, met € 137.383",
];

inEachBrowser("with Tab the focus goes through Uw bijdrage in the order of the page, and with Shift+Tab back", async (profile) => {
  const page = await zwolle(profile);
  const there = [];
  while (there.length < WALK.length) {
    await page.keyboard.press("Tab");
    there.push(await focused(page));
  }
  assert.deepEqual(there, WALK);
  const back = [await focused(page)];
  await page.keyboard.down("Shift");
  while (back.length < WALK.length) {
    await page.keyboard.press("Tab");
    back.push(await focused(page));
  }
  assert.deepEqual(back.reverse(), WALK);
  await page.keyboard.press("Tab");
  await page.keyboard.up("Shift");
  assert.equal(await focused(page), "end", "the focus leaves the page");
});

/** Presses what has this name by keyboard, and gives the id or the text of what then has the focus. */
async function keyed(page, name) {
  await (await find(page, "button", name)).focus();
  await page.keyboard.press("Enter");
  await settled(page);
  return page.evaluate(() => {
    const element = document.activeElement;
    return element === document.body ? "nowhere" : element.id || element.textContent;
  });
}

inEachBrowser("what takes itself away or comes to its end leaves the focus on the page", async (profile) => {
  const page = await zwolle(profile, {}, "vergelijken");
  for (const top of ["Zet een kopie ernaast", "Zet een kopie ernaast", "naam"]) {
    assert.equal(await keyed(page, "Zet een kopie ernaast"), top);
  }
  for (let left = 3; left > 0; left -= 1) assert.equal(await keyed(page, "Ongedaan maken"), "Ongedaan maken");
  const inactive = (name) => find(page, "button", name).then((it) => it.evaluate((button) => button.getAttribute("aria-disabled")));
  assert.equal(await inactive("Ongedaan maken"), "true");
  assert.equal(await keyed(page, "Ongedaan maken"), "Ongedaan maken", "then a press does nothing");
  for (let left = 3; left > 0; left -= 1) assert.equal(await keyed(page, "Opnieuw"), "Opnieuw");
  assert.equal(await inactive("Opnieuw"), "true");
  assert.equal(await page.$$eval("[name=scenario]", (all) => all.length), 4);
  for (const close of ["Sluiten", "Terug naar mijn werk"]) {
    await page.evaluate(() => (location.hash = "#/uw-bijdrage/1.gblt-2021~1.d~zwolle.0qpfads"));
    await page.waitForSelector("[aria-label=Geopend]");
    assert.equal(await keyed(page, close), "antwoord", close);
    if (close === "Sluiten") await keyed(page, "Ongedaan maken");
  }
  for (const [section, close] of [["keuzes", "Niets overnemen"], ["uw-bijdrage", "Overnemen zonder dit deel"]]) {
    await page.evaluate((address) => (location.hash = address), `#/${section}/${OFFERED}`);
    await page.waitForSelector("#aanbod-titel");
    await settled(page);
    assert.equal(await keyed(page, close), "antwoord", close);
  }
  await nothingWrong(page);
});

/** What the line that stays on top covers of what has the focus; nothing when all is well. */
function covered(page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    const line = document.querySelector("[aria-controls=keuzelijst]")?.parentElement;
    if (!line || element === document.body || line.contains(element)) return undefined;
    const [top, own] = [line.getBoundingClientRect(), element.getBoundingClientRect()];
    const stuck = getComputedStyle(line).position === "sticky" && top.height > 0;
    const under = getComputedStyle(line).position === "sticky" && own.top < top.bottom && own.bottom > top.top;
    // Something taller than the room below the line reaches under it when its end is in sight.
    const onTop = document.elementFromPoint(own.left + own.width / 2, Math.max(own.top + 1, 0));
    const hidden = under && line.contains(onTop) && (own.height < innerHeight - top.height || own.bottom <= top.bottom);
    const outside = own.bottom <= 0 || own.top >= innerHeight;
    return hidden || outside ? `${element.tagName} ${element.textContent.slice(0, 60)} ${own.top}–${own.bottom}, line ${top.top}–${top.bottom}` : undefined;
  });
}

/** Presses Tab from here until the focus leaves the page; gives what was covered on the way, and the place of the last thing that had the focus. */
async function throughAll(page, from) {
  const found = [];
  let [last, stops] = [from, 0];
  await page.evaluate((place) => document.querySelectorAll("body *")[place].focus(), from);
  for (;;) {
    const [name, what, place] = await Promise.all([
      focused(page),
      covered(page),
      page.evaluate(() => [...document.querySelectorAll("body *")].indexOf(document.activeElement)),
    ]);
    if (name === "end") break;
    if (what) found.push(what);
    last = place;
    stops += 1;
    assert.ok(stops < 400, "the focus comes to an end");
    await page.keyboard.press("Tab");
  }
  assert.ok(stops > 12, `the focus stood on ${stops} things only`);
  return [found, last];
}

/** What of this element cannot be seen in the window, or is covered there, as the share of its height. */
const hiddenShare = (page, css) =>
  page.$eval(css, (element) => {
    const box = element.getBoundingClientRect();
    const points = Array.from({ length: 9 }, (_, index) => box.top + 1 + ((box.height - 2) * index) / 8);
    const seen = points.filter((y) => element.contains(document.elementFromPoint(box.left + 2, y)));
    return 1 - seen.length / points.length;
  });

inEachBrowser("on a desk the answer stays in sight while someone chooses, beside the choices and in Keuzes", async (profile) => {
  const page = await zwolle(profile, { width: 1280, height: 720 });
  for (const id of ["reservering", "bijdrage"]) {
    await page.focus(`#${id}`);
    assert.equal(await hiddenShare(page, ".bw-bar__amount"), 0, id);
    assert.equal(await hiddenShare(page, `#${id}`), 0, id);
  }
  await press(page, "link", "Keuzes");
  const fields = await page.$$("main input[type=text]");
  assert.ok(fields.length > 20);
  for (const field of [fields[0], fields[Math.floor(fields.length / 2)], fields.at(-1)]) {
    await field.focus();
    assert.equal(await hiddenShare(page, ".bw-bar__amount"), 0);
  }
});

const SMALL = [
  { width: 320, height: 640 },
  // A desk of 1280 by 720 at 400 %.
  { width: 320, height: 180 },
];

inEachBrowser("on a small screen nothing that has the focus lies under the line that stays on top", async (profile) => {
  for (const size of SMALL) {
    for (const [name, section] of Object.entries(SECTIONS)) {
      const page = await zwolle(profile, size, section);
      const first = await page.evaluate(() => [...document.querySelectorAll("body *")].indexOf(document.querySelector("a[href='#antwoord']")));
      const [forwards, last] = await throughAll(page, first);
      assert.deepEqual(forwards, [], `${name}, ${size.height} high`);
      await page.close();
      // The focus has left this page: the way back starts in a page of its own.
      const back = await zwolle(profile, size, section);
      await back.keyboard.down("Shift");
      const [backwards] = await throughAll(back, last);
      assert.deepEqual(backwards, [], `${name}, ${size.height} high, backwards`);
      await back.close();
    }
  }
}, ["chromium"]);

inEachBrowser("on a small screen the line leaves half of it free, and each link lands below the line", async (profile) => {
  for (const size of SMALL) {
    const page = await zwolle(profile, size);
    for (const name of Object.keys(SECTIONS).reverse()) {
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      await (await find(page, "link", name)).focus();
      assert.equal(await covered(page), undefined, `the link ${name}`);
      await page.keyboard.press("Enter");
      await page.waitForFunction((wanted) => document.title.includes(`${wanted} – Bijdragewijzer`), {}, name);
      const [line, heading] = await tops(page);
      assert.ok(line.height <= size.height / 2, `${name}: ${line.height} of ${size.height}`);
      assert.ok(heading.top >= line.bottom, `${name}: ${heading.top} under ${line.bottom}`);
    }
    await (await find(page, "link", "Naar het antwoord")).focus();
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement.tagName), "MAIN");
    const [line, heading] = await tops(page);
    assert.ok(heading.top >= line.bottom && heading.top < size.height, `the answer at ${heading.top}, the line to ${line.bottom}`);
    await page.close();
  }
});

/** Where the line that stays on top ends, and where the section begins. */
function tops(page) {
  return page.evaluate(() => {
    const box = (element) => element?.getBoundingClientRect().toJSON() ?? { top: 0, bottom: 0, height: 0 };
    return [box(document.querySelector("[aria-controls=keuzelijst]")?.parentElement), box(document.querySelector("main :is(h1:not(.bw-hidden), h2)"))];
  });
}

// What emulates high contrast is in Chromium alone.
inEachBrowser(
  "in high contrast a chosen key, V and N, the section and the focus are seen without colours",
  async (profile) => {
    const page = await zwolle(profile);
    await emulateMedia(page, { "forced-colors": "active" });
    const [one, other] = [await find(page, "radio", "Evenredig met de bijdrage 2019"), await find(page, "radio", "Zoals de verrekening 2019")];
    const first = [await picture(one), await picture(other)];
    await press(page, "radio", "Zoals de verrekening 2019");
    await page.evaluate(() => document.activeElement.blur());
    const second = [await picture(one), await picture(other)];
    for (const index of [0, 1]) assert.ok((await differing(profile, first[index], second[index])) > 0.1, "chosen and not chosen differ");
    await press(page, "button", "Ongedaan maken");

    const box = await find(page, "checkbox", "2A Voorbellen");
    const ticked = await picture(box);
    await box.click();
    await page.evaluate(() => document.activeElement.blur());
    assert.ok((await differing(profile, ticked, await picture(box))) > 0.1, "ticked and not ticked differ");
    await press(page, "button", "Ongedaan maken");

    const [here, elsewhere] = await Promise.all(["Uw bijdrage", "Keuzes"].map(async (name) => (await find(page, "link", name)).evaluate((link) => getComputedStyle(link).borderBlockEndColor)));
    assert.notEqual(here, elsewhere, "the section on screen is marked");

    const letters = await page.$$eval(".bw-sum, [role=img], table", (parts) => parts.map((part) => part.textContent.replace(/[\u00a0\u202f]/g, " ")).join(" "));
    assert.match(letters, /− € 107\.139,58, Samen, begroting 2022, toon de herleidingV/);
    assert.match(letters, /\+ € 84\.583,88, Uw deel in de reservering, toon de herleidingN/);

    const walked = await zwolle(profile);
    await emulateMedia(walked, { "forced-colors": "active" });
    for (const name of WALK) {
      await walked.keyboard.press("Tab");
      const ring = await walked.evaluate(() => {
        const style = getComputedStyle(document.activeElement);
        return { style: style.outlineStyle, width: parseFloat(style.outlineWidth), seen: style.outlineColor !== style.backgroundColor };
      });
      assert.ok(ring.style !== "none" && ring.width >= 2 && ring.seen, `${name}: ${JSON.stringify(ring)}`);
    }
  },
  ["chromium"],
);

/** In the page: what in its pictures stands out too little from the card, with its contrast; WCAG 1.4.3 and 1.4.11. */
function faint() {
  const channel = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  const light = ([r, g, b]) => 0.2126 * channel(r / 255) + 0.7152 * channel(g / 255) + 0.0722 * channel(b / 255);
  const parts = (colour) => (colour.match(/^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)/) ?? []).slice(1).map(Number);
  const contrast = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const shapes = [...document.querySelectorAll("svg [class*=bw-chart__]")].filter((it) => !it.matches(".bw-chart__grid, .bw-chart__stripe, .bw-chart__band, .bw-chart__hatch"));
  const seen = shapes.map((shape) => {
    const style = getComputedStyle(shape);
    const ground = parts(getComputedStyle(shape.closest(".bw-card")).backgroundColor);
    // Behind a text the stroke is its ground.
    const colours = shape.localName === "text" ? [style.fill] : [style.fill, style.stroke];
    const best = Math.max(...colours.map(parts).filter((it) => it.length === 3).map((it) => contrast(it, ground)));
    return { what: `${shape.getAttribute("class")} ${best.toFixed(2)}`, enough: best >= (shape.localName === "text" ? 4.5 : 3) };
  });
  return { count: seen.length, faint: [...new Set(seen.filter((it) => !it.enough).map((it) => it.what))] };
}

inEachBrowser(
  "in the pictures every text, bar, line and point stands out from its card, in light and in dark",
  async (profile) => {
    for (const scheme of ["light", "dark"]) {
      for (const section of ["uw-bijdrage", "vergelijken", "alle-deelnemers"]) {
        const page = await zwolle(profile, {}, section);
        await emulateMedia(page, { "prefers-color-scheme": scheme });
        await page.waitForSelector("svg .bw-chart__text");
        const found = await page.evaluate(faint);
        assert.ok(found.count > 20, `${found.count}`);
        assert.deepEqual(found.faint, [], `${section}, ${scheme}`);
        await page.close();
      }
    }
  },
  ["chromium"],
);

async function picture(element) {
  await element.evaluate((it) => it.scrollIntoView({ block: "center" }));
  return element.screenshot({ encoding: "base64" });
}

/** Which part of the pixels of two pictures of one thing differs, from 0 to 1. */
async function differing(profile, one, other) {
  const page = await profile.newPage();
  try {
    return await page.evaluate(async (pictures) => {
      const [a, b] = await Promise.all(
        pictures.map(async (base64) => {
          const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))]));
          const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
          context.drawImage(bitmap, 0, 0);
          return context.getImageData(0, 0, bitmap.width, bitmap.height).data;
        }),
      );
      let different = 0;
      for (let at = 0; at < a.length; at += 4) {
        if ([0, 1, 2].some((part) => Math.abs(a[at + part] - b[at + part]) > 64)) different += 1;
      }
      return different / (a.length / 4);
    }, [one, other]);
  } finally {
    await page.close();
  }
}

inEachBrowser("on a phone the menu shows the section on screen, also where an address leads there, and the page stays at its top", async (profile) => {
  for (const [name, section] of Object.entries(SECTIONS)) {
    const page = await zwolle(profile, { width: 360, height: 640 }, section);
    const [from, to, wide, top] = await page.$eval(".bw-sections [aria-current]", (link) => {
      const box = link.getBoundingClientRect();
      return [box.left, box.right, innerWidth, scrollY];
    });
    assert.ok(from >= 0 && to <= wide && top === 0, `${name}: from ${from} to ${to}, the page at ${top}`);
    await page.close();
  }
});
