/** One message. Its parts are replaced only when they changed, so that screen readers say nothing twice. */
import { fill } from "../locales/index.js";
import { choices } from "./choices.js";
import { element, icon } from "./dom.js";
import { receipt } from "./receipt.js";
import { link, rich, safe } from "./rich.js";
import { clock } from "./times.js";

const PARTS = ["day", "joined", "author", "bubble", "attachments", "choices", "meta"];
const shown = new WeakMap(); // node -> { part: signature }

export function messageNode() {
  const node = element("div", { class: "message" });
  shown.set(node, {});
  return node;
}

/**
 * `entry` is one of the transcript's, with what its neighbours decide: `dayName`, `joins`,
 * `first` and `last` of a group, `receiptNumber`, `open` (its choices can be seen),
 * `answered` (none can be pressed now). `context` has t, locale, choose(entry, choice), retry(id).
 */
export function updateMessage(node, entry, context) {
  node.dataset.author = entry.author;
  node.dataset.status = entry.status;
  node.classList.toggle("first", entry.first);
  node.classList.toggle("last", entry.last);
  node.classList.toggle("has-receipt", Boolean(entry.receiptNumber));
  const wanted = parts(entry, context);
  const had = shown.get(node);
  for (const [at, name] of PARTS.entries()) {
    const [signature, build] = wanted[name] || [];
    const key = signature === undefined ? undefined : JSON.stringify([signature, context.locale]);
    if (had[name] === key) continue;
    had[name] = key;
    place(node, at, key === undefined ? null : build());
  }
}

function parts(entry, context) {
  const { t, locale } = context;
  const list = entry.open ? entry.choices : null;
  return {
    day: entry.dayName && [entry.dayName, () => element("div", { class: "day" }, entry.dayName)],
    joined: entry.joins && [entry.joins, () => notice(fill(t.agent_joined, { name: entry.joins }))],
    author: entry.author !== "system" && [[author(entry, t), entry.first], () => authorLine(entry, t)],
    bubble: [[entry.text, entry.receiptNumber], () => bubble(entry, t)],
    attachments: entry.attachments?.length > 0 && [entry.attachments, () => attachments(entry.attachments, t)],
    choices: list?.length > 0 && [
      [list, entry.answered],
      () => choices(list, { t, disabled: entry.answered, press: (choice) => context.choose(entry, choice) }),
    ],
    meta: entry.author !== "system" && [
      [entry.at, entry.status, entry.reason, entry.last, context.offline, context.usable],
      () => meta(entry, context, t, locale),
    ],
  };
}

function place(node, at, part) {
  const name = PARTS[at];
  node.querySelector(`:scope > [data-part="${name}"]`)?.remove();
  if (!part) return;
  part.dataset.part = name;
  const later = PARTS.slice(at + 1);
  const next = [...node.children].find((child) => later.includes(child.dataset.part));
  node.insertBefore(part, next ?? null);
}

function author(entry, t) {
  if (entry.author === "agent" && entry.name) return entry.name;
  return t[`author_${entry.author}`] ?? t.author_bot;
}

/** Seen above a group's first message; heard with every message. */
function authorLine(entry, t) {
  const name = author(entry, t);
  const seen = entry.first && entry.author !== "customer";
  const heard = fill(t.says, { name });
  return element("div", { class: seen ? "author" : "author visually-hidden" }, element("bdi", {}, seen ? name : heard));
}

function bubble(entry, t) {
  if (entry.author === "system") return notice(entry.text);
  if (entry.receiptNumber) return receipt(entry.receiptNumber, entry.text, t);
  return element("div", { class: "bubble text", dir: "auto" }, ...rich(entry.text ?? ""));
}

function notice(text) {
  return element("div", { class: "notice-line" }, element("span", { class: "text", dir: "auto" }, ...rich(text ?? "")));
}

function attachments(list, t) {
  const files = list.map((file) => {
    const href = safe(file.url ?? "");
    if (!href) return null;
    const made = link(href, icon("file"), element("bdi", {}, file.name ?? href));
    made.className = "attachment";
    made.setAttribute("aria-label", fill(t.attachment, { name: file.name ?? href }));
    return made;
  });
  return element("div", { class: "attachments" }, ...files.filter(Boolean));
}

function meta(entry, { offline, usable, retry }, t, locale) {
  const line = element("div", { class: "meta", "aria-live": "off" });
  const states = { sending: offline ? t.sending_offline : t.sending, again: offline ? t.sending_offline : t.sending_again };
  if (entry.status === "failed") {
    line.append(icon("alert"), element("span", {}, t[`failed_${entry.reason}`] ?? t.failed));
    const again = { type: "button", class: "retry", onclick: () => retry(entry.id) };
    if (usable) line.append(element("button", again, t.retry));
  } else if (states[entry.status]) {
    line.append(element("span", {}, states[entry.status]));
  } else if (entry.last) {
    line.append(element("time", { datetime: entry.at }, clock(entry.at, locale)));
  }
  if (!entry.last && !line.childElementCount) line.hidden = true;
  return line;
}
