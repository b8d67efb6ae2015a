"use strict";
// The search of the index: rows that have all the words stay. Accents and capitals count for nothing.
{
  const box = document.querySelector(".find"), field = box.querySelector("input"), told = box.querySelector("output");
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const rows = [...document.querySelectorAll(".index>section")].map((row) => {
    const fold = row.querySelector(".further");
    const status = row.querySelector("li>.meta"), first = [row.querySelector(".who"), status, row.querySelector(".lacks")];
    const head = plain(first.map((one) => one?.textContent ?? "").join(" "));
    return { row, fold, head, all: head + " " + plain(fold?.textContent ?? "") };
  });
  const find = () => {
    const words = plain(field.value).split(/\s+/).filter(Boolean), has = (text) => words.every((one) => text.includes(one));
    let found = 0;
    for (const { row, fold, head, all } of rows) {
      row.hidden = !has(all);
      found += !row.hidden;
      if (fold) fold.open = !row.hidden && !has(head);
    }
    told.textContent = !words.length ? "" : found ? told.dataset.found.replace("#", found) : told.dataset.none;
  };
  box.hidden = false;
  field.addEventListener("input", find);
  find();
}
