// A table that is laid out for a phone is still a table for those who do not see it.

import assert from "node:assert/strict";
import { after, before } from "node:test";

import { inEachBrowser, open } from "./support/browsers.mjs";
import { choose, waitForText } from "./support/page.mjs";
import { serve } from "./support/server.mjs";

let server;
before(async () => (server = await serve({})));
after(() => server.close());

/** The roles inside a table as the browser gives them to a screen reader, with the names of the headers. */
async function tableRoles(page, css) {
  const table = await page.waitForSelector(css);
  const tree = await page.accessibility.snapshot({ root: table, interestingOnly: false });
  const count = {};
  const headers = [];
  const walk = (node) => {
    count[node.role] = (count[node.role] ?? 0) + 1;
    if (/header$/i.test(node.role)) headers.push(node.name);
    (node.children ?? []).forEach(walk);
  };
  walk(tree);
  return { role: tree.role, count, headers };
}

async function stillTables(profile) {
  const page = await open(profile, server.address, { width: 320, height: 640 });
  await choose(page, "Uw organisatie", "Gemeente Zwolle");
  await waitForText(page, "107.139,58");
  const years = await tableRoles(page, "table.bw-table--per-year");
  assert.equal(years.role, "table");
  // The head and 2021 to 2025.
  assert.equal(years.count.row, 6);
  for (const jaar of ["2021", "2022", "2023", "2024", "2025"]) {
    assert.ok(years.headers.some((header) => header.startsWith(jaar)), `${jaar}: ${years.headers}`);
  }
  await page.evaluate(() => (location.hash = "#/alle-deelnemers"));
  await waitForText(page, "Sluitend: de 11 deelnemers");
  const all = await tableRoles(page, "table[aria-labelledby=deelnemers]");
  assert.equal(all.role, "table");
  // The head, eleven deelnemers and the total.
  assert.equal(all.count.row, 13);
  assert.ok(all.headers.includes("Zwolle") && all.headers.includes("Totaal"), `${all.headers}`);
  const region = await page.$eval("table[aria-labelledby=deelnemers]", (table) => {
    const area = table.closest("[tabindex]");
    return { name: area?.getAttribute("aria-label") ?? area?.getAttribute("aria-labelledby"), tab: area?.tabIndex };
  });
  assert.ok(region.name, "the area that scrolls has a name");
  assert.equal(region.tab, 0);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.equal(width, 320);
}

// Chromium alone gives its accessibility tree over this protocol.
inEachBrowser("on a phone the years and the deelnemers are still tables, reached by the keyboard", stillTables, ["chromium"]);
