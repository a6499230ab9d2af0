// `node benches/pagina.mjs [--site FOLDER] [--rounds N] [--lighthouse FOLDER]`: how fast the page answers, as one table.
// After `cargo xtask build` and `npm ci`; Chromium is needed. Goals and readings: README.md. A time never makes a test fail.

import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { serve, site } from "../tests/browser/support/server.mjs";
import { launch } from "./pagina/browser.mjs";
import { lighthouse } from "./pagina/lighthouse.mjs";
import { CHANGES, changing, everyInput, median, quantile, switching } from "./pagina/metingen.mjs";

const SECTIONS = ["Uw bijdrage", "Keuzes", "Vergelijken", "Alle deelnemers", "Verantwoording"];
/** The sections in which a change repaints a table. */
const TABLES = ["Uw bijdrage", "Vergelijken", "Alle deelnemers"];
const FACTORS = [1, 4];

const { values: options } = parseArgs({
  options: { site: { type: "string", default: site }, rounds: { type: "string", default: "3" }, lighthouse: { type: "string" } },
});

const progress = (line) => process.stderr.write(`${line}\n`);

/** Everything once, on a processor that is `factor` times slower. */
async function round(browser, sites, factor) {
  const found = { changes: {}, inputs: {} };
  for (const section of TABLES) {
    found.changes[section] = await changing(browser, sites, factor, section);
    progress(`${section}, CPU ×${factor}: ${number(found.changes[section].work, 1)} ms per change`);
  }
  for (const section of SECTIONS) {
    found.inputs[section] = await everyInput(browser, sites, factor, section);
    progress(`${section}, CPU ×${factor}: ${found.inputs[section].controls} inputs`);
  }
  found.switches = await switching(browser, sites, factor, SECTIONS);
  return found;
}

const number = (value, digits = 0) => value.toFixed(digits).replace(".", ",");
const row = (...cells) => console.log(`| ${cells.join(" | ")} |`);

/** The medians of the rounds, for ×1 and ×4. */
function both(rounds, value, digits) {
  return FACTORS.map((factor) => number(median(rounds[factor].map(value)), digits)).join(" / ");
}

function report(rounds) {
  const durations = (it) => Object.values(it.inputs).flatMap((section) => section.durations);
  const controls = Object.values(rounds[1][0].inputs).reduce((sum, section) => sum + section.controls, 0);
  row("id", "what", "goal", "found, CPU ×1 / ×4");
  row("---", "---", "---", "---");
  row("I1", `INP p98 in ms, ${controls} inputs in ${SECTIONS.length} sections`, "≤ 40 / 100", both(rounds, (it) => quantile(durations(it), 0.98)));
  row("", "the median of the same", "", both(rounds, (it) => median(durations(it))));
  for (const section of SECTIONS) {
    row("", `p98 in ${section}`, "", both(rounds, (it) => quantile(it.inputs[section].durations, 0.98)));
  }
  for (const section of TABLES) row("I2", `long tasks in ${CHANGES} changes, ${section}`, "0", both(rounds, (it) => it.changes[section].long));
  row("I2", "long tasks in a change of every input", "0", both(rounds, (it) => Object.values(it.inputs).reduce((sum, section) => sum + section.long, 0)));
  for (const section of TABLES) {
    const { cells } = rounds[1][0].changes[section];
    row("I3", `work per change, ${section} : bare page of ${cells} cells`, "≤ 3", both(rounds, (it) => it.changes[section].ratio, 1));
    row("", "in ms", "", both(rounds, (it) => it.changes[section].work, 1));
    row("", "of which script", "", both(rounds, (it) => it.changes[section].script, 1));
    row("", "bare page in ms", "", both(rounds, (it) => it.changes[section].bare, 1));
  }
  row("I4", "to the first card of another section in ms, p95", "– / ≤ 200", both(rounds, (it) => quantile(it.switches.map((turn) => turn.time), 0.95)));
  row("", "to its last card", "", both(rounds, (it) => quantile(it.switches.map((turn) => turn.whole), 0.95)));
  for (const section of SECTIONS) {
    const times = (it) => it.switches.filter((turn) => turn.section === section).map((turn) => turn.time);
    row("", `median to ${section}`, "", both(rounds, (it) => median(times(it))));
  }
}

function reportLighthouse(found) {
  if (!found) {
    row("L5", "not measured: `npm install --prefix FOLDER lighthouse`, then `--lighthouse FOLDER`", "", "");
    return;
  }
  row("L5", "Lighthouse, performance on a simulated phone", "≥ 99", number(found.performance));
  row("L5", "Lighthouse, accessibility", "100", number(found.accessibility));
  row("L5", "layout shift (CLS)", "0", number(found.shift, 3));
  row("L5", "blocked (TBT) in ms", "≤ 50", number(found.blocked));
  row("", "largest text (LCP) in ms", "", number(found.largest));
}

function reportSlowest(rounds) {
  const all = rounds[4].flatMap((it) => SECTIONS.flatMap((section) => it.inputs[section].slowest.map((slow) => ({ section, ...slow }))));
  const slowest = all.sort((one, other) => other.duration - one.duration).slice(0, 8);
  console.log(`\nSlowest inputs, CPU ×4: ${slowest.map((it) => `${it.control} (${it.section}) ${it.duration}`).join(", ")}`);
}

const browser = await launch();
const [ours, bare] = [await serve({ folder: options.site }), await serve({ folder: fileURLToPath(new URL("pagina", import.meta.url)) })];
try {
  const sites = { ours: ours.address, bare: bare.address };
  const rounds = Object.fromEntries(FACTORS.map((factor) => [factor, []]));
  for (let turn = 0; turn < Number(options.rounds); turn += 1) {
    for (const factor of FACTORS) rounds[factor].push(await round(browser, sites, factor));
  }
  const phone = await lighthouse(browser, options.site, options.lighthouse);
  report(rounds);
  reportLighthouse(phone);
  reportSlowest(rounds);
} finally {
  await browser.close();
  await ours.close();
  await bare.close();
}
