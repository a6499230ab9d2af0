// The administrator's guide, followed on real servers: nginx and Apache as Debian has them, with the sample configurations
// as the archive has them. Each runs as an ordinary process on a free port, in a folder of its own.

import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import http from "node:http";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import test, { after, before } from "node:test";
import { promisify } from "node:util";
import zlib from "node:zlib";

import { launch, open } from "./support/browsers.mjs";
import { text, waitForText } from "./support/page.mjs";
import { asset, contentPolicy, dist, root, serve } from "./support/server.mjs";

/** The path under which the samples show the site. */
const BASE = "/bijdragewijzer/";
/** Where the guide says that the site is. */
const EXAMPLE = "https://www.example.nl";
const FRAMES = "frame-ancestors 'self' https://intranet.example.nl";
// Typed from the check table of the calculation model.
const ZWOLLE = "− € 107.139,58";

/** Where Debian has the modules of Apache with their settings. */
const AVAILABLE = "/etc/apache2/mods-available";

const REVALIDATED = ["sw.js", "404.html", "insluiters.txt", "insluiten.js", "versie.json", "publicaties/gblt-2021.json"];
const MEDIA = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".wasm": "application/wasm",
  ".json": "application/json; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".ts": "text/plain; charset=utf-8",
  ".woff2": "font/woff2",
};
const UNPACK = { br: zlib.brotliDecompressSync, gzip: zlib.gunzipSync };

const GUIDE = readFileSync(path.join(root, "docs", "beheer.md"), "utf8");
const commands = (program) => GUIDE.split("\n").filter((line) => line.startsWith(`${program} `));
const installed = (name) => ["/usr/sbin", "/usr/bin"].map((folder) => path.join(folder, name)).find((file) => existsSync(file));
const run = promisify(execFile);
const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name)))
    .sort();

let work;
before(async () => {
  work = mkdtempSync(path.join(os.tmpdir(), "bijdragewijzer-servers-"));
  // A server that was started as root reads as another user.
  chmodSync(work, 0o755);
  await unpackArchive(path.join(work, "archive"));
});
after(() => rmSync(work, { recursive: true, force: true }));

/** What an administrator gets. Its copies and checksums stay as they are: the commands of the guide that make them anew are tried beside it. */
async function unpackArchive(folder) {
  const name = readdirSync(dist).find((each) => /^bijdragewijzer-.*\.zip$/.test(each));
  await unzip(path.join(dist, name), folder);
  const beside = path.join(work, "opnieuw ingepakt");
  cpSync(folder, beside, { recursive: true });
  await packAsTheGuideSays(beside);
}

/** The copies that the commands make are those of the archive, as far as the programs are there. */
async function packAsTheGuideSays(folder) {
  const found = commands("find");
  assert.equal(found.length, 2);
  for (const command of found) {
    const ending = command.includes("-exec gzip") ? ".gz" : ".br";
    if (ending === ".br" && !installed("brotli")) continue;
    const copies = () => filesIn(folder).filter((name) => name.endsWith(ending));
    const before = copies();
    before.forEach((name) => rmSync(path.join(folder, name)));
    await run("sh", ["-c", command], { cwd: folder });
    assert.deepEqual(copies(), before);
  }
}

/** Unpacks an archive by its table of contents, without the folder that all of it is in. */
async function unzip(file, folder) {
  const bytes = readFileSync(file);
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, size, nameLength, more, comment, start] = [
      bytes.readUInt16LE(at + 10),
      bytes.readUInt32LE(at + 20),
      bytes.readUInt16LE(at + 28),
      bytes.readUInt16LE(at + 30),
      bytes.readUInt16LE(at + 32),
      bytes.readUInt32LE(at + 42),
    ];
    const name = bytes.toString("utf8", at + 46, at + 46 + nameLength);
    const data = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);
    const packed = bytes.subarray(data, data + size);
    const place = path.join(folder, name.slice(name.indexOf("/") + 1));
    if (!name.endsWith("/")) {
      mkdirSync(path.dirname(place), { recursive: true });
      writeFileSync(place, method === 8 ? zlib.inflateRawSync(packed) : packed);
    }
    at += 46 + nameLength + more + comment;
  }
}

/** A sample configuration; for another path changed as it says itself. */
const sample = (name, base = BASE) =>
  readFileSync(path.join(work, "archive", "servers", name), "utf8").replaceAll(BASE.slice(0, -1), base.slice(0, -1));

/** nginx: the site in the root of a server block, which includes the sample. */
function nginx({ program, folder, port, base }) {
  const brotli = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";
  const snippet = sample("nginx.conf", base);
  // The guide says to take the mark away where the module is.
  const followed = existsSync(brotli) ? snippet.replace("# brotli_static on;", "brotli_static on;") : snippet;
  writeFileSync(path.join(folder, "bijdragewijzer.conf"), followed);
  const scratch = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${folder}/${name};`);
  writeFileSync(
    path.join(folder, "nginx.conf"),
    `${existsSync(brotli) ? `load_module ${brotli};` : ""}
     pid ${folder}/nginx.pid; error_log ${folder}/error.log; daemon off; worker_processes 1;
     events {}
     http {
       access_log ${folder}/access.log; ${scratch.join(" ")}
       include /etc/nginx/mime.types;
       server { listen 127.0.0.1:${port}; root ${folder}/www; include ${folder}/bijdragewijzer.conf; }
     }`,
  );
  const command = [program, "-p", folder, "-e", path.join(folder, "error.log"), "-c", path.join(folder, "nginx.conf")];
  return { command, brotli: existsSync(brotli) };
}

/** Apache with the modules and settings that Debian switches on, and those that the guide adds. */
function apache({ program, folder, port, base }, inConfiguration) {
  const modules = ["mpm_event", "authz_core", "alias", "autoindex", "dir", "env", "filter", "deflate", "mime", "negotiation", "setenvif"];
  const includes = [...modules, "headers", "rewrite"].flatMap((name) =>
    [`${AVAILABLE}/${name}.load`, `${AVAILABLE}/${name}.conf`].filter((file) => existsSync(file)).map((file) => `Include ${file}`),
  );
  const www = path.join(folder, "www");
  writeFileSync(path.join(folder, "bijdragewijzer.conf"), sample("apache.conf", base));
  if (!inConfiguration) writeFileSync(path.join(www, base, ".htaccess"), sample("apache.conf", base));
  writeFileSync(
    path.join(folder, "apache.conf"),
    `ServerRoot ${folder}
     ServerName 127.0.0.1
     PidFile ${folder}/apache.pid
     DefaultRuntimeDir ${folder}
     Listen 127.0.0.1:${port}
     ErrorLog ${folder}/error.log
     User www-data
     Group www-data
     ${includes.join("\n")}
     Mutex file:${folder}
     DocumentRoot ${www}
     <Directory ${www}>
       Options Indexes FollowSymLinks
       AllowOverride ${inConfiguration ? "None" : "FileInfo"}
       Require all granted
     </Directory>
     ${inConfiguration ? `<Directory ${www}${base}>\nInclude ${folder}/bijdragewijzer.conf\n</Directory>` : ""}`,
  );
  return { command: [program, "-d", folder, "-f", path.join(folder, "apache.conf"), "-D", "FOREGROUND"], brotli: true };
}

const SERVERS = [
  ["nginx", "nginx", nginx],
  ["Apache, in its configuration", "apache2", (place) => apache(place, true)],
  ["Apache, as .htaccess", "apache2", (place) => apache(place, false)],
];

async function freePort() {
  const server = net.createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Starts a server with the site in it, and gives it to the body. */
async function serving(program, configure, body, base) {
  const folder = mkdtempSync(path.join(work, "server-"));
  chmodSync(folder, 0o755);
  cpSync(path.join(work, "archive", "site"), path.join(folder, "www", base), { recursive: true });
  const port = await freePort();
  const { command, brotli } = configure({ program, folder, port, base });
  const [file, ...options] = command;
  const child = spawn(file, options, { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part) => (said += part));
  const ended = new Promise((resolve) => child.on("exit", resolve));
  const log = () => `${said}${existsSync(`${folder}/error.log`) ? readFileSync(`${folder}/error.log`, "utf8") : ""}`;
  try {
    const host = { address: `http://127.0.0.1:${port}`, brotli, folder, log };
    await answering(host, child);
    await body(host);
  } finally {
    if (child.exitCode === null) child.kill("SIGTERM");
    await ended;
  }
}

async function answering(host, child) {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (child.exitCode !== null) break;
    if (await ask(host, "/").catch(() => undefined)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`the server does not answer: ${host.log()}`);
}

/** Asks for a path as it is: a browser's own fetch would unpack the answer. */
function ask(host, pathname, headers = {}) {
  return new Promise((resolve, reject) => {
    const request = http.get(host.address + pathname, { headers, agent: false }, (answer) => {
      const parts = [];
      answer.on("data", (part) => parts.push(part));
      answer.on("end", () => resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts) }));
    });
    request.on("error", reject);
  });
}

function onEachServer(title, body, base = BASE) {
  for (const [name, program, configure] of SERVERS) {
    const complete = program !== "apache2" || existsSync(path.join(AVAILABLE, "headers.load"));
    const file = complete ? installed(program) : undefined;
    test(`${title} (${name})`, { skip: file ? false : `${program} is not installed` }, () => serving(file, configure, body, base));
  }
}

async function carriesPolicy(answer) {
  assert.equal(answer.headers["content-security-policy"], `${await contentPolicy()}; ${FRAMES}`);
  assert.equal(answer.headers["x-content-type-options"], "nosniff");
  assert.equal(answer.headers["referrer-policy"], "strict-origin-when-cross-origin");
  assert.equal(answer.headers["x-frame-options"], undefined, "that would forbid the frame");
}

onEachServer("the page and its files have the headers that the guide names", async (host) => {
  const page = await ask(host, BASE);
  assert.equal(page.status, 200);
  await carriesPolicy(page);
  assert.deepEqual(page.body, (await ask(host, `${BASE}index.html`)).body);
  for (const name of ["", "index.html", ...REVALIDATED]) {
    const answer = await ask(host, BASE + name);
    assert.equal(answer.status, 200, name);
    assert.equal(answer.headers["cache-control"], "no-cache", name);
    assert.equal(answer.headers["content-type"], MEDIA[path.extname(name) || ".html"], name);
    await carriesPolicy(answer);
  }
  for (const ending of [".js", ".wasm", ".css", ".woff2"]) {
    const answer = await ask(host, BASE + asset(ending, path.join(host.folder, "www", BASE)));
    assert.equal(answer.status, 200, ending);
    assert.equal(answer.headers["cache-control"], "public, max-age=31536000, immutable", ending);
    assert.equal(answer.headers["content-type"], MEDIA[ending]);
    assert.equal(answer.headers["access-control-allow-origin"], "*", ending);
    await carriesPolicy(answer);
  }
});

onEachServer("what is not there gets the page that says so, under the same policy", async (host) => {
  const words = readFileSync(path.join(host.folder, "www", BASE, "404.html"));
  for (const name of ["bestaat-niet", "map/bestaat/niet", "assets/pagina.000000000000.wasm", "%23/uw-bijdrage"]) {
    const answer = await ask(host, BASE + name);
    assert.equal(answer.status, 404, name);
    assert.deepEqual(answer.body, words, name);
    assert.ok(!/immutable/.test(answer.headers["cache-control"]), name);
    await carriesPolicy(answer);
  }
  const bare = await ask(host, BASE.slice(0, -1));
  assert.equal(bare.status, 301);
  assert.equal(new URL(bare.headers.location, host.address).pathname, BASE);
});

const ELSEWHERE = "/apps/rekenen/v1/";
onEachServer(
  "under another path, changed as the sample says, all is the same",
  async (host) => {
    for (const [name, status] of [["", 200], ["sw.js", 200], ["bestaat-niet", 404]]) {
      const answer = await ask(host, ELSEWHERE + name, status === 404 ? {} : { "accept-encoding": "gzip" });
      assert.equal(answer.status, status, name);
      assert.equal(answer.headers["cache-control"], "no-cache", name);
      await carriesPolicy(answer);
      if (status === 404) assert.match(answer.body.toString(), /Deze pagina is er niet/);
      else assert.equal(answer.headers["content-encoding"], "gzip", name);
    }
    const style = await ask(host, ELSEWHERE + asset(".css", path.join(host.folder, "www", ELSEWHERE)));
    assert.match(style.headers["cache-control"], /immutable/);
  },
  ELSEWHERE,
);

onEachServer("each browser gets the packing that it asks for, and the file itself without asking", async (host) => {
  const place = path.join(host.folder, "www", BASE);
  const named = ["", "index.html", "sw.js", "publicaties/gblt-2021.json", ...[".js", ".wasm", ".css"].map((ending) => asset(ending, place))];
  for (const name of named) {
    const whole = readFileSync(path.join(place, name || "index.html"));
    const plain = await ask(host, BASE + name);
    assert.equal(plain.headers["content-encoding"], undefined, name);
    assert.deepEqual(plain.body, whole, name);
    const asked = [["gzip, deflate", "gzip"], ...(host.brotli ? [["gzip, deflate, br, zstd", "br"], ["br;q=1.0, gzip;q=0.8", "br"]] : [])];
    for (const [accepted, expected] of asked) {
      const packed = await ask(host, BASE + name, { "accept-encoding": accepted });
      assert.equal(packed.headers["content-encoding"], expected, `${name} for ${accepted}`);
      assert.deepEqual(UNPACK[expected](packed.body), whole, name);
      assert.equal(packed.headers["content-type"], plain.headers["content-type"], name);
      assert.equal(packed.headers["cache-control"], plain.headers["cache-control"], name);
      assert.equal(packed.headers["content-language"], undefined, name);
      assert.match(packed.headers.vary ?? "", /accept-encoding/i, name);
      await carriesPolicy(packed);
    }
    const known = await ask(host, BASE + name, { "if-none-match": plain.headers.etag });
    assert.equal(known.status, 304, `${name} is not sent twice`);
    await carriesPolicy(known);
  }
  const font = await ask(host, BASE + asset(".woff2", place), { "accept-encoding": "gzip, br" });
  assert.equal(font.headers["content-encoding"], undefined, "a font is packed already");
});

onEachServer("the page starts and computes, with nothing refused and nothing from elsewhere", async (host) => {
  const browser = await launch("chromium");
  try {
    const page = await open(browser, `${host.address}${BASE}#/uw-bijdrage?deelnemer=zwolle`);
    await page.waitForSelector("select");
    await waitForText(page, ZWOLLE, "main");
    assert.match(await text(page, "main"), /Samen, begroting 2022/);
    assert.deepEqual(page.record.messages, []);
    assert.deepEqual(page.record.faults, []);
    assert.deepEqual(await page.record.violations(), []);
    const outside = page.record.requests.filter((address) => !address.startsWith(host.address + BASE) && !address.startsWith("data:"));
    assert.deepEqual(outside, []);
  } finally {
    await browser.close();
  }
});

/** The text as a pattern; where it says …, anything of this kind may stand. */
const pattern = (text, anything) => text.split("…").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join(anything);

/** What stands in the guide right below a command, as what it shows. */
function shownBelow(command) {
  const after = GUIDE.slice(GUIDE.indexOf(command) + command.length);
  return /^\n```\n[^`]*?```text\n([^`]*)```/.exec(after)?.[1].trim().split("\n") ?? [];
}

onEachServer("every curl command of the guide gives what the guide says", async (host) => {
  const found = commands("curl");
  assert.ok(found.length >= 4, "the guide has commands");
  for (const command of found) {
    assert.ok(command.includes(EXAMPLE + BASE), command);
    const hashed = (ending) => path.basename(asset(ending, path.join(host.folder, "www", BASE)));
    const here = command
      .replaceAll(EXAMPLE, host.address)
      .replace(/pagina\.[0-9a-f]{12}\.wasm/, hashed(".wasm"))
      .replace(/pagina\.[0-9a-f]{12}\.js/, hashed(".js"));
    const { stdout } = await run("sh", ["-c", here], { cwd: host.folder });
    const lines = shownBelow(command);
    assert.ok(lines.length > 0, `the guide shows what this gives: ${command}`);
    for (const line of lines) {
      if (line.endsWith(": br") && !host.brotli) continue;
      assert.match(stdout, new RegExp(pattern(line, ".*"), "im"), command);
    }
  }
});

test("every sha256sum command of the guide says that the archive is whole, and finds what was changed", async () => {
  const found = commands("sha256sum");
  assert.ok(found.length >= 1, "the guide has commands");
  const copy = path.join(work, "changed");
  cpSync(path.join(work, "archive"), copy, { recursive: true });
  writeFileSync(path.join(copy, "site", "index.html"), "anders");
  for (const command of found) {
    await run("sh", ["-c", command], { cwd: path.join(work, "archive") });
    await assert.rejects(run("sh", ["-c", command], { cwd: copy }), ({ stdout }) => stdout.startsWith("site/index.html: "));
  }
});

test("every sentence that the guide explains is one that the page can say", () => {
  const sources = ["index.html", "www/404.html", "www/page/start.js", "www/page/verify.js", ...filesIn(path.join(root, "src", "ui")).map((name) => `src/ui/${name}`)];
  const said = sources.map((name) => readFileSync(path.join(root, name), "utf8")).join("\n");
  const explained = [...GUIDE.matchAll(/^\| "([^"]+)" \|/gm)].map(([, sentence]) => sentence);
  assert.ok(explained.length >= 15);
  for (const sentence of explained) {
    assert.match(said, new RegExp(pattern(sentence, "(\\$?\\{[^}]+\\})?")), sentence);
  }
});

test("a page that is taken away as the guide says leaves the devices too", async () => {
  const [, code] = /```js\n(addEventListener\("install"[^`]*(?:`[^`]*`[^`]*)*?)```/.exec(GUIDE);
  const state = { gone: false };
  const change = (pathname) => {
    if (!state.gone) return undefined;
    return pathname === "/sw.js" ? { body: code } : { status: 404, body: "Niet gevonden" };
  };
  const host = await serve({ folder: path.join(work, "archive", "site"), change });
  const browser = await launch("chromium");
  try {
    const page = await open(browser, host.address);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    assert.equal((await page.evaluate(() => caches.keys())).length, 1);
    state.gone = true;
    await page.reload();
    await page.waitForSelector("select");
    await page.waitForFunction(async () => (await caches.keys()).length === 0 && (await navigator.serviceWorker.getRegistrations()).length === 0);
    const answer = await page.reload();
    assert.equal(answer.status(), 404);
  } finally {
    await browser.close();
    await host.close();
  }
});

test("the sample for IIS is well formed and has the policy, a type for each kind of file and the rules for keeping", async () => {
  const browser = await launch("chromium");
  try {
    const page = await browser.newPage();
    const read = await page.evaluate((xml) => {
      const document = new DOMParser().parseFromString(xml, "text/xml");
      const all = (css, ...names) => [...document.querySelectorAll(css)].map((element) => names.map((name) => element.getAttribute(name)));
      return {
        broken: document.querySelector("parsererror")?.textContent,
        types: all("mimeMap", "fileExtension", "mimeType"),
        headers: all("configuration > system\\.webServer add[name]", "name", "value"),
        kept: all("location[path=assets] clientCache", "cacheControlMode", "cacheControlMaxAge", "cacheControlCustom"),
      };
    }, sample("web.config"));
    assert.equal(read.broken, undefined);
    assert.deepEqual(Object.fromEntries(read.types), MEDIA);
    assert.deepEqual(read.headers[0], ["Content-Security-Policy", `${await contentPolicy()}; ${FRAMES}`]);
    assert.deepEqual(read.kept, [["UseMaxAge", "365.00:00:00", "public, immutable"]]);
  } finally {
    await browser.close();
  }
});
