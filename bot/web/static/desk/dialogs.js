// Questions in a dialog of the browser's own: it keeps the focus inside and closes with Escape.

import { h, key } from "./dom.js";

const dialog = document.getElementById("dialog");

/**
 * Ask for a few values; null when the agent thinks better of it.
 *
 * With `submit` the dialog closes only when that went well, with what it gave; what went wrong is
 * said by the first field. `about` is shown between the words and the fields.
 */
export function ask({ title, words = null, about = null, confirm, fields, submit = null }) {
  return new Promise((resolve) => {
    const inputs = new Map(fields.map((field) => [field.name, control(field)]));
    const [first] = inputs.values();
    const wrong = h("p", { class: "wrong", id: "ask-wrong", role: "alert" });
    const answer = async (event) => {
      event.preventDefault();
      const values = Object.fromEntries([...inputs].map(([name, input]) => [name, input.value.trim()]));
      if (!submit) return finish(values);
      sure.disabled = true;
      wrong.textContent = "";
      try {
        const given = await submit(values);
        if (form.isConnected) finish(given ?? values);
      } catch (error) {
        wrong.textContent = error.message;
        first?.setAttribute("aria-invalid", "true");
        first?.select();
      }
      sure.disabled = false;
    };
    const finish = (values) => {
      dialog.onclose = null;
      dialog.close();
      resolve(values);
    };
    const sure = h("button", { class: "button primary" }, confirm, key("Enter"));
    const labels = fields.map((field, index) => labelled(field, inputs.get(field.name), index === 0 ? wrong : null));
    const form = h(
      "form",
      { class: "stack", onsubmit: answer },
      h("h2", { id: "dialog-title" }, title),
      words ? h("p", { class: "muted" }, words) : null,
      about,
      ...labels,
      labels.length ? null : wrong,
      h(
        "div",
        { class: "row end" },
        h("button", { type: "button", class: "button", onclick: () => finish(null) }, "Cancel"),
        sure,
      ),
    );
    first?.addEventListener("input", () => {
      wrong.textContent = "";
      first.removeAttribute("aria-invalid");
    });
    dialog.replaceChildren(form);
    dialog.onclose = () => resolve(null);
    dialog.showModal();
    (first ?? sure).focus();
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

function control({ name, type = "text", value = "", options = null, optional = false, rows = 4 }) {
  const id = `ask-${name}`;
  const required = !optional;
  if (options) return h("select", { id, name, required }, ...options.map(([code, label]) => h("option", { value: code }, label)));
  if (type === "lines") return h("textarea", { id, name, required, rows, maxlength: "500", "aria-describedby": `${id}-hint ask-wrong` }, value);
  return h("input", { id, name, type, value, required, maxlength: "300", autocomplete: "off", "aria-describedby": `${id}-hint ask-wrong` });
}

function labelled({ name, label, hint }, input, wrong) {
  const about = hint ? h("p", { class: "hint", id: `ask-${name}-hint` }, hint) : null;
  return h("div", { class: "field" }, h("label", { for: `ask-${name}` }, label), input, about, wrong);
}
