// Chromium, and what it notices of slow work. Not through tests/browser/support/browsers.mjs: that one starts a test run.

import { existsSync } from "node:fs";

import puppeteer from "puppeteer-core";

const SEARCHED = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

export const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));

/** Starts Chromium; the variable CHROMIUM says where, if it is not in a usual place. */
export function launch() {
  const executablePath = process.env.CHROMIUM ?? SEARCHED.find((file) => existsSync(file));
  if (!executablePath) throw new Error("Chromium is not installed; set CHROMIUM to its path");
  return puppeteer.launch({ executablePath, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
}

/** Runs `body` with a page in a profile of its own, on a processor that is `factor` times slower. */
export async function withPage(browser, address, factor, body) {
  const profile = await browser.createBrowserContext();
  try {
    const page = await profile.newPage();
    await page.setViewport({ width: 1280, height: 1000 });
    await page.evaluateOnNewDocument(observe);
    await page.goto(address);
    const session = await page.createCDPSession();
    await session.send("Emulation.setCPUThrottlingRate", { rate: factor });
    return await body(page);
  } finally {
    await profile.close();
  }
}

/** Before the page loads: what is to be written down. */
function observe() {
  const noticed = (globalThis.noticed = { interactions: {}, long: [], turns: [], clicked: 0 });
  const watch = (type, note, more = {}) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true, ...more });
  const event = ({ interactionId, startTime, duration }) => {
    if (!interactionId) return;
    const before = noticed.interactions[interactionId]?.duration ?? 0;
    if (duration > before) noticed.interactions[interactionId] = { startTime, duration };
  };
  watch("event", event, { durationThreshold: 16 });
  watch("longtask", (task) => noticed.long.push(task.duration));
  addEventListener("click", (it) => (noticed.clicked = it.timeStamp), true);
}

/** Forgets what was noticed so far. */
export async function forget(page) {
  await pause(300);
  await page.evaluate(() => Object.assign(globalThis.noticed, { interactions: {}, long: [], turns: [] }));
}

/** What was noticed since: `interactions` with their control, slowest first, and the number of `long` tasks. */
export async function noticed(page) {
  await pause(300);
  const { interactions, long, turns } = await page.evaluate(() => globalThis.noticed);
  const control = (time) => turns.findLast(([begin]) => begin <= time)?.[1];
  const slow = Object.values(interactions).map((it) => ({ duration: it.duration, control: control(it.startTime) }));
  return { interactions: slow.sort((one, other) => other.duration - one.duration), long: long.length };
}
