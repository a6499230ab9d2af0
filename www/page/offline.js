// After a first visit the page works without network, and a newer release is offered in a sentence. Not in a frame,
// not in a single file and not where the browser has no means for it: then nothing is said about it.

const NEWS = "bijdragewijzer:uitgave";
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

/** A sentence above the page with one button; a second call replaces the first. */
function announce(sentence, button, action) {
  let place = document.getElementById("uitgave");
  if (!place) {
    place = document.createElement("aside");
    place.id = "uitgave";
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

  workers.addEventListener("message", ({ data }) => {
    if (data?.type !== NEWS || data.uitgave === RELEASE.uitgave) return;
    if (accepted) return location.reload();
    if (!data.waiting) {
      announce(`Deze pagina rekent nog met versie ${RELEASE.versie} (${RELEASE.uitgave}). Op dit apparaat staat nu ${data.versie} (${data.uitgave}).`, "Opnieuw laden", () => location.reload());
      return;
    }
    announce(`Er is een nieuwe versie: ${data.versie} (${data.uitgave}). U rekent nu met ${RELEASE.versie} (${RELEASE.uitgave}).`, "Nieuwe versie gebruiken", () => {
      accepted = true;
      registration.waiting?.postMessage({ type: MOVE });
    });
  });

  const registration = await workers.register(workerAddress(), { updateViaCache: "none" });
  const ask = () => registration.waiting?.postMessage({ type: ASK });
  ask();
  registration.addEventListener("updatefound", () => {
    const coming = registration.installing;
    coming?.addEventListener("statechange", () => coming.state === "installed" && ask());
  });
  // Browsers look for a newer one when they see fit; a page can stay open for days. Without network there is none.
  const look = () => registration.update().catch(() => undefined);
  if (workers.controller) look();
  addEventListener("visibilitychange", () => document.hidden || look());
}

const canStay = () => RELEASE.module && parent === window && isSecureContext && "serviceWorker" in navigator;
started.then((runs) => {
  // A browser that refuses, or storage that is full: the page works as it is.
  if (runs && canStay()) setTimeout(() => offline().catch(() => undefined), REST);
});
