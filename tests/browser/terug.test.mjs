// Every change is marked with what it was, and has a way back: for each field, and for all at once.

import assert from "node:assert/strict";
import { after, before } from "node:test";

import { inEachBrowser, open } from "./support/browsers.mjs";
import { address, choose, fill, has, nothingWrong, press, text, waitForText } from "./support/page.mjs";
import { serve } from "./support/server.mjs";

let server;
before(async () => (server = await serve({ base: "/apps/bij-drage/v1/" })));
after(() => server.close());

async function started(profile) {
  const page = await open(profile, `${server.address}#/keuzes`);
  await choose(page, "Uw organisatie", "Gemeente Zwolle");
  await page.waitForSelector(".bw-sum");
  return page;
}

/** What a field shows: its text, its chosen option, or whether it is on. */
const shown = (page, id) =>
  page.$eval(`[id="${id}"]`, (field) => {
    if (field instanceof HTMLSelectElement) return field.selectedOptions[0]?.textContent.trim();
    return ["radio", "checkbox"].includes(field.type) ? field.checked : field.value;
  });

const waitUntilShown = (page, id, wanted) =>
  page.waitForFunction(
    (id, wanted) => {
      const field = document.getElementById(id);
      if (field instanceof HTMLSelectElement) return field.selectedOptions[0]?.textContent.trim() === wanted;
      return (["radio", "checkbox"].includes(field?.type) ? field.checked : field?.value) === wanted;
    },
    {},
    id,
    wanted,
  );

/** Types a text, chooses an option by its text, or presses what can be on. */
async function change(page, id, value) {
  const field = await page.$(`[id="${id}"]`);
  const kind = await field.evaluate((element) => (element instanceof HTMLSelectElement ? "list" : element.type));
  if (kind === "list") {
    await field.select(await field.evaluate((list, name) => [...list.options].find((each) => each.textContent.trim() === name).value, value));
  } else if (kind === "text") {
    await field.focus();
    await field.evaluate((element) => element.select());
    await page.keyboard.type(value);
    await page.keyboard.press("Tab");
  } else {
    await field.click();
  }
}

/** The way back that stands at a field: what it is a way back from and to. */
const wayBack = (page, id) =>
  page.$eval(`[id="${id}"]`, (field) => {
    let around = field;
    while (!around.querySelector(".bw-deviation")) around = around.parentElement;
    return around.querySelector(".bw-deviation").innerText.replace(/[\u00a0\s]+/g, " ").trim();
  });

const focused = (page) => page.evaluate(() => document.activeElement.id);

const KINDS = [
  // [field, what it shows, what is chosen instead, the way back, the field to which the focus goes]
  ["reservering", "750.000", "500.000", "terug naar €\u00a0750.000,00 (Reservering per jaar)"],
  ["wijze", "Structurele reservering", "Jaarlijks bijramen", "terug naar Structurele reservering (Financieringswijze)"],
  ["vertraging", "geen", "2 begrotingsjaren", "terug naar geen (Vertraging)"],
  ["sleutel-blok-2019", false, true, "terug naar Evenredig met de bijdrage 2019 (Verdeelsleutel)", "sleutel-evenredig-2019"],
  ["sleutel-van-alle", "Evenredig met de bijdrage 2019", "Eigen sleutel", "terug naar Evenredig met de bijdrage 2019 (Verdeelsleutel)", "sleutel-evenredig-2019"],
  ["sleutel-van-baten", "als alle posten", "Alleen de waterschappen", "terug naar Evenredig met de bijdrage 2019 (Sleutel voor minderbaten)"],
  ["keuze-capaciteit-in_dienst", false, true, "terug naar Inhuur (Capaciteit van de interne sociale incasso)", "keuze-capaciteit-inhuur"],
  ["kaart-variant-2b", true, false, "terug naar 1 Interne sociale incasso, 2A Voorbellen, 2B Vroegsignalering (Varianten)", "variant-1"],
  ["kaart-uitrol-2a-2024", "90.000", "60.000", "terug naar 90.000 (2A Voorbellen 2024)"],
  ["kaart-uitrol-1-2021", "50%", "0%", "terug naar 50% (1 Interne sociale incasso 2021)"],
  ["kaart-start-2b", "2021", "2023", "terug naar 2021 (2B Vroegsignalering, start)"],
  ["vrijgave-2022", "", "200.000", "terug naar de hele reservering (Vrijgave 2022)"],
  ["bijdrage", "2.088.582", "2.100.000", "terug naar €\u00a02.088.582,00 (voorschot 2019) (Eigen bijdrage Zwolle 2022)"],
  ["eigen-bijdrage-2024", "2.088.582", "2.200.000", "terug naar €\u00a02.088.582,00 (voorschot 2019) (Eigen bijdrage Zwolle 2024)"],
  ["index", "0%", "2%", "terug naar 0% (Index per jaar)"],
  ["onbekend-minderbaten_2b-2023", "", "40.000", "terug naar onbekend (Lagere invorderbaten door vroegsignalering 2023)"],
  ["rekenprotocol-jaren", "niet gebruiken", "het gemiddelde van 2 jaar", "terug naar niet gebruikt (Rekenprotocol)"],
  ["parameter-betaald_aandeel", "15%", "20%", "terug naar 15% (Aandeel dat na bellen betaalt zonder dwangbevel)"],
];

inEachBrowser("each kind of field says what it was, goes back to it, and undo brings the change back", async (profile) => {
  const page = await started(profile);
  const none = "Geen afwijkingen van het uitgangspunt";
  await waitForText(page, none, "#afwijkingen");
  assert.ok(!(await has(page, "button", "Terug naar het voorstel")), "there is nothing to go back from");
  const [link, sum] = [await address(page), await text(page, ".bw-sum")];
  for (const [id, original, other, back, goes = id] of KINDS) {
    assert.equal(await shown(page, id), original, id);
    await change(page, id, other);
    await waitForText(page, "1 afwijking van het uitgangspunt", "#afwijkingen");
    assert.ok((await wayBack(page, id)).includes("afwijkend van het voorstel terug naar"), id);
    await press(page, "button", back);
    await waitForText(page, none, "#afwijkingen");
    await waitUntilShown(page, id, original);
    assert.equal(await focused(page), goes, id);
    assert.equal(await address(page), link, id);
    assert.equal(await text(page, ".bw-sum"), sum, id);
    await press(page, "button", "Ongedaan maken");
    await waitForText(page, "1 afwijking van het uitgangspunt", "#afwijkingen");
    await waitUntilShown(page, id, other);
    await press(page, "button", "Opnieuw");
    await waitUntilShown(page, id, original);
    await waitForText(page, none, "#afwijkingen");
    assert.equal(await address(page), link, id);
  }
  await nothingWrong(page);
});

inEachBrowser("a typed original is no deviation, and a key that goes back leaves no weights behind", async (profile) => {
  const page = await started(profile);
  await change(page, "reservering", "500.000");
  await waitForText(page, "1 afwijking van het uitgangspunt", "#afwijkingen");
  await change(page, "reservering", "750.000");
  await waitForText(page, "Geen afwijkingen van het uitgangspunt");
  await change(page, "sleutel-van-alle", "Eigen verhouding tussen de blokken");
  await waitForText(page, "1 afwijking van het uitgangspunt", "#afwijkingen");
  const start = await shown(page, "blok-gemeenten");
  await change(page, "blok-gemeenten", "5%");
  await waitForText(page, "2 afwijkingen van het uitgangspunt", "#afwijkingen");
  await press(page, "button", `terug naar ${start} (Aandeel van Gemeenten)`);
  await waitUntilShown(page, "blok-gemeenten", start);
  await waitForText(page, "1 afwijking van het uitgangspunt", "#afwijkingen");
  await press(page, "button", "Ongedaan maken");
  await waitUntilShown(page, "blok-gemeenten", "5%");
  await press(page, "button", "terug naar Evenredig met de bijdrage 2019 (Verdeelsleutel)");
  await waitForText(page, "Geen afwijkingen van het uitgangspunt");
  await change(page, "sleutel-van-alle", "Eigen verhouding tussen de blokken");
  await waitUntilShown(page, "blok-gemeenten", "5%");
  await nothingWrong(page);
});

inEachBrowser("all goes back at once, and each button says where to", async (profile) => {
  const page = await started(profile);
  const proposal = await address(page);
  await fill(page, "Bijdrage nu", "2.100.000");
  const own = await address(page);
  await press(page, "radio", "0,5 mln");
  const half = await address(page);
  assert.ok(!(await has(page, "button", "Alles terug naar “0,5 mln”")), "nothing deviates from it but the own bijdrage");
  await change(page, "kaart-uitrol-2a-2024", "60.000");
  await change(page, "reservering", "400.000");
  await change(page, "sleutel-van-alle", "Zoals de verrekening 2019");
  await waitForText(page, "afwijkend van “0,5 mln” terug naar € 500.000,00");
  const changed = await address(page);
  await waitForText(page, "Uw eigen bijdragen en de index blijven daarbij staan.", "section[aria-labelledby=afwijkingen]");
  await press(page, "button", "Alles terug naar “0,5 mln”");
  assert.equal(await focused(page), "keuzes", "the button is gone");
  await waitUntilShown(page, "reservering", "500.000");
  assert.equal(await address(page), half);
  await waitUntilShown(page, "sleutel-van-alle", "Evenredig met de bijdrage 2019");
  await press(page, "button", "Ongedaan maken");
  await waitUntilShown(page, "reservering", "400.000");
  assert.equal(await address(page), changed);
  // From the table one by one: the focus goes to its title, which says how many are left.
  await press(page, "button", "terug (2A Voorbellen 2024)");
  await waitUntilShown(page, "kaart-uitrol-2a-2024", "90.000");
  assert.equal(await focused(page), "afwijkingen");
  await press(page, "button", "Ongedaan maken");
  await waitUntilShown(page, "kaart-uitrol-2a-2024", "60.000");
  await press(page, "button", "Terug naar het voorstel");
  await waitUntilShown(page, "reservering", "750.000");
  assert.equal(await address(page), own, "what the own organisation pays stays");
  assert.equal(await shown(page, "bijdrage"), "2.100.000");
  assert.equal(await shown(page, "kaart-uitrol-2a-2024"), "90.000");
  assert.ok(!(await has(page, "button", "Terug naar het voorstel")));
  await press(page, "button", "Ongedaan maken");
  await waitForText(page, "Ongedaan gemaakt: terug naar het voorstel.", "[role=status]:last-of-type");
  assert.equal(await address(page), changed);
  await press(page, "button", "Opnieuw");
  await press(page, "button", "terug naar €\u00a02.088.582,00 (voorschot 2019) (Eigen bijdrage Zwolle 2022)");
  await waitForText(page, "Geen afwijkingen van het uitgangspunt");
  assert.equal(await address(page), proposal);
  await nothingWrong(page);
});
