// The editor of one text: checks and previews while it is written. The server judges; nothing is judged here.

import { putCaret } from "./caret.js";
import { post } from "./net.js";

const PAUSE = 350; // milliseconds without a key before the text is checked

const form = document.querySelector("#editor");
const source = document.querySelector("#source");
const preview = document.querySelector("#preview");
const unsaved = document.querySelector("#unsaved");
const kept = source.value;

let timer;
let running;
let situation;

source.addEventListener("input", () => {
  unsaved.hidden = source.value === kept;
  clearTimeout(timer);
  timer = setTimeout(check, PAUSE);
});

async function check() {
  running?.abort();
  running = new AbortController();
  preview.setAttribute("aria-busy", "true");
  try {
    const answer = await post(form.dataset.check, { source: source.value }, running.signal);
    preview.innerHTML = answer.html; // made by the server, which escapes what was written
    source.setAttribute("aria-invalid", String(answer.errors > 0));
    showSituation();
  } catch (error) {
    if (error.name === "AbortError") return;
    preview.querySelector(".verdict")?.replaceChildren(complaint(error.message));
  }
  preview.setAttribute("aria-busy", "false");
}

function complaint(words) {
  const notice = document.createElement("p");
  notice.className = "notice bad";
  notice.textContent = words;
  return notice;
}

preview.addEventListener("change", (event) => {
  if (event.target.id !== "situation") return;
  situation = event.target.value;
  showSituation();
});

/** On every channel the reading of the chosen situation, or the first where it does not occur. */
function showSituation() {
  const select = preview.querySelector("#situation");
  if (select && [...select.options].some((option) => option.value === situation)) select.value = situation;
  const wanted = select?.value;
  for (const channel of preview.querySelectorAll(".channel")) {
    const readings = [...channel.querySelectorAll(".reading")];
    const shown = readings.find((reading) => reading.dataset.situation === wanted) ?? readings[0];
    for (const reading of readings) reading.hidden = reading !== shown;
  }
}

preview.addEventListener("click", (event) => {
  const place = event.target.closest("[data-line]");
  if (place) putCaret(source, Number(place.dataset.line), Number(place.dataset.column));
});

document.querySelector(".variables").addEventListener("click", (event) => {
  const chip = event.target.closest("[data-insert]");
  if (!chip) return;
  source.setRangeText(chip.dataset.insert, source.selectionStart, source.selectionEnd, "end");
  source.focus();
  source.dispatchEvent(new Event("input"));
});

source.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
});

let leaving = false;
form.addEventListener("submit", () => (leaving = true));
addEventListener("beforeunload", (event) => {
  if (!leaving && source.value !== kept) event.preventDefault();
});

showSituation();
