// The JSON Schemas, judged by an independent validator: they are sound, they take what the program takes, and
// they refuse what it refuses for its form.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";

import Ajv from "ajv/dist/2020.js";
import formats from "ajv-formats";

import { api, read } from "./support/api.mjs";
import { root } from "./support/server.mjs";

const NAMES = ["scenario", "vergelijking", "publicatie", "uitkomst"];
const model = await api();

const ajv = new Ajv({ allErrors: true, strict: true, strictRequired: false, strictTypes: false });
formats(ajv);
for (const name of NAMES) ajv.addSchema(JSON.parse(read(`www/schema/${name}.schema.json`)), `${name}.schema.json`);

const json = (name) => JSON.parse(read(name));

/** What the validator has against a document; nothing when it is sound. */
function faults(name, document) {
  const validate = ajv.getSchema(`${name}.schema.json`);
  return validate(document) ? [] : validate.errors.map((fault) => `${fault.instancePath} ${fault.message}`);
}

test("the schemas are sound", () => {
  for (const name of NAMES) {
    const schema = json(`www/schema/${name}.schema.json`);
    assert.ok(ajv.validateSchema(schema), `${name}: ${ajv.errorsText()}`);
    assert.equal(schema.$schema, "https://json-schema.org/draft/2020-12/schema");
    assert.ok(schema.title && schema.description);
    assert.equal(typeof ajv.getSchema(`${name}.schema.json`), "function");
  }
});

test("they take the published publicatie and the golden documents", () => {
  const published = readdirSync(path.join(root, "www", "publicaties"));
  for (const name of published) assert.deepEqual(faults("publicatie", json(`www/publicaties/${name}`)), [], name);
  const golden = readdirSync(path.join(root, "tests", "contract", "golden")).filter((name) => name.endsWith(".json"));
  for (const name of golden) {
    const kind = name.split(/[-.]/)[0];
    assert.deepEqual(faults(kind, json(`tests/contract/golden/${name}`)), [], name);
  }
  assert.ok(golden.length >= 6);
});

test("they take every outcome, and the scenario that controleer hands back", () => {
  for (const { id: uitgangspunt } of model.publicatie().uitgangspunten) {
    for (const wijze of ["structureel", "jaarlijks", "incidenteel"]) {
      const scenario = { versie: 1, uitgangspunt, financiering: { wijze } };
      assert.deepEqual(faults("uitkomst", model.bereken(scenario).uitkomst), [], `${uitgangspunt} ${wijze}`);
      assert.deepEqual(faults("scenario", model.controleer(scenario).scenario), []);
    }
  }
  const small = json("tests/contract/golden/publicatie-klein.json");
  assert.deepEqual(faults("uitkomst", model.bereken(null, small).uitkomst), []);
});

test("they agree with the list of notations", () => {
  for (const [name, { goed, fout }] of Object.entries(json("tests/contract/schrijfwijzen.json"))) {
    const validate = ajv.compile({ $ref: `scenario.schema.json#/$defs/${name}` });
    for (const text of goed) assert.ok(validate(text), `${name} takes ${text}`);
    for (const text of fout) assert.ok(!validate(text), `${name} refuses ${text}`);
    for (const other of [1, null, true, [], {}]) assert.ok(!validate(other), `${name} refuses ${other}`);
  }
});

// The codes that are about form: another validator can find them without the publicatie and without arithmetic.
const FORM = new Set("F104 F105 F107 F108 F109 F110 F111 F112 F113 F118 F119 F120 F121 F207 F301".split(" "));

/** Every place in a document, as a path of names and numbers. */
function* places(value, at = []) {
  yield at;
  if (value === null || typeof value !== "object") return;
  for (const key of Object.keys(value)) yield* places(value[key], [...at, key]);
}

function changed(document, at, change) {
  const copy = structuredClone(document);
  const last = at.at(-1);
  const parent = at.slice(0, -1).reduce((value, key) => value[key], copy);
  change(parent, last);
  return copy;
}

/** What one slip of a person or a program makes of a place. */
const SLIPS = {
  "left out": (parent, key) => (Array.isArray(parent) ? parent.splice(key, 1) : delete parent[key]),
  "given another name": (parent, key) => {
    if (Array.isArray(parent)) return;
    parent[`${key}x`] = parent[key];
    delete parent[key];
  },
  null: (parent, key) => (parent[key] = null),
  "a number": (parent, key) => (parent[key] = 3),
  "a negative number": (parent, key) => (parent[key] = -1),
  true: (parent, key) => (parent[key] = true),
  "an empty text": (parent, key) => (parent[key] = ""),
  "a text": (parent, key) => (parent[key] = "Tekst met, komma"),
  "a large amount": (parent, key) => (parent[key] = "10000000000.01"),
  "an amount": (parent, key) => (parent[key] = "-5.5"),
  "many decimals": (parent, key) => (parent[key] = "0.123456"),
  "a list": (parent, key) => (parent[key] = []),
  "a list of numbers": (parent, key) => (parent[key] = [1]),
  "an object": (parent, key) => (parent[key] = {}),
};

/** Every document with one slip, and how the program and the validator judge it. */
function* judged(kind, document, judge) {
  for (const at of places(document)) {
    if (at.length === 0) continue;
    for (const [slip, change] of Object.entries(SLIPS)) {
      const slipped = changed(document, at, change);
      const codes = judge(slipped).meldingen.filter(({ ernst }) => ernst === "fout").map(({ code }) => code);
      yield { what: `${at.join(".")}: ${slip}`, codes, faults: faults(kind, slipped) };
    }
  }
}

describe("one slip anywhere", () => {
  test("in a scenario is judged alike", () => {
    const document = json("tests/contract/golden/scenario-volledig.json");
    const differences = [];
    let refused = 0;
    for (const { what, codes, faults } of judged("scenario", document, (it) => model.controleer(it))) {
      // Whether a value fits the unit of its parameter, which choices there are, and what the uitgangspunt says
      // of the rekenprotocol already: only the publicatie knows.
      if (/^parameters\.\d+\.(waarde|laag|hoog)|^keuzes\.capaciteit: given/.test(what)) continue;
      if (["rekenprotocol: an object", "rekenprotocol.jaren: left out"].includes(what)) continue;
      if (faults.length > 0 !== codes.some((code) => FORM.has(code))) differences.push(`${what}: ${codes} ${faults}`);
      refused += faults.length > 0 ? 1 : 0;
    }
    assert.deepEqual(differences, []);
    assert.ok(refused > 500, `${refused} refused`);
  });

  test("in a publicatie is judged alike", () => {
    const document = json("tests/contract/golden/publicatie-klein.json");
    const differences = [];
    let refused = 0;
    for (const { what, codes, faults } of judged("publicatie", document, (it) => model.parameters(it))) {
      // That the first uitgangspunt is complete is no matter of form: what it says elsewhere may make up for it.
      const meaning = /^uitgangspunten\.0\.scenario/.test(what) && codes.every((code) => code === "F107");
      const ofForm = codes.length > 0 && codes.every((code) => FORM.has(code)) && !meaning;
      // What is refused for its meaning may have a sound form; what has no form is always refused.
      if (ofForm ? faults.length === 0 : faults.length > 0 && codes.length === 0) {
        differences.push(`${what}: ${codes} ${faults}`);
      }
      refused += faults.length > 0 ? 1 : 0;
    }
    assert.deepEqual(differences, []);
    assert.ok(refused > 500, `${refused} refused`);
  });

  test("in an outcome is refused", () => {
    const { uitkomst } = model.bereken(null, json("tests/contract/golden/publicatie-klein.json"));
    for (const at of places(uitkomst)) {
      if (at.length === 0) continue;
      for (const slip of ["null", "given another name", "a text"]) {
        const place = at.join(".");
        const inList = /^\d+$/.test(at.at(-1));
        // Names are free: a step of the trechter, an edition.
        if ((slip === "given another name" && inList) || /uitgave|rekenmodel/.test(place) && slip === "a text") continue;
        assert.ok(faults("uitkomst", changed(uitkomst, at, SLIPS[slip])).length > 0, `${place}: ${slip}`);
      }
    }
  });
});
