// Starts the page. A file of its own, because the content policy allows no script inside the page.
// When the module cannot be loaded or run, the page says so in plain words and keeps what stands below.

const start = document.querySelector(".bw-start");

try {
  const { default: init } = await import("./pagina.js");
  await init();
} catch (fault) {
  start?.classList.add("bw-start--failed");
  throw fault;
}
