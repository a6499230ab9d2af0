// Pictures: at every width one drawing of each, as wide as its card, with texts that can be read and stand apart.

import assert from "node:assert/strict";
import { after, before } from "node:test";

import { inEachBrowser, open } from "./support/browsers.mjs";
import { serve } from "./support/server.mjs";

/** Waits until the page has been laid out anew. */
const painted = (page) => page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));

const WIDTHS = [320, 360, 480, 511, 700, 768, 820, 961, 1024, 1100, 1170, 1280, 1600];
const PICTURES = { "uw-bijdrage": 2, vergelijken: 3, "alle-deelnemers": 1 };

let server;
before(async () => (server = await serve({})));
after(() => server.close());

/** In the page: of each picture that is seen its part of the width of its card, its smallest text in pixels, and texts over each other or the edge. */
function measured() {
  const seen = [...document.querySelectorAll("figure > svg")].filter((svg) => svg.checkVisibility());
  return seen.map((svg) => {
    const card = getComputedStyle(svg.closest("section"));
    const inner = svg.closest("section").clientWidth - parseFloat(card.paddingLeft) - parseFloat(card.paddingRight);
    const { width } = svg.getBoundingClientRect();
    const edge = svg.closest("section").getBoundingClientRect();
    const texts = [...svg.querySelectorAll("text")];
    const over = texts.filter((text) => text.getBoundingClientRect().left < edge.left || text.getBoundingClientRect().right > edge.right);
    const sizes = texts.map((text) => (parseFloat(getComputedStyle(text).fontSize) * width) / svg.viewBox.baseVal.width);
    // In the drawing's own units, without the ground around it. The upper quarter of a line has no ink in it.
    const areas = texts.map((text) => {
      const box = text.getBBox();
      return { left: box.x, right: box.x + box.width, top: box.y + box.height / 4, bottom: box.y + box.height, said: text.textContent };
    });
    const overlaps = areas.flatMap((one, place) =>
      areas
        .slice(place + 1)
        .filter((other) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom)
        .map((other) => `${one.said} / ${other.said}`),
    );
    return { title: svg.querySelector("title").textContent, part: width / inner, smallest: Math.min(...sizes), overlaps: [...overlaps, ...over.map((text) => text.textContent)] };
  });
}

inEachBrowser("at every width a picture fills its card, and its texts can be read and lie over no other", async (profile) => {
  for (const [section, count] of Object.entries(PICTURES)) {
    const page = await open(profile, `${server.address}#/${section}/1.gblt-2021~1.d~zwolle.0qpfads`);
    await page.waitForFunction((wanted) => document.querySelectorAll("figure").length === wanted, {}, count);
    for (const width of WIDTHS) {
      // The page beside a scroll bar, where a browser has one.
      const bar = await page.evaluate(() => innerWidth - document.documentElement.clientWidth);
      await page.setViewport({ width: width + bar, height: 800 });
      await painted(page);
      const found = await page.evaluate(measured);
      assert.equal(found.length, count, `${section}, ${width}`);
      assert.equal((await page.$$("figure > svg")).length, count, `${section}, ${width}: what is not shown is not drawn`);
      for (const { title, part, smallest, overlaps } of found) {
        const what = `${width}, ${title}`;
        assert.ok(part > 0.85 && part < 1.001, `${what}: ${part} of its card`);
        assert.ok(smallest > 11.9, `${what}: a text of ${smallest} px`);
        assert.deepEqual(overlaps, [], what);
      }
    }
    await page.close();
  }
});
