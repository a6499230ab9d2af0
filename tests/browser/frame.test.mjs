// The page in a frame of another site: a plain one, one whose host runs our script, one in a sandbox, and one whose
// host means harm. It works at a fixed height, keeps nothing, says nothing but its height, and listens to nobody unlisted.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import http from "node:http";
import path from "node:path";
import test, { after, before } from "node:test";
import { setTimeout as pause } from "node:timers/promises";

import { inEachBrowser, open } from "./support/browsers.mjs";
import { Shown } from "./support/deliveries.mjs";
import { find, press, text, waitForText } from "./support/page.mjs";
import { dist, root, serve } from "./support/server.mjs";

const OPENING = "index.html#/uw-bijdrage?deelnemer=zwolle&uitgangspunt=voorstel";
const ZWOLLE = "Uw bijdrage daalt met € 107.140 in 2022.";
const ZWOLLE_HALF = "Uw bijdrage daalt met € 135.334 in 2022.";
const TABLE = "107.139,58";

/** Serves pages that a test makes; `page` gives the address of one, for a browser another site than 127.0.0.1. */
async function hostSite() {
  const pages = [];
  const server = http.createServer((request, response) => {
    const body = pages[Number(request.url.slice(1))];
    response.writeHead(body ? 200 : 404, { "content-type": "text/html; charset=utf-8" }).end(body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://localhost:${server.address().port}`;
  return {
    origin,
    page: (body) => `${origin}/${pages.push(body) - 1}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

let host, unlisted, listing, open4all;
before(async () => {
  host = await hostSite();
  const list = { body: `# eigen lijst\n${host.origin}\nhttps://intranet.example.nl/met/pad\n` };
  unlisted = await serve({ base: "/apps/bij-drage/" });
  listing = await serve({ change: (name) => (name.endsWith("/insluiters.txt") ? list : undefined) });
  const anyOrigin = { headers: { "access-control-allow-origin": "*" } };
  open4all = await serve({ change: (name) => (name.startsWith("/assets/") ? anyOrigin : undefined) });
});
after(() => Promise.all([host, unlisted, listing, open4all].map((each) => each.close())));

/** A host's page with one frame, which writes down every message that it gets. */
function hostPage(address, { attributes = "", head = "", body = (frame) => frame } = {}) {
  const frame = `<iframe src="${address.replaceAll("&", "&amp;")}" title="Bijdragewijzer" width="100%" height="900" ${attributes}></iframe>`;
  return host.page(`<!DOCTYPE html><html lang="nl"><title>Gastheer</title><link rel="icon" href="data:,">
    <script>heard = []; addEventListener("message", ({ data, origin }) => heard.push({ data, origin, at: performance.now() }));</script>
    ${head}<textarea rows="2"></textarea>${body(frame)}</html>`);
}

/** Nothing can be kept in the frame, and every attempt is written down. */
async function withoutStorage(tab) {
  await tab.evaluateOnNewDocument(() => {
    globalThis.faultsHere = [];
    globalThis.tried = [];
    addEventListener("error", (event) => globalThis.faultsHere.push(String(event.message)));
    addEventListener("unhandledrejection", (event) => globalThis.faultsHere.push(String(event.reason)));
    if (parent === globalThis) return;
    const refuse = (name) => {
      globalThis.tried.push(name);
      throw new DOMException("Access is denied", "SecurityError");
    };
    for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"]) {
      Object.defineProperty(globalThis, name, { get: () => refuse(name) });
    }
    const workers = globalThis.ServiceWorkerContainer?.prototype;
    if (workers) workers.register = async () => refuse("serviceWorker");
  });
}

async function framed(profile, page, site, options = {}) {
  const tab = await open(profile, page, { ...options, before: async (it) => (await withoutStorage(it), await options.before?.(it)) });
  const place = await tab.waitForFrame((each) => each.url().startsWith(site));
  return new Shown(tab, place);
}

async function nothingWrong(shown) {
  assert.deepEqual(shown.record.messages, []);
  assert.deepEqual(shown.record.faults, []);
  assert.deepEqual(await shown.evaluate(() => [...globalThis.faultsHere, ...globalThis.violationsOfPolicy, ...globalThis.tried]), []);
}

const heard = (shown) => shown.tab.evaluate(() => globalThis.heard);
const tall = (shown) => shown.tab.$eval("iframe", (frame) => frame.clientHeight);
const half = (shown) => press(shown, "radio", "0,5 mln");

/** How tall the frame is once that has stood still for half a second. */
async function settled(shown) {
  for (let [last, same] = [await tall(shown), 0]; ; ) {
    await pause(50);
    const now = await tall(shown);
    same = now === last ? same + 1 : 0;
    last = now;
    if (same === 10) return now;
  }
}

inEachBrowser("a plain frame 900 high works with what it is given, and keeps nothing", async (profile, name) => {
  const shown = await framed(profile, hostPage(`${unlisted.address}${OPENING}&thema=donker`), unlisted.address);
  await waitForText(shown, ZWOLLE);
  assert.equal(await shown.evaluate(() => document.documentElement.dataset.theme), "dark");
  const inside = await shown.evaluate(() => ({ high: innerHeight, whole: document.documentElement.scrollHeight }));
  assert.equal(inside.high, 900);
  assert.ok(inside.whole > 900, `scrolls inside: ${inside.whole}`);
  await half(shown);
  await waitForText(shown, ZWOLLE_HALF);

  const link = await (await find(shown, "link", "Open in nieuw tabblad")).evaluate((it) => ({ href: it.href, target: it.target, rel: it.rel }));
  assert.ok(link.href.startsWith(`${unlisted.address}index.html#/uw-bijdrage/1.`), link.href);
  assert.ok(link.href.includes("u~voorstel-050.d~zwolle"), link.href);
  assert.deepEqual([link.target, link.rel], ["_blank", "noopener"]);

  await press(shown, "button", "Link kopiëren");
  await waitForText(shown, "Gekopieerd. Plak de link in een bericht of document.");
  await shown.tab.focus("textarea");
  if (name === "chromium") await shown.keyboard.press("v", { commands: ["Paste"] });
  else {
    await shown.keyboard.down("Control");
    await shown.keyboard.press("v");
    await shown.keyboard.up("Control");
  }
  assert.equal(await shown.tab.$eval("textarea", (it) => it.value), link.href, "the host's page gets our address");

  await press(shown, "link", "Vergelijken");
  await shown.waitForFunction(() => location.hash.startsWith("#/vergelijken/"));
  assert.deepEqual(await heard(shown), [], "who is not listed hears nothing");
  await nothingWrong(shown);
});

inEachBrowser("where copying is refused the link stands selected, and nothing says that it was copied", async (profile) => {
  const refuse = (tab) => tab.evaluateOnNewDocument(() => {
    document.execCommand = () => false;
    if (navigator.clipboard) navigator.clipboard.writeText = () => Promise.reject(new DOMException("Not allowed", "NotAllowedError"));
  });
  const shown = await framed(profile, hostPage(unlisted.address + OPENING), unlisted.address, { before: refuse });
  await waitForText(shown, ZWOLLE);
  await press(shown, "button", "Link kopiëren");
  await waitForText(shown, "Druk Ctrl+C om de link te kopiëren.");
  const field = await shown.$eval("#link-tekst", (it) => [document.activeElement === it, it.value, it.value.slice(it.selectionStart, it.selectionEnd)]);
  assert.ok(field[0], "Ctrl+C is for the field");
  assert.ok(field[1].startsWith(unlisted.address), field[1]);
  assert.equal(field[2], field[1]);
  assert.ok(!(await text(shown)).includes("Gekopieerd"));
  await nothingWrong(shown);
});

inEachBrowser("the address chooses section and look, and says what in it is no choice", async (profile) => {
  const section = await framed(profile, hostPage(`${unlisted.address}#/vergelijken?deelnemer=zwolle&thema=licht`), unlisted.address);
  await section.waitForSelector("[aria-current=page]");
  assert.equal(await text(section, "[aria-current=page]"), "Vergelijken");
  assert.equal(await section.evaluate(() => document.documentElement.dataset.theme), "light");
  await nothingWrong(section);
  const wrong = await framed(profile, hostPage(`${unlisted.address}#/uw-bijdrage?deelnemer=nergenshuizen&kleur=rood`), unlisted.address);
  await waitForText(wrong, "nergenshuizen");
  await waitForText(wrong, "kleur=rood");
  await nothingWrong(wrong);
});

const script = () => ({ head: `<script src="${listing.address}insluiten.js" defer></script>` });

inEachBrowser("a listed host with the script gets the height: it follows, comes back, and comes to rest", async (profile) => {
  const shown = await framed(profile, hostPage(listing.address + OPENING, script()), listing.address);
  await waitForText(shown, ZWOLLE);
  const height = await settled(shown);
  assert.notEqual(height, 900);
  assert.equal(await shown.evaluate(() => document.documentElement.scrollHeight - innerHeight), 0, "nothing scrolls inside");
  const count = (await heard(shown)).length;
  await pause(5000);
  assert.equal((await heard(shown)).length, count, "nothing is said while nothing changes");

  const opener = await shown.waitForSelector(".bw-sum button[aria-expanded]");
  for (let time = 0; time < 10; time += 1) {
    await opener.evaluate((it) => it.click());
    await shown.waitForSelector("[role=group][aria-labelledby]");
    if (time === 0) assert.ok((await settled(shown)) > height, "it grows with a herleiding");
    await opener.evaluate((it) => it.click());
    await shown.waitForFunction(() => !document.querySelector("[role=group][aria-labelledby]"));
  }
  assert.ok(Math.abs((await settled(shown)) - height) <= 2, "and comes back");

  const choice = await find(shown, "radio", "0,5 mln");
  const undo = await find(shown, "button", "Ongedaan maken");
  for (let time = 0; time < 10; time += 1) {
    await choice.evaluate((it) => it.click());
    await waitForText(shown, ZWOLLE_HALF);
    await undo.evaluate((it) => it.click());
    await waitForText(shown, ZWOLLE);
  }
  assert.ok(Math.abs((await settled(shown)) - height) <= 2, "twenty changes later too");
  for (const { data, origin } of await heard(shown)) {
    assert.deepEqual(Object.keys(data).sort(), ["hoogte", "type", "versie"]);
    assert.deepEqual([data.type, data.versie, Number.isInteger(data.hoogte), `${origin}/`], ["bijdragewijzer:hoogte", 1, true, listing.address]);
  }
  await nothingWrong(shown);
});

inEachBrowser("a listed host that does not say who it is gets the height when its script asks", async (profile) => {
  const silent = { head: `<meta name="referrer" content="no-referrer">${script().head}` };
  const shown = await framed(profile, hostPage(listing.address + OPENING, silent), listing.address);
  await waitForText(shown, ZWOLLE);
  await shown.tab.waitForFunction(() => document.querySelector("iframe").clientHeight > 900);
  await nothingWrong(shown);
});

inEachBrowser("a frame that is hidden at first is right when it is shown", async (profile) => {
  const tabbed = { ...script(), body: (frame) => `<div id="tab" style="display:none">${frame}</div>` };
  const shown = await framed(profile, hostPage(listing.address + OPENING, tabbed), listing.address);
  await pause(1000);
  await shown.tab.$eval("#tab", (tab) => (tab.style.display = "block"));
  // A driver that waited in the frame while it was hidden would wait for a painting that does not come.
  for (const until = Date.now() + 15_000; !(await text(shown)).includes(ZWOLLE); await pause(50)) {
    assert.ok(Date.now() < until, await text(shown));
  }
  const height = await settled(shown);
  assert.ok(height > 900, String(height));
  for (const display of ["none", "block"]) {
    await shown.tab.$eval("#tab", (tab, wanted) => (tab.style.display = wanted), display);
    await pause(300);
  }
  assert.ok(Math.abs((await settled(shown)) - height) <= 2);
  assert.ok((await heard(shown)).every(({ data }) => data.hoogte > 100), "hidden is not a height");
  const charts = await shown.evaluate(() => [...document.querySelectorAll("svg")].map((svg) => [svg.getBoundingClientRect().width > 0 || !svg.checkVisibility(), svg.outerHTML.includes("NaN")]));
  assert.ok(charts.every(([seen, broken]) => seen && !broken), JSON.stringify(charts));
  await nothingWrong(shown);
});

/** In the host's page: 10.000 messages of every shape but the right one. */
function attack(type) {
  const frame = document.querySelector("iframe").contentWindow;
  const huge = { type, versie: 1, veel: Array.from({ length: 100_000 }, (_, index) => index) };
  const shapes = [
    null, 1, "", "<img src=x onerror=alert(1)>", [], {}, { type }, { type, versie: 2 }, { type, versie: "1" }, { type: [type], versie: 1 },
    { type: "bijdragewijzer:hoogte", versie: 1, hoogte: 1 }, { type, versie: 1, scenario: { deelnemer: "nijkerk" } }, { versie: 1, uitgangspunt: "voorstel", deelnemer: "nijkerk" },
    { type: "<b>vet</b>", html: "<script>alert(1)</script>" }, { type, versie: 1 },
  ];
  for (let index = 0; index < 10_000; index += 1) frame.postMessage(index % 1000 === 0 ? huge : shapes[index % shapes.length], "*");
}

inEachBrowser("a hostile host changes nothing, hears nothing and does not slow the page down", async (profile) => {
  const shown = await framed(profile, hostPage(unlisted.address + OPENING), unlisted.address);
  await waitForText(shown, ZWOLLE);
  const old = await text(shown, "main");
  await shown.tab.evaluate(attack, "bijdragewijzer:hallo");
  await pause(500);
  assert.equal(await text(shown, "main"), old);
  const choice = await find(shown, "radio", "0,5 mln");
  const start = performance.now();
  await choice.evaluate((it) => it.click());
  await waitForText(shown, ZWOLLE_HALF);
  assert.ok(performance.now() - start < 5000, `${performance.now() - start} ms`);
  assert.deepEqual(await heard(shown), []);
  await nothingWrong(shown);
});

inEachBrowser("a listed host that asks 10.000 times gets at most one answer per painted frame", async (profile) => {
  const shown = await framed(profile, hostPage(listing.address + OPENING), listing.address);
  await waitForText(shown, ZWOLLE);
  await pause(300);
  await shown.evaluate(() => {
    globalThis.painted = 0;
    requestAnimationFrame(function count() {
      globalThis.painted += 1;
      requestAnimationFrame(count);
    });
  });
  const known = (await heard(shown)).length;
  await shown.tab.evaluate(() => {
    const frame = document.querySelector("iframe").contentWindow;
    for (let index = 0; index < 10_000; index += 1) frame.postMessage({ type: "bijdragewijzer:hallo", versie: 1 }, "*");
  });
  await pause(1000);
  const answers = (await heard(shown)).length - known;
  const painted = await shown.evaluate(() => globalThis.painted);
  assert.ok(answers >= 1 && answers <= painted + 1, `${answers} answers in ${painted} frames`);
  await nothingWrong(shown);
});

inEachBrowser("where a sandbox forbids saving and printing the page says where they work", async (profile) => {
  const page = hostPage(unlisted.address + OPENING, { attributes: 'sandbox="allow-scripts allow-same-origin"' });
  const shown = await framed(profile, page, unlisted.address);
  await waitForText(shown, ZWOLLE);
  const hint = "Gebeurt er niets? Kies boven aan de pagina Open in nieuw tabblad. Of kopieer de link.";
  await press(shown, "button", "Afdrukken");
  await waitForText(shown, `Afdrukken is gevraagd. ${hint}`);
  await press(shown, "button", "Bestand");
  await press(shown, "button", "Opslaan als bestand");
  await shown.waitForFunction((wanted) => document.body.innerText.includes(`is gevraagd. ${wanted}`) && document.body.innerText.includes("Opslaan als"), {}, hint);
  await find(shown, "link", "Open in nieuw tabblad");
  assert.deepEqual(await shown.evaluate(() => globalThis.faultsHere), []);
});

inEachBrowser("in a sandbox without an origin the folder shows its table and says why it does not start", async (profile) => {
  const shown = await framed(profile, hostPage(unlisted.address + OPENING, { attributes: 'sandbox="allow-scripts"' }), unlisted.address);
  await waitForText(shown, TABLE);
  await shown.waitForFunction(() => document.getElementById("start-laat").checkVisibility({ visibilityProperty: true, opacityProperty: true }), { timeout: 8000 });
  await waitForText(shown, "Begint de rekenhulp niet?");
});

inEachBrowser("in a sandbox without an origin the folder works where its assets are open to all", async (profile) => {
  const shown = await framed(profile, hostPage(open4all.address + OPENING, { attributes: 'sandbox="allow-scripts"' }), open4all.address);
  await waitForText(shown, ZWOLLE);
  await half(shown);
  await waitForText(shown, ZWOLLE_HALF);
  assert.deepEqual(await shown.evaluate(() => [...globalThis.faultsHere, ...globalThis.violationsOfPolicy, ...globalThis.tried]), []);
});

const single = existsSync(path.join(dist, "bijdragewijzer.html"));
if (single) {
  inEachBrowser("the single file works in a sandbox without an origin", async (profile) => {
    const files = await serve({ folder: dist, change: () => ({ headers: { "content-security-policy": "default-src * data: blob: 'unsafe-inline' 'wasm-unsafe-eval'" } }) });
    try {
      const address = `${files.address}bijdragewijzer.html#/uw-bijdrage?deelnemer=zwolle`;
      const shown = await framed(profile, hostPage(address, { attributes: 'sandbox="allow-scripts"' }), files.address);
      await waitForText(shown, ZWOLLE);
      await half(shown);
      await waitForText(shown, ZWOLLE_HALF);
      await nothingWrong(shown);
    } finally {
      await files.close();
    }
  });
} else test("the single file works in a sandbox without an origin", { skip: "cargo xtask dist has not made it yet" }, () => undefined);

inEachBrowser("the example shows the page and an amount of the model", async (profile) => {
  const tab = await open(profile, `${unlisted.address}embed.html`);
  await tab.waitForFunction(() => document.getElementById("verschil").textContent !== "…");
  assert.equal(await text(tab, "#verschil"), "−107139,58");
  const shown = new Shown(tab, await tab.waitForFrame((each) => each.url().includes("index.html")));
  await waitForText(shown, ZWOLLE);
  assert.notEqual(await settled(shown), 900, "our own origin needs no list");
  assert.deepEqual([tab.record.messages, tab.record.faults, await tab.record.violations()], [[], [], []]);
});

test("the example is at most forty lines and the host's script at most twenty", () => {
  const lines = (name) => readFileSync(path.join(root, "www", name), "utf8").trimEnd().split("\n").length;
  assert.ok(lines("embed.html") + lines("embed.js") <= 40);
  assert.ok(lines("insluiten.js") <= 20);
});
