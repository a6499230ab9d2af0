// The same model without the page: plain objects in, plain objects out. Amounts are text, so that nothing is lost.
import init, { bereken } from "./api/rekenkern.js";

await init();
const { meldingen, uitkomst } = bereken({ versie: 1, uitgangspunt: "voorstel", deelnemer: "zwolle" });
if (!uitkomst) throw new Error(meldingen.map(({ tekst }) => tekst).join("\n"));

const zwolle = uitkomst.deelnemers.find(({ id }) => id === "zwolle");
const { begroot } = zwolle.jaren.find(({ jaar }) => jaar === 2022);
// Only the way it is written: the amount itself stays the text that came out.
document.getElementById("verschil").textContent = begroot.replace("-", "−").replace(".", ",");
