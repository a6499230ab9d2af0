// The JS API gives what the command line gives, to the byte; bad input gives meldingen, never an exception.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";

import { api, bijdrage, folder, read, wasm } from "./support/api.mjs";
import { inEachBrowser, open } from "./support/browsers.mjs";
import { root, serve } from "./support/server.mjs";

const model = await api();
const publicatie = model.publicatie();

const WIJZEN = ["structureel", "jaarlijks", "incidenteel"];
const BLOKKEN = [
  { blok: "gemeenten", waarde: "0.05" },
  { blok: "waterschappen", waarde: "0.95" },
];
const GEWICHTEN = [
  { deelnemer: "zwolle", waarde: "1" },
  { deelnemer: "vechtstromen", waarde: "2.5" },
  { deelnemer: "bunschoten", waarde: "0" },
];

/** Every uitgangspunt under every key and every wijze. */
function* scenarios() {
  for (const { id: uitgangspunt } of publicatie.uitgangspunten) {
    for (const { id: alle } of publicatie.verdeelsleutels) {
      for (const wijze of WIJZEN) {
        const sleutel = { alle, blokken: BLOKKEN, gewichten: GEWICHTEN };
        yield { versie: 1, uitgangspunt, financiering: { wijze }, sleutel };
      }
    }
  }
}

describe("the same bytes as the command line", () => {
  test("for every uitgangspunt, key and wijze", () => {
    let count = 0;
    for (const scenario of scenarios()) {
      const done = bijdrage(["bereken", "-"], scenario);
      const { meldingen, uitkomst } = model.bereken(scenario);
      assert.equal(done.code, 0, JSON.stringify(scenario));
      assert.equal(`${JSON.stringify(uitkomst)}\n`, done.out, JSON.stringify(scenario));
      assert.deepEqual(meldingen, done.meldingen, JSON.stringify(scenario));
      count += 1;
    }
    assert.ok(count >= 9 * 6 * 3, `${count} scenarios`);
  });

  test("without a document", () => {
    assert.equal(`${JSON.stringify(model.bereken().uitkomst)}\n`, bijdrage(["bereken"]).out);
    assert.equal(`${JSON.stringify(model.bereken(null, null).uitkomst)}\n`, bijdrage(["bereken"]).out);
  });

  test("for another publicatie", () => {
    const small = "tests/contract/golden/publicatie-klein.json";
    const done = bijdrage(["bereken", "--publicatie", small]);
    assert.equal(`${JSON.stringify(model.bereken(null, JSON.parse(read(small))).uitkomst)}\n`, done.out);
    assert.equal(`${JSON.stringify(model.bereken(null, read(small)).uitkomst)}\n`, done.out);
  });

  test("for a herleiding and for hoekpunten", () => {
    for (const [post, jaar, deelnemer, deel] of [
      ["ophoging", 2022],
      ["begroot", 2022, "zwolle"],
      ["definitief", 2024, "vechtstromen"],
      ["reservering", 2022, "dalfsen", "verrekening"],
      ["bijdrage_nieuw", 2025, "leusden"],
    ]) {
      const parameters = [post, String(jaar), ...(deelnemer ? [deelnemer] : []), ...(deel ? ["--deel", deel] : [])];
      const { herleiding } = model.herleiding(post, jaar, deelnemer, deel);
      assert.equal(`${JSON.stringify(herleiding)}\n`, bijdrage(["herleiding", ...parameters]).out, post);
      const { hoekpunten } = model.hoekpunten(post, jaar, deelnemer, deel);
      assert.equal(`${JSON.stringify(hoekpunten)}\n`, bijdrage(["hoekpunten", ...parameters]).out, post);
    }
  });

  test("for a scenario that is checked", () => {
    for (const name of ["golden/scenario-volledig.json", "twintig-fouten.json"]) {
      const document = JSON.parse(read(`tests/contract/${name}`));
      const done = bijdrage(["controleer", "-"], document);
      const { meldingen, geldig, scenario } = model.controleer(document);
      assert.equal(`${JSON.stringify(scenario)}\n`, done.out);
      assert.deepEqual(meldingen, done.meldingen);
      assert.equal(geldig, done.code === 0);
    }
  });

  test("whether a document is text or an object", () => {
    const text = read("tests/contract/golden/scenario-volledig.json");
    assert.deepEqual(model.bereken(text), model.bereken(JSON.parse(text)));
    assert.deepEqual(model.bereken(`\ufeff${text}`), model.bereken(text));
  });
});

// By hand, as in tests/contract/faults.rs.
const TWENTY = [
  ["F104", "$.versie"],
  ["F118", "$.naam"],
  ["F116", "$.uitgangspunt"],
  ["F120", "$.deelnemer"],
  ["F117", "$.varianten[1]"],
  ["F112", "$.uitrol[0].inzet[0].waarde"],
  ["F114", "$.uitrol[0].inzet[1].jaar"],
  ["F206", "$.uitrol[1].inzet"],
  ["F207", "$.uitrol[1].omvang[0]"],
  ["F105", "$.financiering.reserve"],
  ["F113", "$.financiering.wijze"],
  ["F104", "$.financiering.reservering"],
  ["F112", "$.financiering.vertraging"],
  ["F115", "$.vrijgave[1].jaar"],
  ["F112", "$.sleutel.gewichten[0].waarde"],
  ["F110", "$.parameters[0].waarde"],
  ["F204", "$.parameters[1]"],
  ["F107", "$.onbekend[1].bedrag"],
  ["F211", "$.onbekend[0].post"],
  ["F111", "$.index"],
];

test("twenty faults come out at once, from an object as from text", () => {
  const text = read("tests/contract/twintig-fouten.json");
  for (const document of [text, JSON.parse(text)]) {
    const { meldingen, uitkomst } = model.bereken(document);
    const found = meldingen.map(({ code, pad }) => [code, pad]);
    assert.deepEqual(found.sort(), [...TWENTY].sort());
    assert.equal(uitkomst, undefined);
  }
});

test("of more than a hundred faults the last melding says how many are not listed", () => {
  const fields = Array.from({ length: 80_000 }, (_, index) => [`x${index}`, 0]);
  const document = { versie: 1, ...Object.fromEntries(fields) };
  for (const answer of [model.bereken(document), model.controleer(document), model.herleiding("begroot", 2022, null, null, document)]) {
    assert.equal(answer.meldingen.length, 101);
    assert.deepEqual(answer.meldingen, bijdrage(["controleer", "-"], document).meldingen);
    const { code, ernst, pad } = answer.meldingen.at(-1);
    assert.deepEqual([code, ernst, pad], ["F122", "fout", "$"]);
  }
});

/** Values that are no document, each with what it is; most of them no file could hold. */
const NONSENSE = {
  nothing: () => "",
  prose: () => "scenario",
  "broken text": () => '{"versie":1',
  "a number": () => 7,
  "not a number": () => NaN,
  infinite: () => Infinity,
  yes: () => true,
  "a list": () => [],
  "an empty object": () => ({}),
  "a date": () => new Date(0),
  "a function": () => () => {},
  "a symbol": () => Symbol("versie"),
  "a big number": () => 10n,
  "an object with a big number": () => ({ versie: 1, index: 1n }),
  "an object that contains itself": () => {
    const round = {};
    return Object.assign(round, { round });
  },
  "a deep list": () => Array.from({ length: 40 }).reduce((inside) => [inside], []),
  "a deep object": () => JSON.parse(`${'{"a":'.repeat(3000)}1${"}".repeat(3000)}`),
  "a getter that throws": () => ({
    get versie() {
      throw new Error("read");
    },
  }),
  "a toJSON that throws": () => ({
    toJSON() {
      throw new Error("asked");
    },
  }),
  "a proxy that is gone": () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    return proxy;
  },
  "half a sign": () => "\ud800",
  "half a sign in an object": () => ({ versie: 1, naam: "\ud800" }),
  "far too long": () => "x".repeat(1_500_000),
  "a long list": () => Array.from({ length: 600_000 }, () => 1),
  bytes: () => new Uint8Array(8),
  "a map": () => new Map([["versie", 1]]),
  "a prototype in text": () => '{"versie":1,"__proto__":{"index":"0.5"}}',
};

/** An answer that refuses: meldingen with all their fields, and nothing else that counts. */
function refuses(answer, what) {
  assert.ok(Array.isArray(answer.meldingen) && answer.meldingen.length > 0, what);
  for (const melding of answer.meldingen) {
    assert.deepEqual(Object.keys(melding), ["code", "ernst", "pad", "titel", "tekst"], what);
    assert.ok(melding.titel && melding.tekst, what);
  }
  assert.ok(answer.meldingen.some(({ ernst }) => ernst === "fout"), what);
  for (const field of ["uitkomst", "herleiding", "hoekpunten", "parameters"]) {
    assert.equal(answer[field], undefined, `${what}: ${field}`);
  }
  assert.notEqual(answer.geldig, true, what);
}

describe("bad input gives meldingen, never an exception", () => {
  for (const [what, value] of Object.entries(NONSENSE)) {
    test(`as a document: ${what}`, () => {
      refuses(model.bereken(value()), what);
      refuses(model.controleer(value()), what);
      refuses(model.herleiding("effect", 2022, null, null, value()), what);
      refuses(model.hoekpunten("effect", 2022, null, null, value()), what);
      refuses(model.bereken(null, value()), what);
      refuses(model.controleer(null, value()), what);
      refuses(model.parameters(value()), what);
    });
  }

  test("as a question", () => {
    for (const ask of [model.herleiding, model.hoekpunten]) {
      for (const [parameters, pad] of [
        [[], "post"],
        [["effect"], "jaar"],
        [[7, 2022], "post"],
        [[{}, 2022], "post"],
        [["", 2022], "post"],
        [["effekt", 2022], "post"],
        [["effect", "2022"], "jaar"],
        [["effect", 2022.5], "jaar"],
        [["effect", NaN], "jaar"],
        [["effect", Infinity], "jaar"],
        [["effect", 1e300], "jaar"],
        [["effect", -1], "jaar"],
        [["effect", 10n], "jaar"],
        [["effect", 2022, "Zwolle"], "deelnemer"],
        [["effect", 2022, 3], "deelnemer"],
        [["effect", 2022, Symbol("zwolle")], "deelnemer"],
        [["effect", 2022, "zwolle", "definitief"], "deel"],
        [["effect", 2022, "zwolle", []], "deel"],
        [["bijdrage_nieuw", 2022], "deelnemer"],
      ]) {
        const answer = ask(...parameters);
        refuses(answer, String(parameters[0]));
        assert.ok(answer.meldingen.some((melding) => melding.pad === pad), `${pad}: ${JSON.stringify(answer)}`);
      }
    }
  });

  test("and the next call is answered as ever", () => {
    for (const value of Object.values(NONSENSE)) model.bereken(value());
    assert.equal(`${JSON.stringify(model.bereken().uitkomst)}\n`, bijdrage(["bereken"]).out);
    assert.equal({}.index, undefined);
  });
});

test("an answer is the caller's own: changing it changes no other", () => {
  model.publicatie().parameters.length = 0;
  model.bereken().uitkomst.posten.length = 0;
  assert.equal(JSON.stringify(model.publicatie()), JSON.stringify(publicatie));
  assert.ok(model.bereken().uitkomst.posten.length > 0);
});

test("the default publicatie is the published file", () => {
  assert.deepEqual(publicatie, JSON.parse(read("www/publicaties/gblt-2021.json")));
  assert.deepEqual(model.parameters().parameters.map(({ id }) => id), publicatie.parameters.map(({ id }) => id));
});

test("the module holds no page", () => {
  const bytes = wasm();
  for (const word of ["yew", "createElement", "gloo"]) assert.equal(bytes.indexOf(word), -1, word);
  const asked = WebAssembly.Module.imports(new WebAssembly.Module(bytes)).map(({ name }) => name);
  const browser = asked.filter((name) => /document|window|element|fetch|storage|now|random/i.test(name));
  assert.deepEqual(browser, []);
  assert.ok(existsSync(path.join(folder, "model.d.ts")));
});

test("the example runs as it stands in the documentation", () => {
  const file = path.join(root, "docs", "voorbeelden", "bereken.mjs");
  assert.ok(read("docs/voorbeelden/bereken.mjs").trimEnd().split("\n").length <= 40);
  const out = execFileSync(process.execPath, [file], { encoding: "utf8" });
  assert.equal(
    out,
    [
      "Zwolle, 2022",
      "in de begroting: -107139.58",
      "in de jaarrekening: -60558.94 (2021), -30243.43 (2022), 6898.29 (2023)",
      "nog onbekend: minderbaten_1, minderbaten_2b",
      "met een reservering van 500.000: 2021: -286972.23, 2022: -18166.68, 2023: 311166.68",
      'F110 $.financiering.reservering: Bij “financiering, reservering” staat “750.000,00”; dat is geen getal. Schrijf cijfers met een punt voor de decimalen, bijvoorbeeld 750000.00.',
      "",
    ].join("\n"),
  );
});

describe("in a browser", () => {
  let server;
  before(async () => (server = await serve({ base: "/apps/bij-drage/v1/" })));
  after(() => server.close());

  inEachBrowser("the same module gives the same bytes", async (profile) => {
    const page = await open(profile, server.address);
    const found = await page.evaluate(async (address) => {
      const module = await import(address);
      await module.default();
      return JSON.stringify(module.bereken({ versie: 1, uitgangspunt: "volledig" }).uitkomst);
    }, `${server.address}api/rekenkern.js`);
    assert.equal(found, JSON.stringify(model.bereken({ versie: 1, uitgangspunt: "volledig" }).uitkomst));
    assert.deepEqual(page.record.faults, []);
    assert.deepEqual(await page.record.violations(), []);
  });
});
