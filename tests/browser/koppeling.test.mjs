// Links and what this device remembers: a link comes back whole or says what it lost, own work is never lost,
// a herleiding has an address, and the own organisation is remembered only where that works.

import assert from "node:assert/strict";
import { after, before } from "node:test";

import { freshProfile, inEachBrowser, open } from "./support/browsers.mjs";
import { openText } from "./support/files.mjs";
import { checked } from "./support/link.mjs";
import { address, choose, fill, find, has, nothingWrong, press, settled, text, waitForText } from "./support/page.mjs";
import { serve } from "./support/server.mjs";

// Where browsers cannot differ one of them is enough: the other takes seconds for each.
const IN_ONE = ["chromium"];

let server;
before(async () => (server = await serve({ base: "/apps/bij-drage/v1/" })));
after(() => server.close());

async function started(profile, organisation, options) {
  const page = await open(profile, server.address, options);
  await choose(page, "Uw organisatie", organisation);
  await page.waitForSelector(".bw-sum");
  await settled(page);
  return page;
}

const sum = (page) => text(page, ".bw-sum");
const HALF = checked("1.gblt-2021~1.u~voorstel.d~nijkerk.reservering~500000");
const NIJKERK_HALF = "Uw bijdrage daalt met € 44.108 in 2022.";

inEachBrowser("of scenarios for more than one deelnemer the page says that it shows them from one", async (profile) => {
  const page = await open(profile, server.address);
  const both = checked("1.gblt-2021~1.bovenaan~2.u~voorstel.d~zwolle.en.u~voorstel-050.d~nijkerk");
  await openText(page, both);
  await waitForText(page, "De scenario’s noemen verschillende deelnemers. U ziet ze vanuit één organisatie.");
  await waitForText(page, NIJKERK_HALF);
  assert.match(await address(page), /\.d~nijkerk\.en\..*\.d~nijkerk\./);
}, IN_ONE);

inEachBrowser("what mail and chat make of a link opens to the same scenario", async (profile) => {
  const page = await open(profile, server.address);
  const link = `${server.address}#/uw-bijdrage/${HALF}`;
  const [head, tail] = link.split("#");
  const wrap = (address) => `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(address)}&data=05%7C02%7C&reserved=0`;
  // What each program makes of a link is tested in the core; here that the field takes it.
  const variants = [
    `${head}%23${tail}`,
    wrap(`${head}%23${tail}`),
    `Zie ${link} voor de cijfers.`,
    link.replace(/(.{60})/g, "$1=\r\n"),
    link.toUpperCase(),
  ];
  for (const variant of variants) {
    await openText(page, variant);
    await waitForText(page, NIJKERK_HALF);
    assert.equal(await page.$eval("#organisatie", (list) => list.value), "nijkerk", variant);
    await press(page, "button", "Ongedaan maken");
    await waitForText(page, "Voor welke organisatie rekent u?");
  }
  for (const [lost, words, close] of [
    [link.slice(0, -1), "De link is niet volledig", "Niets overnemen"],
    [link.replace("500000", "600000"), "De link is onderweg veranderd", "Niets overnemen"],
    [head, "Hier staat geen scenario in", "Sluiten"],
  ]) {
    await openText(page, lost);
    await waitForText(page, "De link is niet volledig overgenomen");
    await waitForText(page, words);
    assert.ok(!(await page.$(".bw-sum")), "never the proposal as if it were the sender's");
    await press(page, "button", close);
  }
  // Taken over all the same: what is in it is shown before, and that any value may be another is said after.
  await openText(page, link.replace("500000", "600000"));
  await waitForText(page, "Gelezen is: 1. Voorstel DB, gewijzigd. Nijkerk; Reservering per jaar: € 600.000,00");
  await press(page, "button", "Overnemen wat gelezen is");
  await page.waitForSelector(".bw-sum");
  await waitForText(page, "De link is onderweg veranderd", "[aria-label=Geopend]");
  await nothingWrong(page);
});

inEachBrowser("an address that is no link starts the page and says that it was not read", async (profile) => {
  for (const [bad, shown] of [
    ["#%", "het begin van de pagina"],
    ["#%E0%A4%A", "het begin van de pagina"],
    ["#/vergelijken#x", "het onderdeel Vergelijken"],
    ["#/vergelijken%23x", "het onderdeel Vergelijken"],
    ["#/bestaat-niet", "het begin van de pagina"],
    ["##", null],
    [`#${"a".repeat(100_000)}`, "het begin van de pagina"],
    // Beside the seven: a section with something after it that is no amount, and those that are read whole.
    ["#/keuzes/herleiding/x", "het onderdeel Keuzes"],
    ["#/vergelijken", null],
    ["#/uw-bijdrage/jaren/definitief/2023/zwolle", null],
    ["#/keuzes?thema=donker", null],
  ]) {
    const page = await open(profile, server.address + bad);
    await find(page, "heading", "Voor welke organisatie rekent u?");
    const words = await text(page);
    const said = `Dit adres is niet volledig gelezen. Hieronder staat ${shown}.`;
    assert.equal(words.includes("niet volledig gelezen"), shown !== null, bad.slice(0, 20));
    assert.ok(shown === null || words.includes(said), `${bad.slice(0, 20)}: ${words.slice(0, 300)}`);
    await nothingWrong(page);
    await page.close();
  }
});

inEachBrowser("what an address names and the page does not have is said, and the scenario opens", async (profile) => {
  const amount = "Dit bedrag is er niet in dit scenario.";
  const section = "Dit adres is niet volledig gelezen. Hieronder staat het onderdeel Uw bijdrage.";
  for (const [place, said] of [
    ["uw-bijdrage/herleiding/onzin/2022/nijkerk", amount],
    ["uw-bijdrage/herleiding/begroot/2031/nijkerk", amount],
    ["uw-bijdrage/onzin", section],
    ["uw-bijdrage/herleiding/begroot/2022/nijkerk", undefined],
    ["uw-bijdrage", undefined],
  ]) {
    const page = await open(profile, `${server.address}#/${place}/${HALF}`);
    await waitForText(page, NIJKERK_HALF);
    const words = await text(page);
    for (const each of [amount, section]) assert.equal(words.includes(each), each === said, place);
    await nothingWrong(page);
    await page.close();
  }
}, IN_ONE);

inEachBrowser("what cannot be computed stays out of the address and the link, so that both open whole", async (profile) => {
  const page = await started(profile, "Gemeente Nijkerk");
  await fill(page, "Reservering per jaar", "500.000");
  await press(page, "link", "Keuzes");
  const [cents, before] = [await sum(page), await address(page)];
  await page.select("#rekenprotocol-jaren", "3");
  await waitForText(page, "Hieronder staat de laatste uitkomst die wel klopt.");
  await waitForText(page, "Dit is het antwoord van vóór de fout in uw invoer.", ".bw-answer");
  await waitForText(page, "van vóór de fout", ".bw-bar");
  await waitForText(page, "Het antwoord is van vóór de fout. ", "[role=status]:last-of-type");
  assert.equal(await sum(page), cents);
  assert.equal(await address(page), before);
  await press(page, "button", "Link kopiëren");
  await waitForText(page, "Wat niet klopt, staat niet in de link.");
  assert.equal(await page.$eval("#link-tekst", (field) => field.value), before);
  // What is chosen after it is not lost.
  await fill(page, "Index per jaar", "2%");
  await page.waitForFunction(() => location.hash.includes("index~0_02"));
  await page.reload();
  await page.waitForSelector(".bw-sum");
  // 680.708 × 1,02³
  assert.equal(await sum(page), cents.replace("6,5% van € 680.708", "6,1% van € 722.373"));
  assert.equal(await page.$eval("#index", (field) => field.value), "2%");
  assert.ok(!(await text(page)).includes("niet volledig overgenomen"));
  await nothingWrong(page);
});

inEachBrowser("a colleague's link opened over own work says so, and one press brings the work back", async (profile) => {
  const page = await started(profile, "Gemeente Zwolle");
  await fill(page, "Bijdrage nu", "2.100.000");
  await press(page, "radio", "0,5 mln");
  const [cents, own] = [await sum(page), await address(page)];
  const second = await open(profile, server.address);
  await second.evaluate((link) => (location.hash = `#/uw-bijdrage/${link}`), HALF);
  await waitForText(second, NIJKERK_HALF);
  await page.bringToFront();
  await page.reload();
  await page.waitForSelector(".bw-sum");
  assert.equal(await sum(page), cents, "another tab changes nothing here");
  await page.evaluate((link) => (location.hash = `#/uw-bijdrage/${link}`), HALF);
  await waitForText(page, NIJKERK_HALF);
  await waitForText(page, "De link is geopend. Uw eerdere werk komt terug met Ongedaan maken.");
  await press(page, "button", "Terug naar mijn werk");
  await page.waitForFunction((href) => location.href === href, {}, own);
  assert.equal(await sum(page), cents);
  await nothingWrong(page);
});

inEachBrowser("whether the bands of aannamen count is a choice: undo takes it back, and a link carries it", async (profile) => {
  const page = await started(profile, "Gemeente Zwolle");
  const ticked = (page) => page.$eval("#met-aannamen", (box) => box.checked);
  const before = await address(page);
  await press(page, "checkbox", "Reken ook met de banden van aannamen");
  await page.waitForFunction(() => location.hash.includes(".aannamen~ja."));
  const shared = await address(page);
  await press(page, "button", "Ongedaan maken");
  await page.waitForFunction((before) => location.href === before, {}, before);
  assert.equal(await ticked(page), false);
  const other = await open(profile, shared);
  await other.waitForSelector("#met-aannamen");
  assert.equal(await ticked(other), true);
  await press(other, "checkbox", "Reken ook met de banden van aannamen");
  await other.waitForFunction(() => !location.hash.includes("aannamen"));
  await nothingWrong(page);
  await nothingWrong(other);
}, IN_ONE);

inEachBrowser("a link made with another uitgave opens with a warning that stays until it is dismissed", async (profile) => {
  const page = await open(profile, `${server.address}#/uw-bijdrage/${checked("1.gblt-2021~0.d~nijkerk.reservering~500000")}`);
  await waitForText(page, NIJKERK_HALF);
  await waitForText(page, "Gemaakt met een andere uitgave");
  await press(page, "link", "Vergelijken");
  await waitForText(page, "De sleutel beslist");
  await waitForText(page, "Gemaakt met een andere uitgave");
  await press(page, "button", "Sluiten");
  await page.waitForFunction(() => !document.body.innerText.includes("andere uitgave"));
  await nothingWrong(page);
}, IN_ONE);

inEachBrowser("four scenarios with names, zeros and offs come back as they were", async (profile) => {
  const link = checked(
    "1.gblt-2021~1.bovenaan~3.n~_huidig.u~niets.d~zwolle.index~0_02.en.n~_half.u~voorstel-050.d~zwolle" +
      ".en.n~_eigen-_a.d~zwolle.varianten~1~2b.inzet~1~j2021~0.en.n~_eigen-_b.d~zwolle.start~2b~2023.reservering~0",
  );
  const page = await open(profile, `${server.address}#/vergelijken/${link}`);
  for (const name of ["1. Huidig", "2. Half", "3. Eigen A", "4. Eigen B"]) await find(page, "radio", name);
  assert.ok(await page.$eval("#scenario-2", (radio) => radio.checked));
  await press(page, "button", "Link kopiëren");
  assert.equal(await page.$eval("#link-tekst", (field) => field.value), `${server.address}#/vergelijken/${link}`);
  await press(page, "radio", "4. Eigen B");
  assert.equal(await page.$eval("#reservering", (field) => field.value), "0");
  await nothingWrong(page);
}, IN_ONE);

inEachBrowser("four scenarios that were made on the page open elsewhere with every name, zero, off and amount", async (profile, browser) => {
  const page = await started(profile, "Gemeente Zwolle");
  await press(page, "link", "Vergelijken");
  for (const top of [1, 2, 3]) {
    await press(page, "button", "Zet een kopie ernaast");
    await page.waitForFunction((id) => document.getElementById(id)?.checked, {}, `scenario-${top}`);
  }
  const edit = async (place, name) => {
    await page.click(`#scenario-${place}`);
    await fill(page, "Naam van het gekozen scenario", name);
  };
  await edit(0, "Huidig");
  await press(page, "radio", "Niets doen");
  await press(page, "link", "Keuzes");
  await fill(page, "Index per jaar", "2%");
  await press(page, "link", "Vergelijken");
  await edit(1, "Half");
  await press(page, "radio", "0,5 mln");
  await edit(2, "Eigen A");
  await press(page, "checkbox", "2A Voorbellen");
  await press(page, "button", "uitrol van 1 Interne sociale incasso");
  await fill(page, "1 Interne sociale incasso in 2021", "0%");
  await edit(3, "Eigen B");
  await fill(page, "Reservering per jaar", "0");
  await press(page, "button", "uitrol van 2B Vroegsignalering");
  await page.select("#naast-start-2b", "2023");
  await settled(page);
  const table = (page) => text(page, "table[aria-labelledby=scenarios]");
  const link = async (page) => {
    if (!(await page.$("#link-tekst"))) await press(page, "button", "Link kopiëren");
    await page.waitForSelector("#link-tekst");
    await settled(page);
    return page.$eval("#link-tekst", (field) => field.value);
  };
  const [amounts, sent] = [await table(page), await link(page)];
  const other = await open(await freshProfile(browser), sent);
  for (const name of ["1. Huidig", "2. Half", "3. Eigen A", "4. Eigen B"]) await find(other, "radio", name);
  await other.waitForSelector("table[aria-labelledby=scenarios]");
  assert.equal(await table(other), amounts);
  assert.match(amounts, /1\. Huidig .*2\. Half .*3\. Eigen A .*4\. Eigen B /);
  assert.equal(await link(other), sent);
  assert.equal(await other.$eval("#reservering", (field) => field.value), "0");
  await other.click("#scenario-2");
  await other.waitForFunction(() => !document.querySelector("#variant-2a").checked);
  await other.click("#scenario-0");
  await other.waitForFunction(() => document.querySelector("#uitgangspunt-niets").checked);
  await press(other, "link", "Keuzes");
  await other.waitForSelector("#index");
  assert.equal(await other.$eval("#index", (field) => field.value), "2%");
  await nothingWrong(page);
  await nothingWrong(other);
});

inEachBrowser("the back button takes choices back one by one, and a reload keeps what is shown", async (profile) => {
  const page = await started(profile, "Gemeente Zwolle");
  const seen = async () => {
    await settled(page);
    const fields = await page.evaluate(() => [
      document.querySelector("[name=uitgangspunt]:checked").id,
      document.querySelector("#wijze").selectedOptions[0].textContent,
      document.querySelector("#reservering")?.value,
    ]);
    return [...fields, await sum(page), await text(page, "#antwoord h1")];
  };
  const becomes = async (expected, what) => {
    const until = Date.now() + 10_000;
    let now;
    do now = await seen();
    while (JSON.stringify(now) !== JSON.stringify(expected) && Date.now() < until);
    assert.deepEqual(now, expected, what);
  };
  const first = await seen();
  await press(page, "radio", "0,5 mln");
  const second = await seen();
  await choose(page, "Financiering", "Jaarlijks bijramen");
  const third = await seen();
  assert.notDeepEqual(first, second);
  assert.notDeepEqual(second, third);
  await page.goBack();
  await becomes(second, "back");
  await page.goBack();
  await becomes(first, "back again");
  await page.goForward();
  await becomes(second, "forward");
  await page.reload();
  await page.waitForSelector(".bw-sum");
  await becomes(second, "loaded again");
  await page.goForward();
  await becomes(third, "forward after loading");
  await nothingWrong(page);
});

inEachBrowser("an address that says where to begin is replaced by its link, and makes no step of its own", async (profile) => {
  const page = await open(profile, `${server.address}#/uw-bijdrage?deelnemer=zwolle&uitgangspunt=voorstel-050`);
  const before = await page.evaluate(() => history.length);
  await waitForText(page, "Uw bijdrage daalt met € 135.334 in 2022.");
  assert.match(await address(page), /#\/uw-bijdrage\/1\.gblt-2021~1\.u~voorstel-050\.d~zwolle\./);
  assert.equal(await page.evaluate(() => history.length), before);
  await nothingWrong(page);
});

inEachBrowser("back to the link that the page was opened with is a step of the browser, not an opening", async (profile) => {
  const page = await open(profile, `${server.address}#/uw-bijdrage/${checked("1.gblt-2021~1.d~zwolle")}`);
  await page.waitForSelector(".bw-sum");
  const card = async () => (await page.$("[aria-label=Geopend]")) !== null;
  const holds = async (value, what) => {
    await page.waitForFunction((value) => document.getElementById("reservering").value === value, {}, value);
    await settled(page);
    assert.ok(!(await card()), what);
  };
  const type = async (value) => {
    await page.$eval("#reservering", (field) => (field.focus(), field.select()));
    await page.keyboard.type(value);
    await page.keyboard.press("Tab");
    await settled(page);
  };
  await type("600000");
  await type("650000");
  await page.goBack();
  await holds("600.000", "back");
  await page.goBack();
  await holds("750.000", "back to the link");
  await page.goForward();
  await holds("600.000", "forward");
  await page.reload();
  await page.waitForSelector(".bw-sum");
  await page.goBack();
  await holds("750.000", "loaded again, and back");
  // A link of someone else is opened; once the work is back there is nothing to say of it.
  await page.goForward();
  await holds("600.000", "forward again");
  await page.evaluate((link) => (location.hash = `#/uw-bijdrage/${link}`), HALF);
  await waitForText(page, "De link is geopend. Uw eerdere werk komt terug met Ongedaan maken.");
  assert.ok(await card());
  await page.goBack();
  await holds("600.000", "back from the link of someone else");
  await nothingWrong(page);
});

inEachBrowser("what is wrong with a scenario that is not on top names it, with the way to its field, also on paper", async (profile, browser) => {
  const link = checked("1.gblt-2021~1.n~eerste.d~zwolle.en.n~derde.d~zwolle.w~incidenteel.vertraging~2");
  const page = await open(profile, `${server.address}#/uw-bijdrage/${link}`);
  const words = "In scenario “2. derde”, Financiering: ";
  await waitForText(page, words);
  if (browser === "chromium") {
    await page.emulateMediaType("print");
    assert.ok((await text(page)).includes(words), "on paper");
    await page.emulateMediaType("screen");
  }
  await (await find(page, "link", "Financiering")).focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement.id === "wijze");
  assert.equal(await page.$eval("#wijze", (list) => list.value), "incidenteel");
  assert.ok(!(await text(page)).includes("In scenario"), "now it stands above its own answer");
  await nothingWrong(page);
});

inEachBrowser("every herleiding has an address that can be shared, and the back button closes it", async (profile) => {
  const page = await started(profile, "Gemeente Zwolle");
  await page.click("#som-reservering-2022");
  await page.waitForSelector(".bw-herleiding");
  const shared = await address(page);
  assert.match(shared, /#\/uw-bijdrage\/herleiding\/reservering\/begroot\/2022\/zwolle\/1\.gblt-2021/);
  const other = await open(profile, shared);
  await other.waitForSelector(".bw-herleiding");
  assert.equal(await text(other, ".bw-herleiding"), await text(page, ".bw-herleiding"));
  assert.equal(await other.evaluate(() => document.activeElement.id), "herleiding-titel");
  await other.keyboard.press("Escape");
  await other.waitForFunction(() => !location.hash.includes("herleiding"));
  assert.equal(await other.evaluate(() => document.activeElement.id), "som-reservering-2022");
  await page.bringToFront();
  await page.goBack();
  await page.waitForFunction(() => !document.querySelector(".bw-herleiding") && document.activeElement.id === "som-reservering-2022");
  await page.goForward();
  await page.waitForSelector(".bw-herleiding");
  await page.click("#jaren-definitief-2023");
  await page.waitForFunction(() => location.hash.startsWith("#/uw-bijdrage/jaren/definitief/2023/zwolle/1."));
  await page.reload();
  await waitForText(page, "Herleiding:", ".bw-herleiding");
  assert.ok((await text(page, ".bw-herleiding")).includes("−100.241,29"));
  await nothingWrong(page);
});

inEachBrowser("every way back from all deviations leaves the focus on something that is there", async (profile) => {
  const link = checked("1.gblt-2021~1.d~zwolle.reservering~500000");
  const focused = (page) => page.evaluate(() => document.activeElement.id);
  for (const width of [1280, 360]) {
    for (const name of ["Terug naar het voorstel", "terug (Reservering per jaar)"]) {
      const page = await open(profile, `${server.address}#/keuzes/${link}`, { width });
      const card = await page.waitForSelector("section[aria-labelledby=afwijkingen]");
      const buttons = await card.$$("button");
      const texts = await Promise.all(buttons.map((it) => it.evaluate((button) => button.textContent)));
      await buttons[texts.indexOf(name)].focus();
      await page.keyboard.press("Enter");
      await waitForText(page, "Geen afwijkingen van het uitgangspunt");
      await settled(page);
      assert.equal(await focused(page), "afwijkingen", `${name} at ${width}`);
      await page.close();
    }
  }
  const page = await open(profile, `${server.address}#/uw-bijdrage/${link}`, { width: 360 });
  await press(page, "button", "Keuzes");
  await press(page, "button", "Terug naar het voorstel");
  await settled(page);
  assert.equal(await focused(page), "antwoord");
  await nothingWrong(page);
}, IN_ONE);

inEachBrowser("a choice that the next one overtakes is a step of the back button too", async (profile) => {
  const page = await open(profile, server.address);
  await page.evaluate(() => {
    // The address waits 50 ms after a choice: the next click comes right when it begins to wait.
    const wait = globalThis.setTimeout;
    globalThis.setTimeout = (call, pause, ...more) => {
      const button = pause === 50 && document.querySelector("#som-reservering-2022");
      if (button) {
        globalThis.setTimeout = wait;
        wait(() => button.click());
      }
      return wait(call, pause, ...more);
    };
  });
  await choose(page, "Uw organisatie", "Gemeente Zwolle");
  await page.waitForSelector(".bw-herleiding");
  await page.waitForFunction(() => location.hash.includes("/herleiding/"));
  await page.goBack();
  await page.waitForFunction(() => !document.querySelector(".bw-herleiding"));
  assert.match(await address(page), /#\/uw-bijdrage\/1\.gblt-2021~1\.d~zwolle\./);
  await nothingWrong(page);
});

inEachBrowser("what is typed in a field is one step of the back button, however long it takes", async (profile) => {
  const page = await started(profile, "Gemeente Zwolle");
  const chosen = await address(page);
  const field = await page.$("#reservering");
  const slowly = async (text) => {
    for (const key of text) {
      await page.keyboard.type(key);
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 400)));
    }
  };
  await field.focus();
  await field.evaluate((element) => element.select());
  await slowly("50");
  await page.keyboard.type("0000");
  // Left before the address has followed: the choice after it is another step.
  await page.keyboard.press("Tab");
  await choose(page, "Financiering", "Jaarlijks bijramen");
  const both = await address(page);
  await page.goBack();
  await page.waitForFunction(() => document.getElementById("wijze").selectedIndex === 0);
  assert.equal(await page.$eval("#reservering", (input) => input.value), "500.000");
  await page.goBack();
  await page.waitForFunction(() => document.getElementById("reservering").value === "750.000");
  assert.equal(await address(page), chosen);
  await page.goForward();
  await page.goForward();
  await page.waitForFunction((both) => location.href === both, {}, both);
  await nothingWrong(page);
});

inEachBrowser("an amount of the waterfall has an address of its own, and Escape leads back to it", async (profile) => {
  const page = await started(profile, "Gemeente Zwolle");
  const folded = await page.waitForSelector("[aria-labelledby=opbouw] .bw-beside__button");
  await folded.click();
  const button = await page.waitForSelector("[aria-labelledby=opbouw] .bw-amount[id*=verrekening]");
  const id = await button.evaluate((element) => element.id);
  await button.click();
  await page.waitForSelector("[aria-labelledby=opbouw] .bw-herleiding");
  const shared = await address(page);
  assert.match(shared, /#\/uw-bijdrage\/opbouw\/\w+\/verrekening\/2022\/zwolle\/1\./);
  const other = await open(profile, shared);
  await other.waitForSelector("[aria-labelledby=opbouw] .bw-herleiding");
  assert.equal(await text(other, ".bw-herleiding"), await text(page, ".bw-herleiding"));
  assert.equal(await other.evaluate(() => document.activeElement.id), "herleiding-titel");
  await other.keyboard.press("Escape");
  await other.waitForFunction((id) => document.activeElement.id === id, {}, id);
  assert.ok(!(await address(other)).includes("opbouw"));
  // As it was shared before it had a word of its own: under the sum, as then.
  const old = await open(profile, shared.replace("/opbouw/", "/herleiding/"));
  await old.waitForSelector("#antwoord .bw-answer .bw-herleiding");
  for (const each of [page, other, old]) await nothingWrong(each);
});

inEachBrowser("who goes elsewhere just as the address would follow a choice gets there, with the choice", async (profile) => {
  const page = await started(profile, "Gemeente Zwolle");
  const before = await address(page);
  const choice = await find(page, "radio", "0,5 mln");
  await choice.evaluate(async (radio) => {
    radio.click();
    await new Promise((resolve) => setTimeout(resolve, 1));
    // Busy until the address is due: it then comes before the page hears of the other section.
    const until = performance.now() + 100;
    while (performance.now() < until);
    location.hash = "#/keuzes";
  });
  await page.waitForFunction(() => document.querySelector(".bw-sections [aria-current]").textContent.trim() === "Keuzes");
  await waitForText(page, "Varianten en uitrol");
  await page.waitForFunction((own) => location.hash.startsWith("#/keuzes/1.") && !own.endsWith(location.hash.slice(9)), {}, before);
  await page.reload();
  await waitForText(page, "Uw bijdrage daalt met € 135.334 in 2022.");
  await nothingWrong(page);
});

inEachBrowser("the own organisation is remembered, can be forgotten, and gives way to the address", async (profile) => {
  const page = await started(profile, "Gemeente Dalfsen");
  await waitForText(page, "Dit apparaat onthoudt: Dalfsen.");
  const again = await open(profile, server.address);
  await again.waitForSelector(".bw-sum");
  assert.equal(await again.$eval("#organisatie", (list) => list.value), "dalfsen");
  assert.ok(await again.$eval("#app button[aria-disabled=true]", (button) => button.textContent === "Ongedaan maken"), "it is no change of the user");
  const linked = await open(profile, `${server.address}#/uw-bijdrage/${HALF}`);
  await waitForText(linked, NIJKERK_HALF);
  const damaged = await open(profile, `${server.address}#/uw-bijdrage/${HALF.slice(0, -2)}`);
  await waitForText(damaged, "De link is niet volledig overgenomen");
  assert.ok(!(await damaged.$(".bw-sum")));
  await again.bringToFront();
  await press(again, "button", "Vergeten welke organisatie dit is");
  await again.waitForFunction(() => !document.body.innerText.includes("Dit apparaat onthoudt"));
  assert.deepEqual(await again.evaluate(() => Object.keys(localStorage)), []);
  const fresh = await open(profile, server.address);
  await find(fresh, "heading", "Voor welke organisatie rekent u?");
  for (const each of [page, again, linked, damaged, fresh]) await nothingWrong(each);
});

inEachBrowser("where nothing can be stored nothing happens, and in a frame nothing is tried", async (profile) => {
  const denied = (body) => ({ before: (page) => page.evaluateOnNewDocument(body) });
  const hosts = [
    "Object.defineProperty(globalThis, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } })",
    "Object.defineProperty(globalThis, 'localStorage', { value: null })",
    "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }",
  ];
  for (const host of hosts) {
    const page = await started(profile, "Gemeente Zwolle", denied(host));
    assert.ok(!(await text(page)).includes("Dit apparaat onthoudt"), host);
    await waitForText(page, "Uw keuze wordt hier niet onthouden.");
    assert.ok(!(await has(page, "button", "Vergeten welke organisatie dit is")), host);
    await nothingWrong(page);
    await page.close();
  }
  // The same host, where the browser would allow it.
  const html = `<!doctype html><title>Gastheer</title><iframe src="${server.address}" title="Bijdragewijzer"></iframe>`;
  const around = await serve({ change: () => ({ status: 200, headers: { "content-type": "text/html", "content-security-policy": "" }, body: html }) });
  try {
    const page = await open(profile, around.address);
    const frame = await page.waitForFrame((each) => each.url().startsWith(server.address));
    await (await frame.waitForSelector("#organisatie")).select("zwolle");
    await frame.waitForSelector(".bw-sum");
    assert.deepEqual(await frame.evaluate(() => Object.keys(localStorage)), []);
  } finally {
    await around.close();
  }
});
