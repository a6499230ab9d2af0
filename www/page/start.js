// Starts the page. What index.html shows stays until the page is there; when it cannot start, one sentence says
// why and who can mend it.

const PATIENCE = 5000;
const FILE = RELEASE.module?.split("/").at(-1);

const FAULTS = {
  off: "WebAssembly staat uit in deze browser. Dat is meestal een beveiligingsinstelling. Uw systeembeheerder kan het voor deze pagina aanzetten.",
  policy: "Het beveiligingsbeleid van deze site verbiedt WebAssembly. De beheerder van de site kan 'wasm-unsafe-eval' toestaan.",
  network: "Een deel van de pagina is niet aangekomen. Controleer de verbinding en laad de pagina opnieuw.",
  damaged: FILE
    ? `Het bestand ${FILE} is niet heel aangekomen. Laad de pagina opnieuw. Blijft dit zo, meld het dan aan de beheerder van de site.`
    : "Dit bestand is niet heel. Haal het opnieuw op bij de plek waar het vandaan komt.",
  other: `Het bestand ${FILE} hoort niet bij deze pagina. Misschien wordt de site juist bijgewerkt. Laad de pagina opnieuw. Blijft dit zo, meld het dan aan de beheerder van de site.`,
  old: "Deze browser is te oud om hier te rekenen. Werk de browser bij, of gebruik een andere.",
  stopped: "De rekenhulp is bij het starten gestopt. Laad de pagina opnieuw. Blijft dit zo, meld het dan aan de beheerder van de site.",
  slow: "Het laden duurt langer dan gewoon. De tabel hieronder kunt u al gebruiken.",
};

const app = document.getElementById("app");
const first = app.firstElementChild;
let blocked = false;
addEventListener("securitypolicyviolation", (event) => (blocked ||= event.blockedURI === "wasm-eval"));

// From here on this script says what happens; until here the page itself does, when time passes.
document.getElementById("start-stand")?.classList.remove("bw-start__state--waiting");
document.getElementById("start-laat")?.remove();
const copy = first.cloneNode(true);

// Which release this is, for the page to show; and the look that the address asks for.
document.documentElement.dataset.kenmerk = RELEASE.kenmerk;
const theme = { licht: "light", donker: "dark" }[/[?&]thema=(licht|donker)\b/.exec(location.hash)?.[1]];
if (theme) document.documentElement.dataset.theme = theme;

function say(text) {
  if (!app.firstElementChild) app.append(copy);
  const state = document.getElementById("start-stand");
  if (!state) return;
  state.className = "bw-start__fault";
  state.textContent = `${text} De bedragen van het voorstel staan hieronder.`;
}

// The module that stands in the page itself, packed. It too is held against its pinned hash: what is changed may still
// unpack, and run.
async function unpacked(element) {
  if (!("DecompressionStream" in globalThis)) return { fault: FAULTS.old };
  try {
    const packed = await fetch(`data:application/octet-stream;base64,${element.textContent.trim()}`, { integrity: RELEASE.integrity });
    const stream = packed.body.pipeThrough(new DecompressionStream("deflate-raw"));
    return { module: await new Response(stream).arrayBuffer() };
  } catch {
    return { fault: FAULTS.damaged };
  }
}

/** The module, or the sentence that says why it is not there. The browser itself holds it against the pinned hash. */
async function fetched() {
  const packed = document.getElementById("rekenmodule");
  if (packed) return unpacked(packed);
  const answer = await fetch(RELEASE.module, { integrity: RELEASE.integrity }).catch(() => undefined);
  if (!answer?.ok) return { fault: await absent() };
  const streams = answer.headers.get("content-type")?.startsWith("application/wasm");
  return { module: streams ? answer : await answer.arrayBuffer() };
}

/** Why the module did not come, or came as another: asked for once more, without its hash. */
async function absent() {
  const answer = await fetch(RELEASE.module, { cache: "no-store" }).catch(() => undefined);
  if (!answer) return FAULTS.network;
  const administrator = "De beheerder van de site moet dit bestand laten uitserveren als application/wasm.";
  if (!answer.ok) return `De server geeft ${FILE} niet (antwoord ${answer.status}). ${administrator}`;
  const bytes = await answer.arrayBuffer().catch(() => undefined);
  if (!bytes) return FAULTS.damaged;
  const isModule = new Uint8Array(bytes.slice(0, 4)).join() === "0,97,115,109";
  if (!isModule) return `De server geeft iets anders dan ${FILE}. ${administrator}`;
  return bytes.byteLength < RELEASE.bytes ? FAULTS.damaged : FAULTS.other;
}

function cause(fault) {
  if (blocked || /content security policy|unsafe-eval|blocked by CSP/i.test(fault.message)) return FAULTS.policy;
  // Its bytes are those that were published: the browser has held them against their hash.
  return fault instanceof WebAssembly.CompileError ? FAULTS.old : FAULTS.stopped;
}

async function start() {
  if (typeof WebAssembly !== "object") return FAULTS.off;
  const { module, fault } = await fetched();
  if (fault) return fault;
  try {
    await wasm_bindgen({ module_or_path: module });
  } catch (thrown) {
    console.error(thrown);
    // The report of the policy arrives after the fault.
    await new Promise((resolve) => setTimeout(resolve));
    return cause(thrown);
  }
}

const late = setTimeout(() => say(FAULTS.slow), PATIENCE);
const started = start().then((fault) => {
  clearTimeout(late);
  if (fault) say(fault);
  return !fault;
});
