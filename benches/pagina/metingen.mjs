// I1 to I4: each measurement is a person doing one thing with the page.

import { forget, noticed, pause, withPage } from "./browser.mjs";

export const CHANGES = 60;
const PAUSE = 60;
const WARMING = 10;
const SWITCHES = 40;
/** An interaction that took less than the browser reports. */
const QUICK = 8;

/** The value below which this share of the values lies. */
export function quantile(values, share) {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
}

export const median = (values) => quantile(values, 0.5);

/** Not by role and name: from then on the browser keeps up the tree for screen readers, at the cost of every change. */
function link(page, section) {
  return page.$(`nav a ::-p-text(${section})`);
}

async function go(page, section) {
  await (await link(page, section)).click();
  await page.waitForFunction((name) => document.querySelector("[aria-current=page]")?.textContent.trim() === name, {}, section);
  await pause(300);
}

/** The page of Gemeente Zwolle, or with `section` that section of it. */
function onPage(browser, address, factor, section, body) {
  return withPage(browser, address, factor, async (page) => {
    await (await page.waitForSelector("#organisatie")).select("zwolle");
    await pause(300);
    if (section) await go(page, section);
    return body(page);
  });
}

/** Takes the last digit of a field away and types another, sixty times; gives the work per change in milliseconds. */
async function typing(page) {
  const field = await page.$("#reservering");
  await field.focus();
  await field.evaluate((it) => it.select());
  await page.keyboard.type("700000");
  const change = (turn) => page.keyboard.press(turn % 2 ? "5" : "Backspace").then(() => pause(PAUSE));
  const seen = () => page.evaluate(() => document.body.innerText);
  const before = await seen();
  for (let turn = 0; turn < WARMING; turn += 1) await change(turn);
  await change(0);
  if ((await seen()) === before) throw new Error("the change changes nothing");
  await change(1);
  await forget(page);
  const begin = await page.metrics();
  for (let turn = 0; turn < CHANGES; turn += 1) await change(turn);
  const end = await page.metrics();
  const spent = (what) => ((end[what] - begin[what]) * 1000) / CHANGES;
  return { work: spent("TaskDuration"), script: spent("ScriptDuration"), long: (await noticed(page)).long };
}

/** Sixty changes in one section, and just after it the same on the bare page with as many cells. */
export async function changing(browser, sites, factor, section) {
  const ours = await onPage(browser, sites.ours, factor, section, async (page) => {
    const cells = (await page.$$("td")).length;
    return { cells, ...(await typing(page)) };
  });
  const bare = await withPage(browser, `${sites.bare}kaal.html?cellen=${ours.cells}`, factor, typing);
  return { ...ours, bare: bare.work, ratio: ours.work / bare.work };
}

/** In the page: the ids of what can be filled in and is not done yet; what has just appeared comes first. */
function nextControl(done, known) {
  const kinds = "select, textarea, input:not([type=file], [type=button], [readonly])";
  const all = [...document.querySelectorAll(kinds)].filter((it) => it.checkVisibility() && !it.disabled);
  const left = all.map((it) => it.id).filter((id) => !done.includes(id));
  return { all: all.map((it) => it.id), next: left.find((id) => !known.includes(id)) ?? left[0] };
}

/** In the page: puts the hand on a control and gives the keys that change it and change it back. */
function hold(id) {
  const control = document.getElementById(id);
  if (!control) return [];
  control.focus();
  globalThis.noticed.turns.push([performance.now(), id]);
  if (control.localName === "select") {
    const last = control.selectedIndex === control.options.length - 1;
    return last ? ["ArrowUp", "ArrowDown"] : ["ArrowDown", "ArrowUp"];
  }
  // One key: each choice of the group is then chosen once, and the first one at the end.
  const keys = { radio: ["ArrowRight"], checkbox: ["Space", "Space"], range: ["ArrowRight", "ArrowLeft"] };
  if (keys[control.type]) return keys[control.type];
  // Another last digit: the points of the thousands and the percent sign stay where they are right.
  const place = control.value.search(/\d\D*$/);
  control.setSelectionRange(place < 0 ? control.value.length : place, place < 0 ? control.value.length : place + 1);
  if (place < 0) return ["5", "Backspace"];
  const digit = control.value[place];
  return [digit === "5" ? "4" : "5", digit];
}

/** A change in every control of a section, also in those that come into sight by it. */
export function everyInput(browser, sites, factor, section) {
  return onPage(browser, sites.ours, factor, section, async (page) => {
    await forget(page);
    const known = (await page.evaluate(nextControl, [], [])).all;
    const done = [];
    let pressed = 0;
    for (;;) {
      const { next } = await page.evaluate(nextControl, done, known);
      if (next === undefined) break;
      done.push(next);
      const keys = await page.evaluate(hold, next);
      for (const [turn, key] of keys.entries()) {
        if (turn > 0) await page.evaluate(hold, next);
        await page.keyboard.press(key);
        pressed += 1;
        await pause(PAUSE);
      }
    }
    const { interactions, long } = await noticed(page);
    const durations = interactions.map((it) => it.duration);
    const quick = Array(Math.max(0, pressed - durations.length)).fill(QUICK);
    return { controls: done.length, durations: [...durations, ...quick], slowest: interactions.slice(0, 5), long };
  });
}

/**
 * In the page: the time from the click until a frame in which the section is another has been painted, and until one in
 * which its last card has.
 */
function painted(section) {
  const wait = 500;
  return new Promise((resolve) => {
    let [cards, time, whole] = [0];
    const look = () => {
      if (document.querySelector("[aria-current=page]")?.textContent.trim() !== section) return requestAnimationFrame(look);
      const before = cards;
      // What only paper shows follows later still.
      cards = document.querySelectorAll("main .bw-card:not(.bw-dossier *)").length;
      const { port1, port2 } = new MessageChannel();
      // A message that is sent just before a frame is painted arrives just after it.
      port1.onmessage = () => {
        const now = performance.now() - globalThis.noticed.clicked;
        time ??= now;
        if (cards !== before) whole = now;
        if (now > time + wait) resolve({ time, whole });
        else requestAnimationFrame(look);
      };
      return port2.postMessage(null);
    };
    requestAnimationFrame(look);
  });
}

/** The times from one section to another, for every pair of neighbours and from the last to the first. */
export function switching(browser, sites, factor, sections) {
  return onPage(browser, sites.ours, factor, undefined, async (page) => {
    const times = [];
    for (let index = 1; index <= SWITCHES; index += 1) {
      const section = sections[index % sections.length];
      const place = await link(page, section);
      const turn = page.evaluate(painted, section);
      await place.click();
      times.push({ section, ...(await turn) });
      await pause(200);
    }
    return times;
  });
}
