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
