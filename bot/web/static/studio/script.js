// The editor of a script: line numbers, places, and faults while it is written. The server judges.

import { putCaret } from "./caret.js";
import { post } from "./net.js";

const PAUSE = 400; // milliseconds without a key before the script is read

const form = document.querySelector("#editor");
const source = document.querySelector("#source");
const numbers = document.querySelector("#numbers");
const verdict = document.querySelector("#verdict");
const unsaved = document.querySelector("#unsaved");
const was = form.elements.was.value;

let timer;
let running;

function number() {
  const count = source.value.split("\n").length;
  numbers.textContent = Array.from({ length: count }, (_, index) => index + 1).join("\n");
  numbers.scrollTop = source.scrollTop;
}

source.addEventListener("scroll", () => (numbers.scrollTop = source.scrollTop));
source.addEventListener("input", () => {
  number();
  unsaved.hidden = source.value === was;
  clearTimeout(timer);
  timer = setTimeout(check, PAUSE);
});

async function check() {
  running?.abort();
  running = new AbortController();
  try {
    const answer = await post(form.dataset.check, { source: source.value }, running.signal);
    verdict.innerHTML = answer.html; // made by the server, which escapes what was written
    source.setAttribute("aria-invalid", String(answer.faults.length > 0));
  } catch (error) {
    if (error.name !== "AbortError") verdict.textContent = error.message;
  }
}

form.addEventListener("click", (event) => {
  const place = event.target.closest("[data-line]");
  if (!place) return;
  const step = place.dataset.step;
  const line = step === undefined ? Number(place.dataset.line) : lineOf(step, Number(place.dataset.line));
  putCaret(source, line, Number(place.dataset.column));
});

/** Where a step begins by now: lines may have been written above it. */
function lineOf(step, saved) {
  const found = source.value.split("\n").findIndex((line) => line.trimEnd() === `  ${step}:`);
  return found < 0 ? saved : found + 1;
}

source.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit(document.querySelector("#save"));
});

let leaving = false;
form.addEventListener("submit", () => (leaving = true));
addEventListener("beforeunload", (event) => {
  if (!leaving && source.value !== was) event.preventDefault();
});

const wanted = new URLSearchParams(location.search);
const step = [...form.querySelectorAll("[data-step]")].find((each) => each.dataset.step === wanted.get("step"));
number();
if (step) step.click();
else if (wanted.has("line")) putCaret(source, Number(wanted.get("line")) || 1);
