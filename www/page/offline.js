// After a first visit the page works without network, and a newer release is offered in a sentence. Not in a frame,
// not in a single file and not where the browser has no means for it: then nothing is said about it.

const NEWS = "bijdragewijzer:versie";
const ASK = "bijdragewijzer:welke";
const MOVE = "bijdragewijzer:overgaan";

/** The first answer comes first; keeping the files can wait this long. */
const REST = 2000;

/** The worker's address is the only one that this policy lets through. */
function workerAddress() {
  const createScriptURL = (address) => {
    if (address === "sw.js") return address;
    throw new TypeError(`Geen eigen bestand: ${address}`);
  };
  const policy = globalThis.trustedTypes?.createPolicy("bijdragewijzer", { createScriptURL });
  return policy ? policy.createScriptURL("sw.js") : "sw.js";
}

let announced;

/** A sentence above the page with one button; another sentence replaces the first, the same leaves button and focus alone. */
function announce(sentence, button, action) {
  if (sentence === announced) return;
  announced = sentence;
  let place = document.getElementById("versie-nieuws");
  if (!place) {
    place = document.createElement("aside");
    place.id = "versie-nieuws";
    place.className = "bw-release";
    place.setAttribute("aria-label", "Versie van deze pagina");
    const text = document.createElement("p");
    text.setAttribute("role", "status");
    place.append(text);
    app.before(place);
  }
  const [text, ...old] = place.children;
  old.forEach((each) => each.remove());
  // The place is there first, so that a screen reader hears the sentence.
  setTimeout(() => (text.textContent = sentence));
  const control = document.createElement("button");
  control.type = "button";
  control.className = "utrecht-button utrecht-button--secondary-action";
  control.textContent = button;
  control.addEventListener("click", action);
  place.append(control);
}

async function offline() {
  const workers = navigator.serviceWorker;
  let accepted = false;

  // From the start: what is said before someone listens is lost, and this page may be the older one within a second.
  workers.addEventListener("message", ({ data }) => {
    if (data?.type !== NEWS || data.kenmerk === RELEASE.kenmerk || (accepted && data.waiting)) return;
    if (accepted) return location.reload();
    if (!data.waiting) {
      announce(`Deze pagina rekent nog met versie ${RELEASE.versie} (${RELEASE.kenmerk}). Op dit apparaat staat nu ${data.versie} (${data.kenmerk}).`, "Opnieuw laden", () => location.reload());
      return;
    }
    announce(`Er is een nieuwe versie: ${data.versie} (${data.kenmerk}). U rekent nu met ${RELEASE.versie} (${RELEASE.kenmerk}).`, "Nieuwe versie gebruiken", () => {
      accepted = true;
      registration.waiting?.postMessage({ type: MOVE });
    });
  });

  if (!(await started)) return;
  await new Promise((resolve) => setTimeout(resolve, REST));
  const registration = await workers.register(workerAddress(), { updateViaCache: "none" });
  const ask = () => registration.waiting?.postMessage({ type: ASK });
  const follow = () => registration.installing?.addEventListener("statechange", ask);
  // A newer one may be on its way already.
  ask();
  follow();
  registration.addEventListener("updatefound", follow);
  /** Browsers look for a newer one when they see fit; a page can stay open for days. Without network there is none. */
  async function look() {
    await registration.update().catch(() => undefined);
    if (registration.installing || registration.waiting) return;
    // A host may keep an old worker beside a new page; its list says which release it has.
    const answer = await fetch("versie.json", { cache: "no-store" }).catch(() => undefined);
    const list = answer?.ok ? await answer.json().catch(() => undefined) : undefined;
    const known = announced || registration.installing || registration.waiting;
    if (!list?.kenmerk || list.kenmerk === RELEASE.kenmerk || known) return;
    announce(`Op de site staat nu versie ${list.versie} (${list.kenmerk}). U rekent nog met ${RELEASE.versie} (${RELEASE.kenmerk}).`, "Nieuwe versie gebruiken", async () => {
      await registration.unregister();
      location.reload();
    });
  }
  if (workers.controller) look();
  document.addEventListener("visibilitychange", () => document.hidden || look());
}

const canStay = () => RELEASE.module && parent === window && isSecureContext && "serviceWorker" in navigator;
// A browser that refuses, or storage that is full: the page works as it is.
if (canStay()) offline().catch(() => undefined);
