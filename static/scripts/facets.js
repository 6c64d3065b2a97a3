// Long facets are sifted as one types, and a choice keeps the place where it was made. Without this file all values of
// a facet stand below it, and a choice is a page load.

const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const nameOf = (link) => link.querySelector("span:not(.unseen)")?.textContent ?? link.textContent;

/** Show only the values of a facet that hold what was typed, and say how many they are. */
function sift(field) {
  const facet = field.closest(".facet");
  const rest = facet.querySelector("details");
  const sought = plain(field.value.trim());
  if (rest) rest.open = rest.open || sought !== "";
  let left = 0;
  for (const value of facet.querySelectorAll("li")) {
    value.hidden = !plain(nameOf(value.firstElementChild)).includes(sought);
    if (!value.hidden) left += 1;
  }
  const told = facet.querySelector("output");
  told.textContent = !sought ? "" : left === 1 ? told.dataset.one : told.dataset.many.replace("{number}", left);
}

/** Of a very long facet only the first values stand here; the others have a page of their own. */
function seekAmongAll(facet, typed) {
  const all = facet.querySelector(".all a");
  if (!all) return;
  const address = new URL(all.href);
  address.searchParams.set("find", typed);
  location.assign(address);
}

document.addEventListener("input", ({ target }) => {
  if (target.matches(".sift input")) sift(target);
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !event.target.matches?.(".sift input")) return;
  event.preventDefault();
  const facet = event.target.closest(".facet");
  const found = facet.querySelector("li:not([hidden]) a");
  if (found) found.focus();
  else seekAmongAll(facet, event.target.value);
});

let place = null; // where a choice was made, to be found again in the new workplace

/** What is open, typed and focused among the filters. */
function remember() {
  const link = document.activeElement?.closest(".facet li > a");
  place = {
    open: [...document.querySelectorAll(".filters details")].map((one) => one.open && (one.closest(".facet")?.querySelector("h3").id ?? "")),
    typed: [...document.querySelectorAll(".sift input")].map((field) => [field.id, field.value]),
    facet: link?.closest(".facet").querySelector("h3").id,
    name: link && nameOf(link.closest("li").firstElementChild),
  };
}

function findAgain() {
  for (const fold of document.querySelectorAll(".filters details")) {
    if (place.open.includes(fold.closest(".facet")?.querySelector("h3").id ?? "")) fold.open = true;
  }
  for (const [id, value] of place.typed) {
    const field = document.getElementById(id);
    if (!field || !value) continue;
    field.value = value;
    sift(field);
  }
  const links = document.querySelectorAll(`#${place.facet || "none"} ~ * li > a:first-child`);
  [...links].find((link) => nameOf(link) === place.name)?.focus({ preventScroll: true });
}

function showFields() {
  for (const one of document.querySelectorAll(".sift")) one.hidden = false;
}

document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  if (detail.target.id === "workplace") remember();
});
document.addEventListener("htmx:afterSwap", () => {
  showFields();
  if (place) findAgain();
  place = null;
});
document.addEventListener("htmx:historyRestore", showFields);
showFields();
