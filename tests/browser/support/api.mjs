// The JS API in Node, and the command line to hold it against.

import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

import { root, site } from "./server.mjs";

export const folder = path.join(site, "api");
export const wasm = () => readFileSync(path.join(folder, "rekenkern_bg.wasm"));

/** The API, ready for use. */
export async function api() {
  const module = await import(pathToFileURL(path.join(folder, "rekenkern.js")));
  module.initSync({ module: wasm() });
  return module;
}

/** A file of the checkout. */
export function read(name) {
  return readFileSync(path.join(root, name), "utf8");
}

let program;

/** Where the command line is. The profile is that of `cargo test`, which has mostly built it already; BIJDRAGE says where, if it is not to be built. */
function commandLine() {
  if (program) return program;
  if (process.env.BIJDRAGE) return (program = process.env.BIJDRAGE);
  const cargo = process.env.CARGO ?? "cargo";
  const build = ["build", "--locked", "--profile", "test", "--bin", "bijdrage", "--message-format", "json"];
  const messages = execFileSync(cargo, build, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  const lines = messages.trim().split("\n").map((line) => JSON.parse(line));
  program = lines.find((message) => message.executable && message.target.name === "bijdrage").executable;
  return program;
}

/** Runs the command line with a document on its standard input: `{ code, out, meldingen }`. */
export function bijdrage(parameters, document) {
  const done = spawnSync(commandLine(), parameters, {
    cwd: root,
    encoding: "utf8",
    input: document === undefined ? "" : JSON.stringify(document),
    maxBuffer: 64 * 1024 * 1024,
  });
  if (done.error) throw done.error;
  const lines = done.stderr.split("\n").filter(Boolean);
  return { code: done.status, out: done.stdout, meldingen: lines.map((line) => JSON.parse(line)) };
}
