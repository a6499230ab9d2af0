// `node benches/wasm.mjs`: times the core beside the same sums in bare cents, both inside one wasm module.
// Beside the release profile also `pagina`, with which the page is built. Numbers and how to read them: README.md.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** What each call of `main` does, in turn (benches/wasm.rs). */
const MOTOREN = ["raster, kern", "raster, kale centen", "een bereken, kern", "een bereken, kaal"];
const RONDES = 60;
const ROOT = fileURLToPath(new URL("..", import.meta.url));
const DOEL = "wasm32-unknown-unknown";

function bouw(profiel) {
  const opties = ["build", "--locked", "--features", "meten", "--bin", "meten", "--target", DOEL, "--profile", profiel];
  execFileSync("cargo", opties, { cwd: ROOT, stdio: ["ignore", "ignore", "inherit"] });
  const target = process.env.CARGO_TARGET_DIR ?? `${ROOT}target`;
  return readFileSync(`${target}/${DOEL}/${profiel}/meten.wasm`);
}

/** The median and the fastest time of each engine in milliseconds; all have their turn in every round. */
async function meet(bytes) {
  const { instance } = await WebAssembly.instantiate(bytes, {});
  const tijden = MOTOREN.map(() => []);
  // The first rounds prepare the documents and let Node compile the module fully.
  for (let ronde = -20; ronde < RONDES; ronde += 1) {
    for (const lijst of tijden) {
      const begin = performance.now();
      instance.exports.main(0, 0);
      const tijd = performance.now() - begin;
      if (ronde >= 0) lijst.push(tijd);
    }
  }
  return tijden.map((lijst) => {
    lijst.sort((een, ander) => een - ander);
    return { mediaan: lijst[lijst.length >> 1], snelste: lijst[0] };
  });
}

for (const profiel of ["release", "pagina"]) {
  const tijden = await meet(bouw(profiel));
  const [kern, kaal] = tijden;
  console.log(`profiel ${profiel}, mediaan en snelste van ${RONDES} rondes met alle motoren om beurten:`);
  MOTOREN.forEach((motor, plaats) => {
    const { mediaan, snelste } = tijden[plaats];
    console.log(`${motor.padStart(24)} ${mediaan.toFixed(3)} ms ${snelste.toFixed(3)} ms`);
  });
  const verhouding = (welke) => (kern[welke] / kaal[welke]).toFixed(2);
  console.log(`raster, kern : kale centen = ${verhouding("mediaan")} (snelste ${verhouding("snelste")})`);
}
