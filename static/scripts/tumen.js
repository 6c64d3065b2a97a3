// What htmx leaves to us. Without this file every page works the same, one page load slower.

/** Mark the event in the list whose evidence is open. */
function markOpenEvent() {
  for (const link of entriesOf()) {
    if (link.pathname === location.pathname) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
}

const entriesOf = () => [...document.querySelectorAll("#events a.title")];
let entriesBefore = 0; // in the list, when more of it was asked for

/** Keep the focus where reading goes on, also for those who do not see the page. */
function moveFocus(target) {
  if (target.id === "more") {
    entriesOf()[entriesBefore]?.focus({ preventScroll: true });
    entriesBefore = Infinity; // once, however many parts the answer had
  } else if (target.id === "evidence") {
    target.scrollTop = 0;
    target.querySelector("h2")?.focus();
  } else if (document.activeElement === document.body) {
    document.querySelector("#events, #articles")?.focus({ preventScroll: true });
  }
}

document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  if (detail.target.id === "more") entriesBefore = entriesOf().length;
});
document.addEventListener("htmx:afterSettle", (event) => {
  markOpenEvent();
  if (event.detail.target) moveFocus(event.detail.target); // a page out of htmx's history has none
});
document.addEventListener("htmx:historyRestore", markOpenEvent);

// No click comes of what is replaced between press and release: a link is followed all the same, and of a button its like
// on the new page is pressed.
let pressed = null;
document.addEventListener("pointerdown", ({ target, button, ctrlKey, metaKey, shiftKey, altKey }) => {
  pressed = button || ctrlKey || metaKey || shiftKey || altKey ? null : target.closest("a[href], button");
});
document.addEventListener("pointerup", () => {
  if (pressed?.isConnected === false) {
    if (pressed.matches("a")) location.assign(pressed.getAttribute("href"));
    else buttonLike(pressed)?.click();
  }
  pressed = null;
});
document.addEventListener("pointercancel", () => (pressed = null));

/** The button of the page that says the same, in a form that leads to the same place. */
function buttonLike({ textContent, form }) {
  const isAlike = (other) => other.textContent === textContent && other.form?.action === form?.action;
  return [...document.querySelectorAll("button")].find(isAlike);
}

// What is being typed, or is about to be sent, is not replaced by what was asked for before; htmx keeps the focus and the
// place in the text.
let typed = [];
document.addEventListener("htmx:beforeSwap", ({ detail: { target } }) => {
  const active = document.activeElement;
  const fields = active.matches("button") && active.form ? [...active.form.elements] : [active];
  const isTyped = (one) => target.contains(one) && one.id && "defaultValue" in one && one.value !== one.defaultValue;
  typed = fields.filter(isTyped).map(({ id, value }) => ({ id, value }));
});
document.addEventListener("htmx:afterSwap", () => {
  for (const { id, value } of typed) {
    const field = document.getElementById(id);
    if (field) field.value = value;
  }
});

// As with pages, the last thing asked for is what comes, be it the page before; what was on its way is let go.
let latest = null;
document.addEventListener("htmx:beforeRequest", ({ detail: { elt, target, xhr } }) => {
  if (!["workplace", "evidence"].includes(target.id)) return;
  latest = xhr;
  // Heard at the element itself: by then it may be on the page no longer.
  elt.addEventListener("htmx:beforeOnLoad", (event) => {
    if (event.detail.xhr === xhr && xhr !== latest) event.preventDefault();
  });
});
addEventListener("popstate", () => (latest = null));

// An error has a page of its own, at its own address.
for (const failure of ["htmx:responseError", "htmx:sendError"]) {
  document.addEventListener(failure, (event) => location.assign(event.detail.pathInfo.finalRequestPath));
}

// A field left blank asks for nothing, so it need not stand in the address.
document.addEventListener("formdata", ({ formData }) => {
  for (const name of new Set(formData.keys())) {
    const filled = formData.getAll(name).filter((value) => value !== "");
    formData.delete(name);
    filled.forEach((value) => formData.append(name, value));
  }
});

// The list beside an event that was opened by its own link begins where the event stands.
if (performance.getEntriesByType("navigation")[0]?.type === "navigate") {
  const open = document.querySelector("#events [aria-current]");
  const { top = 0, bottom = 0 } = open?.getBoundingClientRect() ?? {};
  if (top < 0 || bottom > innerHeight) open.scrollIntoView({ block: "center" });
}

// A link to a quote that does not name its paragraph.
if (!location.hash) document.querySelector(".paragraphs mark")?.scrollIntoView({ block: "center" });
