// Rekent met de Bijdragewijzer in Node: eerst `cargo xtask build --api`, dan `node docs/voorbeelden/bereken.mjs`.
// In de browser is het hetzelfde, met `await init()` in plaats van `initSync`.

import { readFile } from "node:fs/promises";

const api = new URL("../../target/site/api/", import.meta.url);
const { initSync, bereken } = await import(new URL("rekenkern.js", api));
initSync({ module: await readFile(new URL("rekenkern_bg.wasm", api)) });

// Zonder document geldt het voorstel. Min is een lagere bijdrage, plus een hogere.
const { uitkomst } = bereken();
const zwolle = uitkomst.deelnemers.find(({ id }) => id === "zwolle");
const jaar = (wanneer) => zwolle.jaren.find((van) => van.jaar === wanneer);

console.log("Zwolle, 2022");
console.log("in de begroting:", jaar(2022).begroot);

// De verrekening volgt in de jaarrekening; bedragen zijn tekst, exact op de cent.
const verrekend = [2021, 2022, 2023].map((wanneer) => `${jaar(wanneer).verrekening} (${wanneer})`);
console.log("in de jaarrekening:", verrekend.join(", "));

// Wat onbekend is, zit niet in het bedrag en staat in `exclusief`.
console.log("nog onbekend:", jaar(2022).exclusief.verrekening.join(", "));

// Een scenario noemt alleen wat anders is dan het uitgangspunt.
const scenario = { versie: 1, uitgangspunt: "voorstel", financiering: { reservering: "500000.00" } };
const anders = bereken(scenario).uitkomst.totaal.slice(0, 3);
console.log("met een reservering van 500.000:", anders.map((van) => `${van.jaar}: ${van.verrekening}`).join(", "));

// Een fout geeft geen uitzondering, maar meldingen: code, plaats en wat te doen.
const fout = bereken({ versie: 1, financiering: { reservering: "750.000,00" } });
for (const { code, pad, tekst } of fout.meldingen) console.log(`${code} ${pad}: ${tekst}`);
