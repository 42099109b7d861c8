/** A confirmation as a card that can be copied, printed and kept. */
import { fill } from "../locales/index.js";
import { element, icon } from "./dom.js";
import { rich } from "./rich.js";

/** `number` is the record's; the text stays exactly as it was sent. */
export function receipt(number, text, t) {
  return element(
    "section",
    { class: "receipt", "aria-label": `${t.receipt} ${number}` },
    element("div", { class: "receipt-title" }, element("span", { class: "seal" }, icon("check")), t.receipt),
    element(
      "div",
      { class: "receipt-number" },
      element("span", { class: "label" }, t.receipt_number),
      element("span", { class: "number" }, number),
      copyButton(number, t),
    ),
    element("div", { class: "text", dir: "auto" }, ...rich(text)),
    element(
      "div",
      { class: "receipt-actions" },
      element("a", { class: "quiet", href: `records/${number}/pdf`, download: `${number}.pdf` }, icon("file"), t.pdf),
      element("button", { type: "button", class: "quiet", onclick: () => print() }, icon("print"), t.print),
    ),
  );
}

function copyButton(number, t) {
  const label = element("span", { "aria-live": "polite" }, t.copy);
  const copy = async () => {
    if (!(await copied(number))) return;
    label.textContent = t.copied;
    setTimeout(() => (label.textContent = t.copy), 2500);
  };
  const name = fill(t.copy_number, { number });
  return element("button", { type: "button", class: "quiet copy", title: name, onclick: copy }, icon("copy"), label);
}

async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copiedBySelection(text);
  }
}

/** Where the clipboard is refused: plain http, or a page that does not pass the permission on. */
function copiedBySelection(text) {
  const focused = document.activeElement;
  const field = element("textarea", { class: "visually-hidden", readonly: true, "aria-hidden": "true" });
  field.value = text;
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  focused?.focus();
  return done;
}
