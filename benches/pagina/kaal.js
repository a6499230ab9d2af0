// The floor of I3: a field and `?cellen=` table cells, plain JavaScript on whole cents, every cell painted anew on each input.
// The weights are made up and the sum means nothing: this shows what a browser needs for so many amounts, not what they are.

const COLUMNS = 7;
const count = Number(new URLSearchParams(location.search).get("cellen"));
const amounts = new Intl.NumberFormat("nl-NL", { minimumFractionDigits: 2 });
const table = document.querySelector("table");
const field = document.querySelector("input");

const cells = Array.from({ length: count }, (_, place) => {
  const row = place % COLUMNS === 0 ? table.insertRow() : table.rows[table.rows.length - 1];
  return row.insertCell();
});
const weights = cells.map((_, place) => 1 + ((place * 37) % 101));
const all = weights.reduce((sum, weight) => sum + weight, 0);

function paint() {
  const cents = Number(field.value.replace(/\D/g, "")) * 100;
  cells.forEach((cell, place) => {
    cell.textContent = amounts.format(Math.trunc((cents * weights[place]) / all) / 100);
  });
}

field.addEventListener("input", paint);
paint();
