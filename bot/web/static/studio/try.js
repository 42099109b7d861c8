// The rehearsal: what was said so far is sent each time, and the server plays all of it anew.

import { post } from "./net.js";

const log = document.querySelector("#log");
const line = document.querySelector("#line");
const wrong = document.querySelector("#wrong");
const step = document.querySelector("#step");
const { base, shown: fault } = document.querySelector("#stage").dataset;
const settings = ["channel", "locale", "customer"].map((id) => document.querySelector(`#${id}`));

let lines = [];

async function play(said) {
  const wanted = said ? [...lines, said] : lines;
  const chosen = Object.fromEntries(settings.map((field) => [field.id, field.value]));
  const stage = fault ? { shown: Number(fault) } : chosen;
  try {
    const played = await post(`${base}/try/turn`, { ...stage, lines: wanted });
    lines = wanted;
    wrong.hidden = true;
    show(played);
    return true;
  } catch (error) {
    wrong.textContent = error.message;
    wrong.hidden = false;
    return false;
  }
}

function show({ messages, step: at }) {
  step.replaceChildren(link(`${base}/texts?step=${encodeURIComponent(at.name)}`, at.title));
  const last = messages.findLastIndex((message) => message.choices.length > 0);
  log.replaceChildren(...messages.map((message, index) => bubble(message, index === last)));
  if (!messages.length) log.append(element("p", "empty", "Write the first message, as the customer would."));
  log.scrollTop = log.scrollHeight;
}

function bubble(message, isAsking) {
  if (message.author === "note") return element("p", "note", message.text);
  const item = element("div", `said ${message.author}`);
  item.append(element("p", "bubble", message.text));
  if (message.choices.length) item.append(choices(message.choices, isAsking));
  if (message.name) item.append(about(message));
  return item;
}

function choices(every, isAsking) {
  const list = element("div", "buttons");
  for (const choice of every) {
    const button = element("button", "button small", choice.label);
    button.type = "button";
    button.disabled = !isAsking;
    button.addEventListener("click", () => play({ choice: choice.id }).then(() => line.focus()));
    list.append(button);
  }
  return list;
}

function about(message) {
  const words = element("p", "about");
  const locale = document.querySelector("#locale").value;
  words.append(link(`${base}/texts/${message.name}/${locale}`, message.name));
  if (message.segments) words.append(` · ${message.segments} segment${message.segments > 1 ? "s" : ""}`);
  return words;
}

function link(href, text) {
  const anchor = element("a", "", text);
  anchor.href = href;
  return anchor;
}

function element(name, className, text = "") {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}

document.querySelector("#say").addEventListener("submit", async (event) => {
  event.preventDefault();
  const text = line.value.trim();
  if (!text) return;
  line.value = "";
  if (!(await play({ text }))) line.value = text;
});

function begin() {
  lines = [];
  play();
}

for (const field of settings) field.addEventListener("change", begin);
document.querySelector("#again").addEventListener("click", begin);
document.querySelector("#stage").addEventListener("submit", (event) => event.preventDefault());
begin();
