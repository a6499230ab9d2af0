// L5: Lighthouse on a simulated phone. It is large and not among the packages of the tests.

import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { brotliCompress } from "node:zlib";
import { readFile, readdir } from "node:fs/promises";

import { root, serve } from "../../tests/browser/support/server.mjs";

const PACKED = [".html", ".css", ".js", ".wasm", ".json", ".svg"];

/** Every text of a site by its address, packed as a host does it. */
async function packed(folder) {
  const files = await readdir(folder, { recursive: true });
  const texts = files.filter((name) => PACKED.includes(path.extname(name)));
  const pack = async (name) => [`/${name}`, await promisify(brotliCompress)(await readFile(path.join(folder, name)))];
  return new Map(await Promise.all(texts.map(pack)));
}

/** What Lighthouse finds, or undefined where it is not installed (in the checkout, or in the folder `place`). */
export async function lighthouse(browser, folder, place = root) {
  let file;
  try {
    file = createRequire(path.join(path.resolve(place), "any.js")).resolve("lighthouse");
  } catch {
    return undefined;
  }
  const { default: measure } = await import(pathToFileURL(file));
  const bodies = await packed(folder);
  const change = (pathname) => {
    const body = bodies.get(pathname === "/" ? "/index.html" : pathname);
    return body && { headers: { "content-encoding": "br" }, body };
  };
  const server = await serve({ folder, change });
  try {
    const port = Number(new URL(browser.wsEndpoint()).port);
    const { lhr } = await measure(server.address, { port, logLevel: "error", onlyCategories: ["performance", "accessibility"] });
    const score = (category) => lhr.categories[category].score * 100;
    const value = (audit) => lhr.audits[audit].numericValue;
    return {
      performance: score("performance"),
      accessibility: score("accessibility"),
      shift: value("cumulative-layout-shift"),
      blocked: value("total-blocking-time"),
      largest: value("largest-contentful-paint"),
    };
  } finally {
    await server.close();
  }
}
