// Long facets are fetched and sought in beside the list, and a choice keeps the place where it was made. Without this
// file all values of a long facet stand on a page of their own, and a choice is a page load.

const nameOf = (link) => link.querySelector("span:not(.unseen)")?.textContent ?? link.textContent;
const headingOf = (inside) => inside?.closest(".facet")?.querySelector("h3")?.id ?? "";
const valuesOf = (form) => document.getElementById(form.querySelector("[name='find']").id.replace("find", "values"));
const isOfFacet = (target) => target?.id.startsWith("values-"); // a page out of htmx's history has no target
const focused = () => document.activeElement?.closest(".facet li > a");
const valueOf = (link) => nameOf(link.closest("li").firstElementChild);
const folds = () => [...document.querySelectorAll(".filters details")];

let place = null; // where a choice was made, to be found again in the new workplace
let isDue = false; // once for each workplace, however many parts the answer had
let seen = 0; // values of a facet before others came in their place
let held = null; // the name of the one that had the focus

/** What is open, sought and focused among the filters, and how far they are scrolled. */
function remember() {
  const link = focused();
  isDue = true;
  place = {
    open: folds().filter((one) => one.open).map(headingOf),
    sought: [...document.querySelectorAll(".seek")]
      .filter((form) => valuesOf(form).matches(".whole"))
      .map((form) => [form.elements.find.id, form.elements.find.value]),
    scrolled: document.querySelector(".filters").scrollTop,
    heading: headingOf(link),
    name: link && valueOf(link),
  };
}

/** Open, ask for and focus again what was; what is fetched is looked through once more when it has come. */
function findAgain() {
  isDue = false;
  for (const fold of folds()) fold.open ||= place.open.includes(headingOf(fold));
  for (const [id, value] of place.sought) {
    const field = document.getElementById(id);
    if (!field) continue;
    field.value = value;
    htmx.trigger(field.form, "again");
  }
  document.querySelector(".filters").scrollTop = place.scrolled;
  focusAgain();
}

function focusAgain() {
  const links = document.querySelectorAll(`#${place.heading || "none"} ~ * li > a:first-child`);
  [...links].find((link) => nameOf(link) === place.name)?.focus({ preventScroll: true });
}

/** The focus goes where reading goes on: behind what was there, to the first value that Enter found, or where it was. */
function goOn({ elt, triggeringEvent }, facet) {
  const values = [...document.getElementById(facet.id).querySelectorAll("li > a:first-child")];
  if (elt.matches(".more a")) values[seen]?.focus();
  else if (triggeringEvent?.type === "submit") values[0]?.focus();
  else if (held) (values.find((link) => nameOf(link) === held) ?? values[0])?.focus({ preventScroll: true });
  else if (place && document.activeElement.matches("body, #events, #articles")) focusAgain();
}

document.addEventListener("htmx:beforeSwap", ({ detail: { target } }) => {
  if (target.id === "workplace") remember();
  if (!isOfFacet(target)) return;
  seen = target.querySelectorAll("li:not(.more)").length;
  held = target.contains(focused()) ? valueOf(focused()) : null;
});
document.addEventListener("htmx:afterSwap", ({ detail }) => {
  if (isOfFacet(detail.target)) goOn(detail.requestConfig, detail.target);
  else if (detail.target?.id === "workplace" && isDue) findAgain();
});
