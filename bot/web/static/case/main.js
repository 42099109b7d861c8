// The page of a case: who is looking, then how it stands, looked at again every few seconds while it is seen.

import { Refusal, get } from "./api.js";
import { deeds } from "./deeds.js";
import { h } from "./dom.js";
import { LOCALES, nearest } from "./locales/index.js";
import { proof } from "./proof.js";
import { inOneLine, told } from "./shown.js";

const LOOK_EVERY = 5000;
const { number, name, locales } = document.body.dataset;
const spoken = locales.split(" ").filter((code) => Object.hasOwn(LOCALES, code));
const content = document.getElementById("content");
const title = document.getElementById("title");
const news = document.getElementById("news");
const language = document.getElementById("language");
const state = { locale: chosen(), data: null, ways: null, line: null, asked: { sent: false, said: null }, trouble: null };
const top = h("div", {});
const bottom = h("div", {});

function chosen() {
  const wanted = [new URLSearchParams(location.search).get("lang") ?? "", document.documentElement.lang, ...navigator.languages];
  const found = nearest([wanted[0], ...navigator.languages, wanted[1]]);
  return spoken.includes(found) ? found : spoken.includes(wanted[1]) ? wanted[1] : (spoken[0] ?? "en");
}

const words = () => ({ t: LOCALES[state.locale], locale: state.locale });

/** Look at the case; true when it is shown. */
async function look() {
  try {
    const data = await get(`state?locale=${state.locale}`);
    const first = state.data === null;
    const changed = JSON.stringify(data) !== JSON.stringify(state.data);
    const undoable = Boolean(state.data?.undo) !== Boolean(data.undo);
    Object.assign(state, { data, trouble: null });
    if (first) await readWays();
    if (changed || first) showCase(first || undoable);
    else showTrouble();
    return true;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code === "not_proved") showProof();
    else {
      state.trouble = error.code;
      state.data === null ? showFailure() : showTrouble();
    }
    return false;
  }
}

async function readWays() {
  try {
    state.ways = await get("ways");
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    state.ways = null;
  }
}

function frame() {
  const { t } = words();
  document.documentElement.lang = state.locale;
  document.getElementById("language-label").textContent = t.language;
  title.replaceChildren(`${t.title} `, h("span", { class: "number" }, number));
  document.title = `${t.title} ${number} · ${name}`;
}

function showProof() {
  Object.assign(state, { data: null, ways: null, line: null });
  const again = (asked) => {
    const moved = asked.sent !== state.asked.sent;
    state.asked = asked;
    showProof();
    const field = document.getElementById("code");
    if (moved || asked.said) (field ?? content.querySelector("button"))?.focus();
  };
  const proved = async () => {
    state.asked = { sent: false, said: null };
    if (await look()) title.focus();
    // A code of another customer's proves nothing about this case.
    else if (state.data === null) again({ sent: true, said: "wrong_code" });
  };
  content.replaceChildren(proof(state.asked, { ...words(), number, name, proved, again }));
}

function showCase(everything) {
  const shown = words();
  top.replaceChildren(h("p", { class: "notice warn", id: "trouble", hidden: true }), ...told(state.data, shown).filter(Boolean));
  if (everything || bottom.parentNode === null) bottom.replaceChildren(...deeds(state.data, state.ways, { ...shown, left: showProof }));
  if (top.parentNode === null || bottom.parentNode === null) content.replaceChildren(top, bottom);
  const line = inOneLine(state.data, shown.t);
  if (state.line !== null && line !== state.line) news.textContent = line;
  state.line = line;
  showTrouble();
}

/** That what is shown may be old. */
function showTrouble() {
  const place = document.getElementById("trouble");
  if (place === null) return;
  place.hidden = state.trouble === null;
  place.textContent = state.trouble === null ? "" : words().t.not_live;
}

function showFailure() {
  const { t } = words();
  content.replaceChildren(h("section", { class: "card", role: "alert" },
    h("h2", {}, t.failed),
    h("p", {}, t[state.trouble] ?? t.error),
    h("p", {}, h("button", { type: "button", class: "button primary", onclick: look }, t.try_again))));
}

for (const code of spoken) language.append(new Option(LOCALES[code].name, code, false, code === state.locale));
language.addEventListener("change", async () => {
  state.locale = language.value;
  frame();
  if (state.data === null) return state.trouble === null ? showProof() : showFailure();
  state.line = null;
  bottom.remove();
  await look();
});
setInterval(() => {
  if (!document.hidden && state.data !== null) look();
}, LOOK_EVERY);
document.addEventListener("visibilitychange", () => {
  if (!document.hidden && state.data !== null) look();
});
frame();
look();
