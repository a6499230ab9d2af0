// Starts the page. A file of its own, because the content policy allows no script inside the page.
// What index.html shows stays until the page is there; when it cannot start, one sentence says why and who can mend it.

const MODULE = "pagina_bg.wasm";
const PATIENCE = 5000;

const FAULTS = {
  off: "WebAssembly staat uit in deze browser. Dat is meestal een beveiligingsinstelling. Uw systeembeheerder kan het voor deze pagina aanzetten.",
  policy: "Het beveiligingsbeleid van deze site verbiedt WebAssembly. De beheerder van de site kan 'wasm-unsafe-eval' toestaan.",
  network: "Een deel van de pagina is niet aangekomen. Controleer de verbinding en laad de pagina opnieuw.",
  damaged: `Het bestand ${MODULE} is niet heel aangekomen. Laad de pagina opnieuw. Blijft dit zo, meld het dan aan de beheerder van de site.`,
  stopped: "De rekenhulp is bij het starten gestopt. Laad de pagina opnieuw. Blijft dit zo, meld het dan aan de beheerder van de site.",
  slow: "Het laden duurt langer dan gewoon. De tabel hieronder kunt u al gebruiken.",
};

const app = document.getElementById("app");
const first = app.firstElementChild;
const copy = first.cloneNode(true);
let blocked = false;
addEventListener("securitypolicyviolation", (event) => (blocked ||= event.blockedURI === "wasm-eval"));

function say(text) {
  if (!app.firstElementChild) app.append(copy);
  const state = document.getElementById("start-stand");
  if (!state) return;
  state.className = "bw-start__fault";
  state.textContent = `${text} De bedragen van het voorstel staan hieronder.`;
}

/** The module, or the sentence that says why it is not there. */
async function fetched() {
  const answer = await fetch(MODULE).catch(() => undefined);
  if (!answer) return { fault: FAULTS.network };
  const administrator = "De beheerder van de site moet dit bestand laten uitserveren als application/wasm.";
  if (!answer.ok) return { fault: `De server geeft ${MODULE} niet (antwoord ${answer.status}). ${administrator}` };
  if (answer.headers.get("content-type")?.startsWith("application/wasm")) return { module: answer };
  const bytes = await answer.arrayBuffer().catch(() => new ArrayBuffer(0));
  const isModule = new Uint8Array(bytes.slice(0, 4)).join() === "0,97,115,109";
  return isModule ? { module: bytes } : { fault: `De server geeft iets anders dan ${MODULE}. ${administrator}` };
}

function cause(fault) {
  if (blocked || /content security policy|unsafe-eval|blocked by CSP/i.test(fault.message)) return FAULTS.policy;
  return fault instanceof WebAssembly.CompileError || fault instanceof TypeError ? FAULTS.damaged : FAULTS.stopped;
}

async function start() {
  if (typeof WebAssembly !== "object") return FAULTS.off;
  const [{ module, fault }, glue] = await Promise.all([fetched(), import("./pagina.js").catch(() => undefined)]);
  if (fault) return fault;
  if (!glue) return FAULTS.network;
  try {
    await glue.default({ module_or_path: module });
  } catch (thrown) {
    console.error(thrown);
    // The report of the policy arrives after the fault.
    await new Promise((resolve) => setTimeout(resolve));
    return cause(thrown);
  }
}

const late = setTimeout(() => say(FAULTS.slow), PATIENCE);
const fault = await start();
clearTimeout(late);
if (fault) say(fault);
