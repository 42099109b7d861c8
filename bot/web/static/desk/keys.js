// Single keys for everything. They rest while somebody types, and can be switched off (WCAG 2.1.4).

import { isOpen, tell } from "./dialogs.js";
import { h, key } from "./dom.js";

const SWITCH = "desk-keys";
const SHOWN = [
  [["j", "k"], "Next and previous conversation (arrows do it too)"],
  [["Enter"], "Open the conversation"],
  [["c"], "Claim it"],
  [["r"], "Reply"],
  [["n"], "Private note"],
  [["Ctrl ↵"], "Send"],
  [["e"], "Resolve"],
  [["b"], "Give back to the bot"],
  [["t"], "Transfer to a colleague"],
  [["m"], "Match to a customer"],
  [["u"], "Say that what the brand ends stands, though disputed"],
  [["x"], "Take back what the brand ends"],
  [["s"], "Send the confirmation again"],
  [["p"], "Send it by post, as a letter"],
  [["w"], "Change by which way confirmations go"],
  [["d"], "Details on and off"],
  [["1", "…", "5"], "Waiting, mine, bot, all open, stuck"],
  [["Esc"], "Leave the text, close, go back to the list"],
];

const areOn = () => localStorage.getItem(SWITCH) !== "off";

/** Call the action of a pressed key. `leave` is what Escape does in a text. */
export function bindKeys(actions, leave) {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || isOpen()) return;
    if (event.key === "Escape") return void leave();
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (event.key !== "?" && !event.key.startsWith("Arrow") && !areOn()) return;
    if (event.key.startsWith("Arrow") && !event.target.closest(".queue, body > main") && event.target !== document.body) return;
    if (event.key.startsWith("Arrow") && event.target.closest(".scroller")) return;
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });
}

function isTyping(target) {
  return Boolean(target.closest?.("input, textarea, select, [contenteditable]"));
}

export function showKeys() {
  const box = h("input", { type: "checkbox", checked: areOn(), id: "keys-on" });
  box.addEventListener("change", () => localStorage.setItem(SWITCH, box.checked ? "on" : "off"));
  tell(
    "Keys",
    h("dl", { class: "keys" }, SHOWN.map(([names, words]) => [h("dt", {}, ...names.map((name) => key(name))), h("dd", {}, words)])),
    h("label", { class: "row", for: "keys-on" }, box, "Single keys are on"),
  );
  for (const shown of document.querySelectorAll("dialog .keys .key")) shown.removeAttribute("aria-hidden");
}
