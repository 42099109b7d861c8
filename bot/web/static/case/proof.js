// Who is looking? A code goes to the customer; whether there is such a record is not told.

import { Refusal, post } from "./api.js";
import { h } from "./dom.js";
import { fill } from "./locales/index.js";

/** What is shown until somebody has proved who they are. `state.sent` remembers that a code was asked for. */
export function proof(state, { t, locale, number, name, proved, again }) {
  const said = h("p", { class: "said notice", role: "alert", hidden: state.said === null });
  if (state.said !== null) {
    said.textContent = t[state.said] ?? t.error;
    said.classList.add(state.said === "new_code_sent" ? "good" : "bad");
  }
  const tell = (code) => again({ ...state, said: code });
  const attempt = async (work) => {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      tell(error.code);
    }
  };
  const ask = () => attempt(async () => {
    await post("code", { locale });
    again({ sent: true, said: state.sent ? "new_code_sent" : null });
  });
  const chat = h("a", { class: "plain", href: `/chat/${document.body.dataset.brand}/` }, t.to_chat);
  if (!state.sent) {
    return h("section", { class: "card raised", "aria-labelledby": "who" },
      h("h2", { id: "who" }, t.who),
      h("p", {}, fill(t.who_hint, { number, brand: name })),
      said,
      h("form", { onsubmit: (event) => { event.preventDefault(); ask(); } }, h("button", { class: "button primary" }, t.send_code)),
      h("p", { class: "small-text" }, chat));
  }
  const input = h("input", { id: "code", name: "code", inputmode: "numeric", autocomplete: "one-time-code", maxlength: 12, required: true, "aria-describedby": "code-hint" });
  const give = (event) => {
    event.preventDefault();
    attempt(async () => {
      await post("identify", { code: input.value });
      await proved();
    });
  };
  return h("section", { class: "card raised", "aria-labelledby": "who" },
    h("h2", { id: "who" }, t.code_title),
    h("p", { id: "code-hint" }, t.code_hint),
    said,
    h("form", { class: "code", onsubmit: give },
      h("div", { class: "field" }, h("label", { for: "code" }, t.code), input),
      h("button", { class: "button primary" }, t.show)),
    h("p", { class: "row" }, h("button", { type: "button", class: "button", onclick: ask }, t.new_code)),
    h("p", { class: "muted small-text" }, t.no_code, " ", chat));
}
