// Sizes and start times of the deliveries, beside peers: `cargo xtask dist && node benches/levering.mjs [--peers]`.
// L5 is measured where Lighthouse is installed: `--lighthouse MAP`, as for benches/pagina.mjs.
// With --peers the libraries that a JavaScript team would start from are fetched with npm and packed in the same way.
// Times move with the machine; sizes do not.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";

import { launch, open } from "../tests/browser/support/browsers.mjs";
import { dist, serve } from "../tests/browser/support/server.mjs";
import { lighthouse } from "./pagina/lighthouse.mjs";

const ROUNDS = 5;
const site = path.join(dist, "site");
const single = path.join(dist, "bijdragewijzer.html");
const kB = (bytes) => `${(bytes / 1000).toFixed(1).replace(".", ",")} kB`;
const ms = (time) => `${Math.round(time)} ms`;
const median = (times) => times.toSorted((a, b) => a - b)[times.length >> 1];
const packed = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

/** The page is ready when an organisation can be chosen; the time counts from the start of the navigation. */
async function ready(page) {
  await page.waitForSelector("select");
  return page.evaluate(() => performance.now());
}

/** What a first visit asks for, and how large that is as sent. */
async function firstVisit(browser) {
  const host = await serve({ folder: site });
  const context = await browser.createBrowserContext();
  await ready(await open(context, host.address));
  const names = host.requests.map(({ path: name }) => (name === "/" ? "index.html" : name.slice(1)));
  await Promise.all([context.close(), host.close()]);
  const sent = (name) => (name.endsWith(".woff2") ? statSync(path.join(site, name)).size : packed(readFileSync(path.join(site, name))));
  return { count: names.length, bytes: names.map(sent).reduce((sum, size) => sum + size) };
}

/** The median time to a usable page of several fresh visits. */
async function startOf(browser, address, throttle = 1) {
  const times = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const context = await browser.createBrowserContext();
    const slow = async (page) => {
      if (throttle > 1) await (await page.createCDPSession()).send("Emulation.setCPUThrottlingRate", { rate: throttle });
    };
    times.push(await ready(await open(context, address, { before: slow })));
    await context.close();
  }
  return median(times);
}

/** A reload after the server has gone. */
async function withoutServer(browser) {
  const host = await serve({ folder: site });
  const context = await browser.createBrowserContext();
  const page = await open(context, host.address);
  await ready(page);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await host.close();
  const times = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await page.reload();
    times.push(await ready(page));
  }
  await context.close();
  return median(times);
}

/** The production files of a package, together. */
function library(folder, name, files) {
  execFileSync("npm", ["pack", "--silent", "--pack-destination", folder, name], { stdio: ["ignore", "ignore", "inherit"] });
  const archive = readdirSync(folder).find((each) => each.endsWith(".tgz"));
  execFileSync("tar", ["-xzf", path.join(folder, archive), "-C", folder]);
  const bytes = Buffer.concat(files.map((file) => readFileSync(path.join(folder, "package", file))));
  rmSync(path.join(folder, archive));
  rmSync(path.join(folder, "package"), { recursive: true });
  return bytes;
}

function peers() {
  const folder = mkdtempSync(path.join(os.tmpdir(), "peers-"));
  try {
    const react = ["react@18.3.1", "react-dom@18.3.1"].map((name) => library(folder, name, [`umd/${name.split("@")[0]}.production.min.js`]));
    const sheet = library(folder, "hyperformula@3.1.0", ["dist/hyperformula.full.min.js"]);
    return [
      ["React, alleen de bibliotheek", "", kB(packed(Buffer.concat(react)))],
      ["React met HyperFormula, alleen de bibliotheken", "", kB(packed(Buffer.concat([...react, sheet])))],
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const browser = await launch("chromium");
const firefox = await launch("firefox");
const host = await serve({ folder: site });
const file = pathToFileURL(single).href;
const visit = await firstVisit(browser);
const rows = [
  ["L1 eerste bezoek, brotli", "≤ 200 kB", kB(visit.bytes)],
  ["L2 aanvragen tot bruikbaar", "≤ 6", String(visit.count)],
  ["L3 werkmodule, bij eerste gebruik", "≤ 450 kB", "er is nog geen"],
  ["L4 los bestand", "≤ 450 kB", kB(statSync(single).size)],
  ["start van de map, Chromium", "", ms(await startOf(browser, host.address))],
  ["start van de map, Chromium, processor / 4", "", ms(await startOf(browser, host.address, 4))],
  ["start van de map, Firefox", "", ms(await startOf(firefox, host.address))],
  ["start van het losse bestand, Chromium", "", ms(await startOf(browser, file))],
  ["start van het losse bestand, Chromium, processor / 4", "", ms(await startOf(browser, file, 4))],
  ["start van het losse bestand, Firefox", "", ms(await startOf(firefox, file))],
  ["L6 herladen zonder server, Chromium", "≤ 200 ms", ms(await withoutServer(browser))],
  ["L7 groei van elk bestand", "≤ 2 %", "tests/browser/omvang.test.mjs"],
];
const asked = process.argv.indexOf("--lighthouse");
const place = asked < 0 ? undefined : process.argv[asked + 1];
const phone = await lighthouse(browser, site, place);
rows.push(["L5 Lighthouse, telefoon: snelheid en toegankelijkheid", "≥ 99, 100", phone ? `${Math.round(phone.performance)}, ${phone.accessibility}` : "niet geïnstalleerd"]);
await Promise.all([browser.close(), firefox.close(), host.close()]);
if (process.argv.includes("--peers")) rows.push(...peers());

const width = (column) => Math.max(...rows.map((row) => row[column].length));
const [first, second, third] = [0, 1, 2].map(width);
for (const [what, goal, found] of rows) console.log(`${what.padEnd(first)}  ${goal.padEnd(second)}  ${found.padStart(third)}`);
