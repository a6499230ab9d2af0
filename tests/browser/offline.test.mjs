// After a first visit the folder works without network; a newer release is offered, never mixed with the older one,
// and no older one passes for new.

import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { createHash } from "node:crypto";
import { after, before } from "node:test";

import { inEachBrowser, open } from "./support/browsers.mjs";
import { address, press, text, waitForText } from "./support/page.mjs";
import { asset, serve, site } from "./support/server.mjs";

const ZWOLLE = "#/uw-bijdrage?deelnemer=zwolle";
// Typed from the check table of the calculation model.
const DAALT = "Uw bijdrage daalt met € 107.140 in 2022.";
const VERSIE = "0.1.0";
const VERIFY = "Controleer deze versie";
const TERUG = "€ 30.243 terug";

const sri = (bytes) => `sha384-${createHash("sha384").update(bytes).digest("base64")}`;
const short = (bytes) => createHash("sha256").update(bytes).digest("hex").slice(0, 12);

/**
 * A copy of the site as another release: uitbesteding costs 190.000 where it cost 180.000. The figure is changed in the
 * module itself, and every hash and name that follows from it anew.
 */
function otherRelease(folder) {
  cpSync(site, folder, { recursive: true });
  const file = (name) => path.join(folder, name);
  const names = { module: asset(".wasm"), script: asset(".js") };
  const change = (name, made) => {
    const bytes = made(readFileSync(file(name)));
    const renamed = name.replace(/\.[0-9a-f]{12}\./, `.${short(bytes)}.`);
    writeFileSync(file(name), bytes);
    renameSync(file(name), file(renamed));
    return { name: renamed, hash: sri(bytes) };
  };
  const replaced = (text, pairs) => pairs.reduce((all, [from, to]) => all.replaceAll(from, to), text);
  const kenmerk = JSON.parse(readFileSync(file("versie.json"), "utf8")).kenmerk;
  const old = { module: sri(readFileSync(file(names.module))), script: sri(readFileSync(file(names.script))), page: sri(readFileSync(file("index.html"))) };
  const other = [kenmerk, "190000190000"];
  const module = change(names.module, (bytes) => {
    const place = bytes.indexOf('"id": "uitbesteding_bedrag"');
    const value = bytes.indexOf("180000", place);
    assert.ok(place > 0 && value > place && value - place < 200, "the figure stands in the module");
    bytes.write("190000", value);
    return bytes;
  });
  const script = change(names.script, (bytes) =>
    Buffer.from(replaced(bytes.toString(), [[names.module, module.name], [old.module, module.hash], other])),
  );
  const page = replaced(readFileSync(file("index.html"), "utf8"), [[names.script, script.name], [old.script, script.hash]]);
  writeFileSync(file("index.html"), page);
  const worker = replaced(readFileSync(file("sw.js"), "utf8"), [
    [names.module, module.name],
    [names.script, script.name],
    [old.module, module.hash],
    [old.script, script.hash],
    [old.page, sri(Buffer.from(page))],
    other,
  ]);
  writeFileSync(file("sw.js"), worker);
  const list = JSON.parse(readFileSync(file("versie.json"), "utf8"));
  writeFileSync(file("versie.json"), JSON.stringify({ ...list, kenmerk: other[1] }));
  return { before: kenmerk, now: other[1] };
}

let folder;
let releases;
before(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "bijdragewijzer-"));
  releases = otherRelease(path.join(folder, "v2"));
});
after(() => rmSync(folder, { recursive: true, force: true }));

/** Waits until the worker has kept the files. */
async function kept(page) {
  await page.evaluate(async () => {
    const ready = navigator.serviceWorker.ready;
    await Promise.race([ready, new Promise((_, reject) => setTimeout(() => reject(new Error("no worker")), 20_000))]);
  });
}

/** A host whose folder can change and that can stop. */
async function hostWith(profile, address = ZWOLLE) {
  const state = { folder: site, stopped: false };
  const change = (pathname) => {
    if (state.stopped) return { status: 503, body: "" };
    if (state.folder === site) return undefined;
    const name = pathname === "/" ? "index.html" : pathname.slice(1);
    try {
      return { status: 200, body: readFileSync(path.join(state.folder, decodeURIComponent(name))) };
    } catch {
      return { status: 404, body: "Niet gevonden" };
    }
  };
  const host = await serve({ change });
  const page = await open(profile, host.address + address);
  await waitForText(page, DAALT);
  await kept(page);
  return { host, page, state };
}

const stamp = (page) => text(page, "footer");

inEachBrowser("after a first visit the page works with the server gone, with the same cents and the same link", async (profile) => {
  const { host, page } = await hostWith(profile);
  const link = await address(page);
  await host.close();
  await page.reload();
  await waitForText(page, DAALT);
  assert.equal(await page.evaluate(() => location.href), link);
  const other = await open(profile, link);
  await waitForText(other, DAALT);
  assert.deepEqual(other.record.faults, []);
  assert.deepEqual(await other.record.violations(), []);
});

inEachBrowser("a newer release is offered to both tabs; until someone accepts, the older one computes and says which it is", async (profile) => {
  const { host, page: first, state } = await hostWith(profile);
  const second = await open(profile, host.address + ZWOLLE);
  await waitForText(second, DAALT);
  assert.ok((await text(first)).includes(TERUG));
  state.folder = path.join(folder, "v2");
  await first.bringToFront();
  await first.reload();
  await waitForText(first, "Er is een nieuwe versie");
  assert.match(await text(first, "#versie-nieuws"), new RegExp(`${releases.now}.*U rekent nu met.*${releases.before}`));
  assert.ok((await stamp(first)).includes(releases.before), "the older one still computes");
  await second.bringToFront();
  await waitForText(second, "Er is een nieuwe versie");

  await first.bringToFront();
  await press(first, "button", "Nieuwe versie gebruiken");
  await first.waitForFunction((mark) => document.querySelector("footer")?.innerText.includes(mark), {}, releases.now);
  await waitForText(first, DAALT);
  await second.bringToFront();
  await waitForText(second, `Deze pagina rekent nog met versie ${VERSIE} (${releases.before}).`);
  assert.ok((await stamp(second)).includes(releases.before));

  state.stopped = true;
  await press(second, "button", "Opnieuw laden");
  await second.waitForFunction((mark) => document.querySelector("footer")?.innerText.includes(mark), {}, releases.now);
  for (const page of [second, first]) {
    await page.bringToFront();
    assert.equal(await page.$("#versie-nieuws"), null, "nothing is older any more");
    assert.ok(!(await text(page)).includes(TERUG), "another price of uitbesteding is another verrekening");
  }
  await host.close();
});

inEachBrowser("beside an old worker a new page is offered all the same, and the older one is left for it", async (profile) => {
  const stale = path.join(folder, "stale");
  cpSync(path.join(folder, "v2"), stale, { recursive: true });
  cpSync(path.join(site, "sw.js"), path.join(stale, "sw.js"));
  const { host, page, state } = await hostWith(profile);
  state.folder = stale;
  await page.reload();
  await waitForText(page, `Op de site staat nu versie ${VERSIE} (${releases.now}).`);
  assert.ok((await stamp(page)).includes(releases.before), "and until then it is marked");
  await press(page, "button", "Nieuwe versie gebruiken");
  await page.waitForFunction((mark) => document.querySelector("footer")?.innerText.includes(mark), {}, releases.now);
  await waitForText(page, DAALT);
  assert.ok(!(await text(page)).includes(TERUG));
  await host.close();
});

inEachBrowser("a frame, which has no place for the offer, shows the release that the host has", async (profile) => {
  const { host, state } = await hostWith(profile);
  state.folder = path.join(folder, "v2");
  const tab = await open(profile, `${host.address}embed.html`);
  const place = await tab.waitForFrame((each) => each.url().includes("index.html"));
  await place.waitForFunction((mark) => document.querySelector("footer")?.innerText.includes(mark), {}, releases.now);
  await host.close();
});

inEachBrowser("a release that arrived half is not kept, and the older one stays whole", async (profile) => {
  const { host, page, state } = await hostWith(profile);
  const half = path.join(folder, "half");
  cpSync(path.join(folder, "v2"), half, { recursive: true });
  const script = asset(".js", half);
  writeFileSync(path.join(half, script), readFileSync(path.join(half, script)).subarray(0, 1000));
  state.folder = half;
  await page.reload();
  await waitForText(page, DAALT);
  await page.evaluate(() => navigator.serviceWorker.getRegistration().then((it) => it.update().catch(() => undefined)));
  await new Promise((resolve) => setTimeout(resolve, 3000));
  assert.ok((await stamp(page)).includes(releases.before));
  assert.equal(await page.$("#versie-nieuws"), null);
  await host.close();
});

inEachBrowser("the button holds every file against the list, and names the one that is another", async (profile) => {
  const state = { changed: false };
  const change = (pathname) => (state.changed && pathname.endsWith("vergelijking.schema.json") ? { body: "{}" } : undefined);
  const host = await serve({ change });
  const page = await open(profile, `${host.address}#/verantwoording?deelnemer=zwolle`);
  await press(page, "button", VERIFY);
  await waitForText(page, `bestanden zijn gelijk aan die van versie ${VERSIE}, kenmerk ${releases.before}.`);
  state.changed = true;
  await press(page, "button", VERIFY);
  await waitForText(page, `Niet gelijk aan versie ${VERSIE}`);
  assert.match(await text(page, ".bw-verify"), /schema\/vergelijking\.schema\.json/);
  assert.ok(!(await text(page, ".bw-verify")).includes("index.html"));
  await host.close();
});

inEachBrowser("the button is about what the host has, not about what the device keeps", async (profile) => {
  const { host, page, state } = await hostWith(profile);
  const damaged = path.join(folder, "damaged");
  cpSync(site, damaged, { recursive: true });
  writeFileSync(path.join(damaged, asset(".css", damaged)), "");
  state.folder = damaged;
  await press(page, "link", "Verantwoording");
  await press(page, "button", VERIFY);
  await waitForText(page, `Niet gelijk aan versie ${VERSIE}`);
  assert.match(await text(page, ".bw-verify"), /assets\/bijdragewijzer\.[0-9a-f]{12}\.css/);
  await host.close();
});
