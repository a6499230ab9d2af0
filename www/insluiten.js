// For a page that shows Bijdragewijzer in a frame: makes the frame as tall as what is in it.
// <script src="https://…/bijdragewijzer/insluiten.js" defer></script>. Without this script the frame scrolls.
(() => {
  const folder = new URL(".", document.currentScript.src);
  const frames = () => [...document.querySelectorAll("iframe")].filter((frame) => frame.src.startsWith(folder.href));
  const ask = (frame) => frame.contentWindow?.postMessage({ type: "bijdragewijzer:hallo", versie: 1 }, folder.origin);

  addEventListener("message", ({ source, origin, data }) => {
    if (origin !== folder.origin || data?.type !== "bijdragewijzer:hoogte" || data.versie !== 1) return;
    const frame = frames().find((each) => each.contentWindow === source);
    if (frame && Number.isInteger(data.hoogte) && data.hoogte > 0 && data.hoogte < 100_000) frame.height = data.hoogte;
  });
  for (const frame of frames()) {
    frame.addEventListener("load", () => ask(frame));
    // Before it loads a frame is an empty page of the host itself.
    if (frame.contentDocument?.URL !== "about:blank") ask(frame);
  }
})();
