// Arrow keys lead from cell to cell of the matrix. Without it one goes by Tab, as on any page.
const STEPS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

function linkFrom(cell, [down, along]) {
  const rows = cell.closest("table").rows;
  let row = cell.parentElement.rowIndex + down;
  let column = cell.cellIndex + along;
  while (rows[row]?.cells[column]) {
    const link = rows[row].cells[column].querySelector("a");
    if (link) return link;
    row += down;
    column += along;
  }
  return null;
}

for (const table of document.querySelectorAll(".matrix table")) {
  table.addEventListener("keydown", (event) => {
    const step = STEPS[event.key];
    const cell = event.target.closest("th, td");
    if (!step || !cell || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = linkFrom(cell, step);
    if (!link) return;
    event.preventDefault();
    link.focus();
  });
}
