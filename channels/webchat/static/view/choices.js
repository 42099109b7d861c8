/** A message's choices. All look the same: none is made smaller, paler or harder to press than another. */
import { element, hiddenText, icon } from "./dom.js";
import { link, safe } from "./rich.js";

const SETTLE = 350; // milliseconds; the second half of a double click must not press what has just appeared

/** `press(choice)` is called once; `disabled` while an answer is on its way. */
export function choices(list, { t, disabled, press }) {
  const shown = performance.now();
  const buttons = list.map((choice) => {
    if (choice.kind === "link") return outward(choice, t);
    const pressed = (event) => {
      // detail is 0 for a key, 1 for a click, 2 for the second of a double click.
      if (event.detail > 1 || (event.detail === 1 && performance.now() - shown < SETTLE)) return;
      press(choice);
    };
    return element(
      "button",
      { type: "button", class: "choice", dir: "auto", disabled, "data-choice": choice.id, onclick: pressed },
      choice.label,
    );
  });
  const shownButtons = buttons.filter(Boolean);
  return element("div", { class: "choices", role: "group", "aria-label": t.choices }, ...shownButtons);
}

function outward(choice, t) {
  const href = safe(choice.url ?? "");
  if (!href) return null;
  const made = link(href, choice.label, icon("external"), hiddenText(` (${t.opens_new_tab})`));
  made.className = "choice";
  return made;
}
