// In a frame: tells the page around it how tall this one is, and nothing else. It works without that too, at a fixed
// height. Only to and from origins that the administrator lists in insluiters.txt, and our own; all else is ignored.

const HEIGHT = "bijdragewijzer:hoogte";
const HELLO = "bijdragewijzer:hallo";
const MESSAGES = 1;

/** The origins that may know the height. */
async function listed() {
  const answer = await fetch("insluiters.txt", { cache: "no-cache" }).catch(() => undefined);
  const lines = answer?.ok ? (await answer.text()).split("\n") : [];
  const written = lines.map((line) => line.replace(/#.*/, "").trim().replace(/\/$/, "").toLowerCase());
  const origins = written.filter((line) => /^https?:\/\/[^/\s]+$/.test(line));
  return new Set([location.origin, ...origins]);
}

/** The origin of the page around this one, as far as the browser says it. */
function around() {
  try {
    return location.ancestorOrigins?.[0] ?? new URL(document.referrer).origin;
  } catch {
    return undefined;
  }
}

async function embedded() {
  document.documentElement.dataset.framed = "";
  // A single file and a sandbox have no origin to hold against a list.
  if (!RELEASE.module || origin === "null") return;
  const list = listed();
  const page = document.getElementById("app");
  let host;
  let told;
  let planned = false;

  function tell() {
    planned = false;
    const hoogte = Math.ceil(page.getBoundingClientRect().height);
    // Hidden by the page around it, this one has no height.
    if (!host || hoogte === 0 || hoogte === told) return;
    told = hoogte;
    parent.postMessage({ type: HEIGHT, versie: MESSAGES, hoogte }, host);
  }
  function plan() {
    if (!planned) requestAnimationFrame(tell);
    planned = true;
  }

  // A host that this page cannot see asks for the height, maybe before the list is there.
  addEventListener("message", async ({ source, origin: from, data }) => {
    if (source !== parent || data?.type !== HELLO || data.versie !== MESSAGES || !(await list).has(from)) return;
    host = from;
    told = undefined;
    plan();
  });
  const allowed = await list;
  if (allowed.has(around())) host = around();
  new ResizeObserver(plan).observe(page);
}

if (parent !== window) embedded();
