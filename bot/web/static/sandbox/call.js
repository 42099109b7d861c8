/** A call to the phone: it rings, something is said, keys are pressed, it is over. */
import { element, moment } from "./dom.js";

const TITLES = { rings: "Incoming call", talks: "On the phone", over: "Call" };
const KEYS = [
  ["1", "heard it"],
  ["2", "again"],
  ["0", "a person"],
];

/** The card of a call; `act(deed)` does something with it. */
export function callCard({ state, keys, lines, at }, act) {
  return element(
    "article",
    { class: `call ${state}`, "aria-label": TITLES[state] },
    element("header", {}, handset(), element("h3", {}, TITLES[state]), moment(at)),
    ...lines.map(({ what, text }) => element("p", { class: what, dir: "auto" }, what === "pressed" ? `Pressed ${text}` : text)),
    ...actions(state, keys, act),
  );
}

function actions(state, keys, act) {
  const button = (label, deed, kind = "") =>
    element("button", { type: "button", class: `button small ${kind}`, onclick: () => act(deed) }, label);
  if (state === "rings") {
    const answers = [
      button("Answer", { do: "answer" }, "primary"),
      button("Do not answer", { do: "ignore" }),
      button("Voicemail takes it", { do: "voicemail" }),
    ];
    return [element("div", { class: "row" }, ...answers)];
  }
  if (state !== "talks") return [];
  const pad = KEYS.map(([key, meaning]) =>
    element("button", { type: "button", class: "button", onclick: () => act({ do: "press", key }) }, element("b", {}, key), element("span", {}, meaning)),
  );
  return [keys ? element("div", { class: "keypad" }, ...pad) : null, button("Say nothing, hang up", { do: "hang_up" })].filter(Boolean);
}

const SVG = "http://www.w3.org/2000/svg";
const HANDSET =
  "M6.500 4h3l1.500 4-2 1.500a11 11 0 0 0 5.500 5.500l1.500-2 4 1.500v3a2 2 0 0 1-2.200 2A16.500 16.500 0 0 1 4.500 6.200 2 2 0 0 1 6.500 4z";

function handset() {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.append(document.createElementNS(SVG, "path"));
  svg.firstChild.setAttribute("d", HANDSET);
  return svg;
}
