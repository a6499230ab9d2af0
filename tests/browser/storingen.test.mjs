// What an administrator or a device may do to the page, and what a person then sees: it goes on, or one sentence helps.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";

import { inEachBrowser, launch, open } from "./support/browsers.mjs";
import { address, text, waitForText } from "./support/page.mjs";
import { contentPolicy, serve, site } from "./support/server.mjs";

const ZWOLLE = "#/uw-bijdrage?deelnemer=zwolle";
// Typed from the check table of the calculation model.
const DAALT = "Uw bijdrage daalt met € 107.140 in 2022.";

let server;
before(async () => (server = await serve({ base: "/apps/bij drage/v1/" })));
after(() => server.close());

const folder = () => server.address.replaceAll(" ", "%20");

inEachBrowser("a folder with a space in its path works, with nothing asked for outside it", async (profile) => {
  server.requests.length = 0;
  const page = await open(profile, folder() + ZWOLLE);
  await waitForText(page, DAALT);
  assert.deepEqual(page.record.messages, []);
  assert.deepEqual(page.record.faults, []);
  const outside = server.requests.map((request) => request.path).filter((name) => !name.startsWith("/apps/bij drage/v1/"));
  assert.deepEqual(outside, []);
});

inEachBrowser("a host that leaves out the last slash shows the amounts and the way on", async (profile) => {
  const index = readFileSync(path.join(site, "index.html"));
  const without = { status: 200, headers: { "content-type": "text/html; charset=utf-8" }, body: index };
  const host = await serve({ base: "/apps/v1/", change: (pathname) => (pathname === "/apps/v1" ? without : undefined) });
  const page = await open(profile, `${host.address.slice(0, -1)}${ZWOLLE}`);
  assert.ok((await text(page)).includes("Het voorstel in 2022, per deelnemer"));
  await waitForText(page, "Begint de rekenhulp niet?");
  await host.close();
});

const DAMAGED = ["", "{}", "heerenveen", "zwolle\u0000", "x".repeat(100_000), "<img src=x onerror=alert(1)>"];

inEachBrowser("a memory that is damaged or of another version is passed over", async (profile) => {
  for (const value of DAMAGED) {
    const page = await open(profile, folder(), {
      before: (fresh) =>
        fresh.evaluateOnNewDocument((stored) => {
          localStorage.setItem("bijdragewijzer/1/deelnemer", stored);
          localStorage.setItem("bijdragewijzer/2/deelnemer", '{"id":"zwolle"}');
        }, value),
    });
    await page.waitForSelector("#organisatie");
    assert.equal(await page.$eval("#organisatie", (list) => list.value), "");
    assert.deepEqual(page.record.faults, []);
    await page.close();
  }
});

inEachBrowser("where the browser or the site allows no worker, the page works and says nothing of it", async (profile) => {
  const policy = (await contentPolicy()).replace("worker-src 'self' blob:", "worker-src 'none'");
  const host = await serve({ change: () => ({ headers: { "content-security-policy": policy } }) });
  const page = await open(profile, host.address + ZWOLLE);
  await waitForText(page, DAALT);
  await new Promise((resolve) => setTimeout(resolve, 3000));
  // Firefox counts its own report of the policy among the faults.
  assert.deepEqual(page.record.faults.filter((fault) => !fault.includes("Content-Security-Policy")), []);
  assert.equal(await page.$("#versie-nieuws"), null);
  await waitForText(page, DAALT);
  await host.close();
});

inEachBrowser("a worker that is not there or does not parse leaves the page as it is", async (profile) => {
  for (const change of [{ status: 404, body: "Niet gevonden" }, { body: "dit is geen script" }]) {
    const host = await serve({ change: (pathname) => (pathname.endsWith("sw.js") ? change : undefined) });
    const page = await open(profile, host.address + ZWOLLE);
    await waitForText(page, DAALT);
    await new Promise((resolve) => setTimeout(resolve, 3000));
    assert.deepEqual(page.record.faults, []);
    assert.equal(await page.$("#versie-nieuws"), null);
    await host.close();
  }
});

test("another time zone, language or clock changes no figure, no link and no word", async () => {
  const browser = await launch("chromium");
  try {
    const seen = [];
    for (const [zone, locale, clock] of [
      ["Europe/Amsterdam", "nl-NL", 0],
      ["Pacific/Auckland", "en-US", 40 * 365 * 86_400_000],
      ["America/New_York", "ar-EG", -20 * 365 * 86_400_000],
    ]) {
      const context = await browser.createBrowserContext();
      const page = await open(context, folder() + ZWOLLE, {
        before: async (fresh) => {
          await fresh.emulateTimezone(zone);
          await (await fresh.createCDPSession()).send("Emulation.setLocaleOverride", { locale });
          await fresh.evaluateOnNewDocument((shift) => {
            const { now } = Date;
            Date.now = () => now() + shift;
          }, clock);
        },
      });
      await waitForText(page, DAALT);
      seen.push([await text(page, "main"), await address(page)]);
      await context.close();
    }
    for (const each of seen) assert.deepEqual(each, seen[0]);
  } finally {
    await browser.close();
  }
});
