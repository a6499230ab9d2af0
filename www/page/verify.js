// "Controleer deze versie": the browser holds every file against its published hash, and a sentence says the result.

const VERIFY = "bijdragewijzer:controleer";
const VERIFIED = "bijdragewijzer:gecontroleerd";

async function isWhole(address, integrity) {
  const answer = await fetch(address, { cache: "no-store", integrity }).catch(() => undefined);
  return answer?.ok ?? false;
}

/** The hash as browsers write it, of the digits in which people compare it. */
function integrityOf(sha256) {
  const bytes = sha256.match(/../g).map((digits) => parseInt(digits, 16));
  return `sha256-${btoa(String.fromCharCode(...bytes))}`;
}

async function verifiedFolder() {
  const answer = await fetch("versie.json", { cache: "no-store" }).catch(() => undefined);
  const list = await answer?.json().catch(() => undefined);
  if (!answer?.ok || !list) return "De lijst met bestanden is niet op te halen. Controleer de verbinding en probeer het opnieuw.";
  if (list.kenmerk !== RELEASE.kenmerk) {
    return `Op de site staat nu versie ${list.versie} (${list.kenmerk}); deze pagina is ${RELEASE.versie} (${RELEASE.kenmerk}). Laad de pagina opnieuw en controleer dan.`;
  }
  const whole = await Promise.all(list.bestanden.map(({ naam, sha256 }) => isWhole(naam, integrityOf(sha256))));
  const other = list.bestanden.filter((_, index) => !whole[index]).map(({ naam }) => naam);
  return other.length === 0
    ? `Alle ${whole.length} bestanden zijn gelijk aan die van versie ${RELEASE.versie}, kenmerk ${RELEASE.kenmerk}.`
    : `Niet gelijk aan versie ${RELEASE.versie}, kenmerk ${RELEASE.kenmerk}: ${other.join(", ")}. Meld dit aan de beheerder van de site.`;
}

/** The policy in the file has held script and style against their hashes before they ran; the module is left. */
async function verifiedFile(packed) {
  const module = `data:application/octet-stream;base64,${packed.textContent.trim()}`;
  return (await isWhole(module, RELEASE.integrity))
    ? `Dit bestand is heel: script, opmaak en rekenmodule zijn die van versie ${RELEASE.versie}, kenmerk ${RELEASE.kenmerk}.`
    : "De rekenmodule in dit bestand is veranderd. Haal het bestand opnieuw op bij de plek waar het vandaan komt.";
}

document.addEventListener(VERIFY, async () => {
  const packed = document.getElementById("rekenmodule");
  const detail = await (packed ? verifiedFile(packed) : verifiedFolder());
  document.dispatchEvent(new CustomEvent(VERIFIED, { detail }));
});
