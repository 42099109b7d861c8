// Questions in a dialog of the browser's own: it keeps the focus inside and closes with Escape.

import { h, key } from "./dom.js";

const dialog = document.getElementById("dialog");

/** Ask for a few values; null when the agent thinks better of it. */
export function ask({ title, words = null, confirm, fields }) {
  return new Promise((resolve) => {
    const inputs = new Map(fields.map((field) => [field.name, control(field)]));
    const answer = (event) => {
      event.preventDefault();
      const values = Object.fromEntries([...inputs].map(([name, input]) => [name, input.value.trim()]));
      finish(values);
    };
    const finish = (values) => {
      dialog.onclose = null;
      dialog.close();
      resolve(values);
    };
    const sure = h("button", { class: "button primary" }, confirm, key("Enter"));
    dialog.replaceChildren(
      h(
        "form",
        { class: "stack", onsubmit: answer },
        h("h2", { id: "dialog-title" }, title),
        words ? h("p", { class: "muted" }, words) : null,
        ...fields.map((field) => labelled(field, inputs.get(field.name))),
        h(
          "div",
          { class: "row end" },
          h("button", { type: "button", class: "button", onclick: () => finish(null) }, "Cancel"),
          sure,
        ),
      ),
    );
    dialog.onclose = () => resolve(null);
    dialog.showModal();
    (inputs.values().next().value ?? sure).focus();
  });
}

/** Show something until it is closed. */
export function tell(title, ...content) {
  dialog.onclose = null;
  dialog.replaceChildren(
    h(
      "div",
      { class: "stack" },
      h("h2", { id: "dialog-title" }, title),
      ...content,
      h("div", { class: "row end" }, h("button", { type: "button", class: "button primary", onclick: () => dialog.close() }, "Close")),
    ),
  );
  dialog.showModal();
}

export const isOpen = () => dialog.open;

function control({ name, type = "text", value = "", options = null, optional = false }) {
  const id = `ask-${name}`;
  const required = !optional;
  if (options) return h("select", { id, name, required }, ...options.map(([code, label]) => h("option", { value: code }, label)));
  return h("input", { id, name, type, value, required, maxlength: "300", autocomplete: "off", "aria-describedby": `${id}-hint` });
}

function labelled({ name, label, hint }, input) {
  const about = hint ? h("p", { class: "hint", id: `ask-${name}-hint` }, hint) : null;
  return h("div", { class: "field" }, h("label", { for: `ask-${name}` }, label), input, about);
}
