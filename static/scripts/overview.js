// The chart over the timeline: dragging across it, and arrow keys, fill in the date fields. Without this file its bars
// are links, each with a tab stop of its own, and the fields are typed in.

const DRAG_PIXELS = 5;
let brush = null; // { anchor, head }: two slots of the chart, both included
let press = null; // where a button went down
let wasDragged = false;

const chartOf = (node) => node.closest?.(".chart");
const slotsOf = (chart) => [...chart.querySelectorAll(".bar")];
const barsOf = (chart) => [...chart.querySelectorAll("a.bar")];
const formOf = (chart) => chart.closest(".overview").querySelector("form");

/** The range of a slot: what its link asks for, or what it says where nothing is to be asked for. */
function rangeOf(slot) {
  if (!slot.matches("a")) return slot.dataset;
  const asked = new URLSearchParams(slot.getAttribute("href").split("?")[1]);
  return { from: asked.get("from"), to: asked.get("to") };
}

/** The slot under a point, or the nearest: between two bars, or over a fold. */
function slotAt(chart, x) {
  const distance = (slot) => {
    const { left, right } = slot.querySelector(".hit").getBoundingClientRect();
    return Math.max(left - x, x - right, 0);
  };
  return slotsOf(chart).reduce((nearest, slot) => (distance(slot) < distance(nearest) ? slot : nearest));
}

/** Show what is brushed on the chart, in the fields and in words; null lets go of it. */
function setBrush(chart, anchor, head = anchor) {
  const area = chart.querySelector(".brush");
  const form = formOf(chart);
  const { from, to } = form.elements;
  const words = form.querySelector("output");
  words.classList.toggle("idle", !anchor);
  if (!anchor) {
    if (brush) [from.value, to.value] = [from.defaultValue, to.defaultValue];
    brush = null;
    area.setAttribute("width", 0);
    words.textContent = words.dataset.idle;
    return;
  }
  brush = { anchor, head };
  const slots = slotsOf(chart);
  const [first, last] = [anchor, head].sort((one, other) => slots.indexOf(one) - slots.indexOf(other));
  const [left, right] = [first, last].map((slot) => slot.querySelector(".hit"));
  const start = parseFloat(left.getAttribute("x"));
  const end = parseFloat(right.getAttribute("x")) + parseFloat(right.getAttribute("width"));
  area.setAttribute("x", `${start}%`);
  area.setAttribute("width", `${end - start}%`);
  [from.value, to.value] = [rangeOf(first).from, rangeOf(last).to];
  words.textContent = words.dataset.brushed.replace("{from}", from.value).replace("{to}", to.value);
}

/** Follow a link of the chart as htmx follows those that are no drawing. */
function follow(bar) {
  const link = document.createElement("a");
  link.href = bar.getAttribute("href");
  link.hidden = true;
  bar.closest(".overview").append(link);
  htmx.process(link);
  link.click();
}

/** One tab stop for the whole chart; from there arrow keys lead on. */
function stopAt(chart, current) {
  for (const bar of barsOf(chart)) bar.setAttribute("tabindex", bar === current ? 0 : -1);
}

function prepare() {
  for (const chart of document.querySelectorAll(".chart")) {
    brush = null;
    setBrush(chart, null);
    stopAt(chart, barsOf(chart)[0]);
  }
}

document.addEventListener("pointerdown", (event) => {
  const chart = chartOf(event.target);
  wasDragged = false;
  if (!chart || event.button || !slotsOf(chart).length) return;
  press = { chart, x: event.clientX, slot: slotAt(chart, event.clientX), pointer: event.pointerId };
});

document.addEventListener("pointermove", (event) => {
  if (!press || event.pointerId !== press.pointer) return;
  if (!wasDragged && Math.abs(event.clientX - press.x) < DRAG_PIXELS) return;
  if (!wasDragged) press.chart.setPointerCapture(press.pointer);
  wasDragged = true;
  setBrush(press.chart, press.slot, slotAt(press.chart, event.clientX));
});

document.addEventListener("pointerup", () => {
  if (press && wasDragged && brush) formOf(press.chart).requestSubmit();
  press = null;
});

document.addEventListener("pointercancel", () => {
  if (press) setBrush(press.chart, null);
  press = null;
});

document.addEventListener("dragstart", (event) => {
  if (chartOf(event.target)) event.preventDefault(); // a bar is not carried away as a link
});

document.addEventListener("click", (event) => {
  const chart = chartOf(event.target);
  if (!chart) return;
  if (wasDragged) {
    event.preventDefault();
    return;
  }
  const bar = event.target.closest("a.bar");
  const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  if (bar && isPlain && window.htmx) {
    event.preventDefault();
    follow(bar);
  }
});

/** Where an arrow key leads from a bar; undefined for other keys and at the ends. */
function nextBar(bars, current, key) {
  const at = bars.indexOf(current);
  return { ArrowLeft: bars[at - 1], ArrowRight: bars[at + 1], Home: bars[0], End: bars.at(-1) }[key];
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && press) {
    setBrush(press.chart, null);
    press = null;
    return;
  }
  const bar = event.target.closest?.("a.bar");
  if (!bar || event.ctrlKey || event.metaKey || event.altKey) return;
  const chart = chartOf(bar);
  const next = nextBar(barsOf(chart), bar, event.key);
  if (next) {
    event.preventDefault();
    const anchor = event.shiftKey ? (brush?.anchor ?? bar) : null;
    stopAt(chart, next);
    next.focus();
    setBrush(chart, anchor, next);
  } else if (event.key === "Escape") {
    setBrush(chart, null);
  } else if (event.key === "Enter" && brush) {
    event.preventDefault();
    formOf(chart).requestSubmit();
  }
});

// A brush let go of by going elsewhere than to its fields or its button asks for nothing.
document.addEventListener("focusout", (event) => {
  const overview = event.target.closest?.("a.bar")?.closest(".overview");
  if (overview && brush && event.relatedTarget && !overview.contains(event.relatedTarget)) {
    setBrush(overview.querySelector(".chart"), null);
  }
});

document.addEventListener("htmx:afterSettle", prepare);
document.addEventListener("htmx:historyRestore", prepare);
prepare();
