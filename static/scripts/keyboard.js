// Keys that work without Ctrl or Alt, until they are switched off in the help that ? opens (WCAG 2.1.4). What they do
// can all be done with the mouse, and with Tab and Enter.

const SWITCH = "tumen.keys";
const dialog = document.getElementById("keys");
const areOn = () => localStorage.getItem(SWITCH) !== "off";

const shown = (selector) => [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility());
const focused = () => document.activeElement?.closest(".event");

/**
 * Another entry of the list, from the one that has the focus or else is open; the first one seen, if there is none.
 * At its end there may be more; beside an event on a narrow screen there is no list, but there are neighbours.
 */
function moveBy(step) {
  const links = shown("main :is(.event a.title, .matrix tbody .what a)");
  const current = links.findIndex((link) => link === document.activeElement);
  const open = links.findIndex((link) => link.hasAttribute("aria-current"));
  const at = current < 0 ? open : current;
  const seen = links.find((link) => link.getBoundingClientRect().top >= 0);
  const next = at < 0 ? seen : links[at + step];
  if (!links.length) shown(`.neighbours [rel='${step > 0 ? "next" : "prev"}']`)[0]?.click();
  else if (next) next.focus();
  else if (step > 0) shown("#more [rel='next']")[0]?.click();
}

/** The search of this page, or the timeline's. */
function search() {
  const field = document.querySelector("main input[name='q']");
  if (!field) return location.assign("/#q");
  field.closest("details")?.setAttribute("open", "");
  field.select();
  field.focus();
}

function goToFilters() {
  const filters = document.querySelector(".filters");
  filters?.querySelector("details").setAttribute("open", "");
  filters?.querySelector(".facet a")?.focus();
}

const told = document.createElement("p");
told.id = "told";
told.setAttribute("role", "status");
document.body.append(told);

/** Say what happened, where it is seen and heard. */
function tell(words) {
  told.textContent = words;
  setTimeout(() => (told.textContent = ""), 4000);
}

/** Copy the citation of the event that is open or has the focus; where nothing may be copied, show it. */
async function cite() {
  const path = location.pathname.startsWith("/events/") ? location.pathname : (focused()?.querySelector("a.title").pathname ?? "");
  if (!path.startsWith("/events/")) return;
  const address = `${path}/citation.txt`;
  try {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(answer.statusText);
    await navigator.clipboard.writeText(await answer.text());
    tell(dialog.dataset.copied);
  } catch {
    location.assign(address);
  }
}

const ACTIONS = {
  "/": search,
  j: () => moveBy(1),
  k: () => moveBy(-1),
  o: () => shown(".evidence a[href*='?quote=']")[0]?.click(),
  c: cite,
  f: goToFilters,
  "?": () => dialog.showModal(),
};

const TYPED_IN = "input:not([type='checkbox'], [type='radio']), textarea, select, [contenteditable]";

/** The key by its letter; on a Korean or Russian keyboard by the place where that letter stands. */
function keyOf(event) {
  const isLetter = /^Key[A-Z]$/.test(event.code) && !/^[ -~]$/.test(event.key);
  return isLetter ? event.code.slice(-1).toLowerCase() : event.key;
}

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (!areOn() || document.querySelector("dialog[open]") || event.target.closest?.(TYPED_IN)) return;
  const act = ACTIONS[keyOf(event)];
  if (!act) return;
  event.preventDefault();
  act();
});

const choice = dialog.querySelector("input");
choice.checked = areOn();
choice.addEventListener("change", () => localStorage.setItem(SWITCH, choice.checked ? "on" : "off"));

// Without this file the link leads to the same words at the end of the page.
document.addEventListener("click", (event) => {
  if (!event.target.closest("a[href='#keys']")) return;
  event.preventDefault();
  dialog.showModal();
});
if (location.hash === "#q") search();
