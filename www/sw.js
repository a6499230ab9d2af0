// Keeps the files of one release on the device, so that the page works without network. Releases never mix: each
// worker has its own cache and answers from that alone. A newer one waits until someone accepts it, or until the last
// tab of the older one is closed.

const RELEASE = "{{kenmerk}}";
// Two folders on one host keep out of each other's way.
const PREFIX = `bijdragewijzer ${new URL(registration.scope).pathname} `;
const CACHE = PREFIX + RELEASE.kenmerk;
const PAGE = "index.html";
const here = (name) => new URL(name, registration.scope).href;
const kept = new Map(RELEASE.bestanden.map(({ naam }) => [here(naam), naam]));

/** Fetches everything, each file held against its hash, or the release is not installed. A name with a hash may come
 * from what the browser has just loaded. */
async function keep() {
  const cache = await caches.open(CACHE);
  await Promise.all(
    RELEASE.bestanden.map(async ({ naam, integrity }) => {
      const answer = await fetch(naam, { cache: naam === PAGE ? "no-cache" : "default", integrity });
      if (!answer.ok) throw new Error(`${naam}: ${answer.status}`);
      // An answer that was redirected may not stand for a page.
      const whole = answer.redirected ? new Response(await answer.blob(), { headers: answer.headers }) : answer;
      await cache.put(here(naam), whole);
    }),
  );
}

async function forgetOthers() {
  // A still newer one is filling its own; it tidies up when its turn comes.
  if (registration.installing || registration.waiting) return;
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name)));
}

const news = (waiting) => ({ type: "bijdragewijzer:versie", versie: RELEASE.versie, kenmerk: RELEASE.kenmerk, waiting });

async function takeOver() {
  await forgetOthers();
  await clients.claim();
  for (const client of await clients.matchAll()) client.postMessage(news(false));
}

/** A frame has no place where a newer release is offered, and a check is about what the host has. */
const isForHost = (request) => request.destination === "iframe" || request.cache === "no-store";

/** The kept file for a request, if it is one of ours. */
async function answered(request) {
  if (isForHost(request)) return fetch(request);
  const url = new URL(request.url);
  url.hash = "";
  const bare = url.origin + url.pathname;
  const isPage = request.mode === "navigate" && (bare === registration.scope || bare === here(PAGE));
  const name = isPage ? here(PAGE) : kept.has(url.href) ? url.href : undefined;
  const answer = name && (await (await caches.open(CACHE)).match(name));
  return answer ?? fetch(request);
}

addEventListener("install", (event) => event.waitUntil(keep()));
addEventListener("activate", (event) => event.waitUntil(takeOver()));
addEventListener("message", ({ data, source }) => {
  if (data?.type === "bijdragewijzer:welke") source.postMessage(news(true));
  if (data?.type === "bijdragewijzer:overgaan") skipWaiting();
});
addEventListener("fetch", (event) => {
  if (event.request.method === "GET" && event.request.url.startsWith(registration.scope)) event.respondWith(answered(event.request));
});
