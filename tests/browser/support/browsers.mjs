// Starts Chromium and Firefox, opens pages in them, and writes down what a good page never causes.

import { existsSync } from "node:fs";
import test, { after } from "node:test";

import puppeteer from "puppeteer-core";

const SEARCHED = {
  chromium: ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"],
  firefox: ["/usr/bin/firefox-esr", "/usr/bin/firefox"],
};

export const BROWSERS = Object.keys(SEARCHED);

// Nothing that a browser does by itself may look like a request of the page, or take its time: the list under the address
// bar is a page of its own in each window, which costs more to start than ours.
const QUIET = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup",
  "--disable-quic",
  "--disable-sync",
  "--no-first-run",
];

/** Starts a browser; the variables CHROMIUM and FIREFOX say where, if it is not in a usual place. */
export async function launch(name, options = {}) {
  const executablePath = process.env[name.toUpperCase()] ?? SEARCHED[name].find((file) => existsSync(file));
  if (!executablePath) throw new Error(`${name} is not installed; set ${name.toUpperCase()} to its path`);
  if (name === "firefox") {
    return puppeteer.launch({
      browser: "firefox",
      executablePath,
      // The driver would loosen how a file:// page is treated; a person's browser does not.
      extraPrefsFirefox: { "security.fileuri.strict_origin_policy": true, "remote.prefs.recommended": false },
      ...options,
    });
  }
  const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return puppeteer.launch({ executablePath, args: [...asRoot, ...QUIET], ...options });
}

/**
 * Opens an address in a browser or a profile of it. The page gets a `record`: `messages` of the console, `faults` that nobody caught, and `requests`;
 * `await page.record.violations()` gives what the content policy stopped.
 */
export async function open(profile, address, { width = 1280, height = 1000, before } = {}) {
  const page = await profile.newPage();
  await page.setViewport({ width, height });
  const record = { messages: [], faults: [], requests: [] };
  page.on("console", (message) => record.messages.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (fault) => record.faults.push(String(fault)));
  page.on("request", (request) => record.requests.push(request.url()));
  record.violations = () => page.evaluate(() => globalThis.violationsOfPolicy ?? []);
  page.record = record;
  await page.evaluateOnNewDocument(() => {
    globalThis.violationsOfPolicy = [];
    addEventListener("securitypolicyviolation", (event) => {
      globalThis.violationsOfPolicy.push(`${event.violatedDirective}: ${event.blockedURI}`);
    });
  });
  await before?.(page);
  await page.goto(address);
  return page;
}

// A browser takes seconds to start: one of each for a test file. A profile takes none: one for each test.
const started = new Map();

after(async () => {
  for (const browser of started.values()) await (await browser).close();
});

/** A fresh profile, in which nothing is stored yet, of the browser with this name; `start` may start it in its own way. */
export async function freshProfile(name, start = launch) {
  if (!started.has(name)) started.set(name, start(name));
  return (await started.get(name)).createBrowserContext();
}

/** One test in each browser; `body` gets a fresh profile and the browser's name. */
export function inEachBrowser(title, body, names = BROWSERS, start = launch) {
  for (const name of names) {
    test(`${title} (${name})`, async () => {
      const profile = await freshProfile(name, start);
      try {
        await body(profile, name);
      } finally {
        await profile.close();
      }
    });
  }
}
