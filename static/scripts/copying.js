// Buttons that copy: they appear only where this runs. What they copy stands beside them, to be selected by hand.

const told = document.createElement("p"); // to those who do not see the button change
told.className = "unseen";
told.setAttribute("role", "status");
document.body.append(told);
document.documentElement.classList.add("can-copy");

/** What is copied of an element: the address of a link, or the words of a text. */
function wordsToCopy(source) {
  return source.href ?? source.textContent.replace(/\s+/g, " ").trim();
}

/** Where a browser keeps its clipboard to itself, the words are selected, one key away from being copied. */
function selectWords(source) {
  if (source.href) source.textContent = source.href;
  getSelection().selectAllChildren(source);
}

/** Say on the button, and aloud, what has happened; after a while it is what it was. */
function answer(button, words) {
  const label = (button.dataset.label ??= button.textContent);
  button.textContent = told.textContent = words;
  setTimeout(() => {
    button.textContent = label;
    told.textContent = "";
  }, 2500);
}

document.addEventListener("click", async ({ target }) => {
  const button = target.closest("button[data-copy]");
  if (!button) return;
  const source = button.closest(".cite, .event-links").querySelector(button.dataset.copy);
  const { copied, selected } = button.closest(".evidence").dataset;
  try {
    await navigator.clipboard.writeText(wordsToCopy(source)); // there is no clipboard on a page that is not secure
    answer(button, copied);
  } catch {
    selectWords(source);
    answer(button, selected);
  }
});
