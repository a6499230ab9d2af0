// What a first visit costs: bytes as a server with brotli sends them, and requests. Files grow unseen; this test sees it.
//
// tests/browser/budget.json holds the size of each file. UPDATE_EXPECT=1 writes it anew, after a change that is worth its bytes.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { brotliCompressSync, constants } from "node:zlib";

import { launch, open } from "./support/browsers.mjs";
import { serve, site, unhashed } from "./support/server.mjs";

const BUDGET = new URL("./budget.json", import.meta.url);
const GROWTH = 1.02;
const LIMIT = { bytes: 200_000, requests: 6 };

const budget = JSON.parse(readFileSync(BUDGET, "utf8"));

let visit;
let sizes;
before(async () => {
  visit = await firstVisit();
  sizes = Object.fromEntries([...new Set(visit)].map((name) => [unhashed(name), packed(name)]).sort());
});
after(() => {
  if (process.env.UPDATE_EXPECT) writeFileSync(BUDGET, `${JSON.stringify({ ...budget, files: sizes }, null, 2)}\n`);
});

/** The files that a browser with nothing stored asks for, until a choice can be made. */
async function firstVisit() {
  const [server, browser] = await Promise.all([serve(), launch("chromium")]);
  try {
    const page = await open(browser, server.address);
    await page.waitForSelector("select");
    await page.evaluate(() => document.fonts.ready);
    return server.requests.map((request) => (request.path === "/" ? "index.html" : request.path.slice(1)));
  } finally {
    await Promise.all([browser.close(), server.close()]);
  }
}

/** A font is packed already. */
function packed(name) {
  const bytes = readFileSync(path.join(site, name));
  if (name.endsWith(".woff2")) return bytes.length;
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return brotliCompressSync(bytes, { params }).length;
}

test("a first visit asks for no more files than the limit, each once", () => {
  assert.deepEqual(visit.toSorted(), [...new Set(visit)].toSorted());
  assert.ok(visit.length <= LIMIT.requests, visit.join(", "));
});

test("a first visit stays under the limit in bytes, or the budget says why not yet", () => {
  const total = Object.values(sizes).reduce((sum, size) => sum + size);
  const listed = Object.entries(sizes).map(([name, size]) => `${name} ${size}`);
  if (total <= LIMIT.bytes) {
    assert.equal(budget.above, undefined, "take the reason out of the budget: the limit is met");
  } else {
    assert.ok(budget.above, `${total} bytes: ${listed.join(", ")}`);
  }
});

test("no file grew by more than two parts in a hundred, and none came or went unseen", () => {
  if (process.env.UPDATE_EXPECT) return;
  assert.deepEqual(Object.keys(sizes), Object.keys(budget.files));
  const grown = Object.entries(sizes).filter(([name, size]) => size > budget.files[name] * GROWTH);
  assert.deepEqual(grown.map(([name, size]) => `${name}: ${budget.files[name]} became ${size}`), []);
});
