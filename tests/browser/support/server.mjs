// Serves a folder as a strict host would, on a free port, and writes down what was asked for.

import { readdirSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import http from "node:http";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../../", import.meta.url));
/** Where `cargo xtask build` puts the site. */
export const site = path.resolve(root, process.env.CARGO_TARGET_DIR ?? "target", "site");

/** Where `cargo xtask dist` puts the deliveries. */
export const dist = path.join(root, "dist");

/** The name in the site of what the page loads: `assets/pagina.0123456789ab.wasm` for `.wasm`. */
export function asset(ending, folder = site) {
  const name = readdirSync(path.join(folder, "assets")).find((each) => each.endsWith(ending));
  return `assets/${name}`;
}

/** A name in the site as it is before it gets its hash. */
export const unhashed = (name) => name.replace(/\.[0-9a-f]{12}\./, ".");

const MEDIA_TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".wasm": "application/wasm",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/** The content policy, from the same file as the server of `cargo xtask serve`. */
export async function contentPolicy() {
  const lines = await readFile(path.join(root, "xtask", "policy.txt"), "utf8");
  return lines.trim().split("\n").join("; ");
}

/**
 * Serves `folder` under `base` (a sub-path proves that no address is compiled in).
 * `change(pathname)` may give `{ status, headers, body }` for a path: that is how a test makes a fault.
 */
export async function serve({ folder = site, base = "/", change = () => undefined } = {}) {
  const policy = await contentPolicy();
  const requests = [];

  async function answer(request) {
    const pathname = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    requests.push({ method: request.method, path: pathname });
    const file = fileFor(folder, base, pathname);
    const found = file ? await contents(file) : { status: 404, body: "Niet gevonden" };
    const changed = change(pathname) ?? {};
    const headers = {
      "content-type": MEDIA_TYPES[path.extname(file ?? "")] ?? "application/octet-stream",
      "content-security-policy": policy,
      "x-content-type-options": "nosniff",
      "cache-control": "no-cache",
      ...changed.headers,
    };
    return { status: changed.status ?? found.status, headers, body: changed.body ?? found.body };
  }

  const server = http.createServer((request, response) => {
    answer(request)
      .catch((fault) => ({ status: 500, headers: {}, body: String(fault) }))
      .then(({ status, headers, body }) => response.writeHead(status, headers).end(body));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));

  return {
    address: `http://127.0.0.1:${server.address().port}${base}`,
    requests,
    /** Stops at once, open connections included: for a page that must go on without its server. */
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function fileFor(folder, base, pathname) {
  if (!pathname.startsWith(base)) return undefined;
  const file = path.join(folder, pathname.slice(base.length));
  const inside = file === folder || file.startsWith(folder + path.sep);
  if (!inside) return undefined;
  return pathname.endsWith("/") ? path.join(file, "index.html") : file;
}

async function contents(file) {
  const known = await stat(file).catch(() => undefined);
  if (!known?.isFile()) return { status: 404, body: "Niet gevonden" };
  return { status: 200, body: await readFile(file) };
}
