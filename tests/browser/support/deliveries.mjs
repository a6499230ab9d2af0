// The three ways in which the page is delivered, for tests that walk the same steps on each of them.
//
// A delivery is made for a test file: `visit` opens the page in it, `again` brings a person back to what was there, `memory`
// is what the page says of remembering an organisation, and `close` ends it. What cannot exist in a delivery stands here.

import assert from "node:assert/strict";
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import http from "node:http";
import os from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";

import { launch, open } from "./browsers.mjs";
import { press } from "./page.mjs";
import { dist, serve, site } from "./server.mjs";

/** What stands after `#` in a link. */
export const after = (link) => link.slice(link.indexOf("#"));

/** The page where it is shown, a tab or a frame in one: what a driver's page can do, and the keyboard of its tab. */
export class Shown {
  constructor(tab, place = tab) {
    this.tab = tab;
    this.place = place;
    this.record = tab.record;
    this.keyboard = tab.keyboard;
    for (const name of ["evaluate", "evaluateHandle", "$", "$eval", "waitForSelector", "waitForFunction"]) {
      this[name] = place[name].bind(place);
    }
  }
  browser() {
    return this.tab.browser();
  }
}

/** Inside the page, from the start: writes down every sentence that it says to who does not see it, and faults in a frame. */
async function listen(tab) {
  await tab.evaluateOnNewDocument(() => {
    globalThis.said = [];
    globalThis.faultsHere = [];
    const last = new WeakMap();
    new MutationObserver(() => {
      // What stands there while the page starts is about the start.
      for (const status of document.querySelectorAll("[role=status]:not(#start-stand)")) {
        const words = status.textContent;
        if (words && last.get(status) !== words) globalThis.said.push(words.replace(/[\u00a0\u202f]/g, " ").trim());
        last.set(status, words);
      }
    }).observe(document, { childList: true, characterData: true, subtree: true });
    // Not every driver reports what goes wrong in a frame of another site.
    addEventListener("error", (event) => globalThis.faultsHere.push(String(event.message)));
    addEventListener("unhandledrejection", (event) => globalThis.faultsHere.push(String(event.reason)));
  });
}

/** Nothing in the console, no fault, nothing stopped by the policy, and nothing asked for but what is `own`. */
async function quiet(shown, own) {
  assert.deepEqual(shown.record.messages, []);
  assert.deepEqual(shown.record.faults, []);
  assert.deepEqual(await shown.record.violations(), []);
  assert.deepEqual(await shown.evaluate(() => [...globalThis.faultsHere, ...globalThis.violationsOfPolicy]), []);
  const asked = shown.record.requests.filter((address) => !address.startsWith("data:"));
  // Firefox says nothing of the file that a tab opens itself.
  if (!shown.tab.url().startsWith("file:")) assert.ok(asked.length > 0, "the record has the page itself");
  assert.deepEqual(asked.filter((address) => !own(address)), []);
}

/** The log of a server: nothing was asked for but files of the site, under its own path. */
function onlyFilesOfTheSite(server, base) {
  const other = server.requests.filter(({ method, path: name }) => {
    const file = path.join(site, name.slice(base.length) || "index.html");
    return method !== "GET" || !name.startsWith(base) || !existsSync(file);
  });
  assert.ok(server.requests.length > 0, "the log has the page itself");
  assert.deepEqual(other, []);
}

const REMEMBERS = (name) => `Dit apparaat onthoudt: ${name}.`;

/** Whatever is opened in a tab of its own: how it is visited, and come back to. */
const inATab = (address) => ({
  launch,
  memory: REMEMBERS,
  async visit(profile, opening = "", size = {}) {
    return new Shown(await open(profile, address + opening, { ...size, before: listen }));
  },
  async again(shown) {
    await shown.tab.reload();
    return shown;
  },
});

/** The site under a sub-path of a strict host. */
export async function folder() {
  const base = "/apps/bij-drage/v1/";
  const server = await serve({ base });
  return {
    ...inATab(server.address),
    async nothingWrong(shown) {
      await quiet(shown, (address) => address.startsWith(server.address));
      onlyFilesOfTheSite(server, base);
    },
    close: () => server.close(),
  };
}

/** A copy of the single file in a folder that nobody may write in and whose name has to be escaped. */
export function shareWithTheFile() {
  const made = mkdtempSync(path.join(os.tmpdir(), "bijdragewijzer-"));
  const share = path.join(made, "Map met spatie & é #1");
  const file = path.join(share, "bijdragewijzer.html");
  mkdirSync(share);
  copyFileSync(path.join(dist, "bijdragewijzer.html"), file);
  chmodSync(file, 0o444);
  chmodSync(share, 0o555);
  return {
    file,
    address: pathToFileURL(file).href,
    close() {
      chmodSync(share, 0o755);
      rmSync(made, { recursive: true });
    },
  };
}

/** The single file, as a double click opens it. */
export async function singleFile() {
  const share = shareWithTheFile();
  return {
    ...inATab(share.address),
    // There is no server and no log: the browser asks for the file itself and for nothing else.
    nothingWrong: (shown) => quiet(shown, (address) => address.split("#")[0] === share.address),
    close: () => share.close(),
  };
}

/** A page of another site with nothing in it but a frame; `frameOf` gives the frame's address for what comes after `?`. */
async function hostPage(frameOf) {
  const requests = [];
  const host = http.createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url, "http://localhost");
    requests.push(pathname);
    const frame = frameOf(searchParams.get("opening") ?? "").replaceAll("&", "&amp;").replaceAll('"', "&quot;");
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(
      `<!DOCTYPE html><html lang="nl"><title>Gastheer</title><meta name="viewport" content="width=device-width">
       <link rel="icon" href="data:,"><iframe src="${frame}" title="Bijdragewijzer" width="100%" height="900"></iframe></html>`,
    );
  });
  await new Promise((resolve) => host.listen(0, "127.0.0.1", resolve));
  return {
    // For a browser another site than 127.0.0.1, where the frame comes from.
    address: `http://localhost:${host.address().port}/`,
    requests,
    async close() {
      host.closeAllConnections();
      await new Promise((resolve) => host.close(resolve));
    },
  };
}

/** In a frame of another site: storage is refused, and every attempt at it or at a worker is written down. */
async function withoutStorage(tab) {
  await listen(tab);
  await tab.evaluateOnNewDocument(() => {
    if (parent === globalThis) return;
    globalThis.triedHere = [];
    for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"]) {
      Object.defineProperty(globalThis, name, {
        get() {
          globalThis.triedHere.push(name);
          throw new DOMException("Access is denied", "SecurityError");
        },
      });
    }
    navigator.serviceWorker.register = async () => {
      globalThis.triedHere.push("serviceWorker");
      throw new DOMException("Access is denied", "SecurityError");
    };
  });
}

/** The tab that was not there before; waits until it is. */
async function newTab(profile, earlier) {
  const until = Date.now() + 10_000;
  while (Date.now() < until) {
    const fresh = (await profile.pages()).find((tab) => !earlier.includes(tab));
    if (fresh) return fresh;
    await pause(50);
  }
  throw new Error("no tab was opened");
}

/** Firefox can be told to refuse what a third party stores; Chromium's driver cannot, so there only the page's means are taken away. */
const withoutThirdParties = (name) =>
  launch(name, name === "firefox" ? { extraPrefsFirefox: { "network.cookie.cookieBehavior": 1, "remote.prefs.recommended": false } } : {});

/** The folder in a plain frame, 900 high, of a page on another site that gives it nothing. */
export async function frame() {
  const base = "/apps/bij-drage/v1/";
  const server = await serve({ base });
  const host = await hostPage((opening) => server.address + opening);
  return {
    launch: withoutThirdParties,
    // A browser that blocks third parties remembers nothing in a frame, so the page does not try.
    memory: () => "Uw keuze wordt hier niet onthouden.",
    async visit(profile, opening = "", size = {}) {
      const tab = await open(profile, `${host.address}?opening=${encodeURIComponent(opening)}`, { ...size, before: withoutStorage });
      const place = await tab.waitForFrame((each) => each.url().startsWith(server.address));
      return new Shown(tab, place);
    },
    // The address bar is the host's: loading that again begins anew. The page offers its own tab for this.
    async again(shown) {
      const profile = shown.tab.browserContext();
      const earlier = await profile.pages();
      await press(shown, "link", "Open in nieuw tabblad");
      const tab = await newTab(profile, earlier);
      await tab.waitForFunction(() => parent === window && opener === null && document.querySelector("select"));
      return new Shown(tab);
    },
    async nothingWrong(shown) {
      await quiet(shown, (address) => address.startsWith(server.address) || address.startsWith(host.address));
      assert.deepEqual(await shown.evaluate(() => globalThis.triedHere), []);
      onlyFilesOfTheSite(server, base);
      assert.deepEqual([...new Set(host.requests)], ["/"]);
    },
    async close() {
      await Promise.all([server.close(), host.close()]);
    },
  };
}
