// The left pane: filters with counts, and the list of conversations or of what is stuck.

import { h, keep, key } from "./dom.js";
import { ago, fullTime, since } from "./format.js";
import { icon } from "./icons.js";
import { stuckCard } from "./stuck.js";

export const FILTERS = [
  ["waiting", "Waiting"],
  ["mine", "Mine"],
  ["bot", "Bot"],
  ["undecided", "Undecided"],
  ["open", "All"],
  ["stuck", "Stuck"],
];

const URGENT = new Set(["death", "dispute", "failed", "legal", "unprocessed", "upset"]);

const EMPTY = {
  waiting: ["Nobody is waiting", "Customers who ask for a person, dispute something or cannot be identified appear here, and first of all whoever is in danger."],
  mine: ["You hold no chat", "Pick one under Waiting and claim it with c. What you hold stays here until you resolve it."],
  bot: ["The bot is talking to nobody", "Chats that the bot answers appear here. You can read along and take over."],
  undecided: ["Nobody is undecided", "Whoever declared a cancellation and neither confirmed nor dropped it appears here, the earliest first. They were reminded once; their time stands."],
  open: ["No open chats", "As soon as a customer writes on any channel, the chat appears here."],
  stuck: ["Nothing is stuck", "Messages that could not be read or sent and back-office work that was given up appear here, with what to do."],
};

export class Queue {
  constructor({ onfilter, onopen, onsettled }) {
    this.filters = document.getElementById("filters");
    this.list = document.getElementById("list");
    this.empty = document.getElementById("list-empty");
    this.office = document.getElementById("office");
    this.onfilter = onfilter;
    this.onopen = onopen;
    this.onsettled = onsettled;
    setInterval(() => this.tick(), 15_000);
  }

  show({ filter, counts, items, office, seal, open }) {
    this.showFilters(filter, counts);
    const told = seal ? [h("p", { class: "notice warn" }, seal)] : [];
    this.office.replaceChildren(...(office ? [outage(office)] : []), ...told);
    const make = filter === "stuck" ? (item) => this.stuckItem(item) : (item) => this.item(item);
    const current = filter === "stuck" ? items : items.map((item) => ({ ...item, current: item.id === open }));
    keep(this.list, current, (item) => item.id, make);
    this.list.hidden = items.length === 0;
    this.empty.replaceChildren(...(items.length ? [] : [emptyState(filter)]));
  }

  showFilters(filter, counts) {
    keep(
      this.filters,
      FILTERS.map(([name, label]) => ({ name, label, count: counts[name], current: name === filter })),
      (each) => each.name,
      ({ name, label, count, current }) => {
        const urgent = (name === "waiting" || name === "stuck") && count > 0;
        const onclick = () => this.onfilter(name);
        const counter = h("span", { class: urgent ? "count urgent" : "count" }, String(count));
        return h("button", { type: "button", class: "filter", "aria-pressed": String(current), onclick }, label, counter);
      },
    );
  }

  item(item) {
    const onclick = () => this.onopen(item.id);
    const current = item.current ? "true" : null;
    return h(
      "li",
      {},
      h(
        "button",
        { type: "button", class: `entry ${item.status}`, "data-id": item.id, "aria-current": current, onclick },
        h("span", { class: "line" }, icon(item.channel, item.channel_name), h("strong", { class: "who" }, item.who), age(item)),
        h("span", { class: "last" }, lastWords(item)),
        h("span", { class: "line tags" }, ...tags(item)),
      ),
    );
  }

  stuckItem(item) {
    return h("li", { class: "stuck-item" }, stuckCard(item, this.onsettled, this.onopen));
  }

  /** Move the focus by one entry, from the open one when none has it. */
  move(step) {
    const entries = [...this.list.querySelectorAll(".entry")];
    if (entries.length === 0) return;
    const focused = entries.indexOf(document.activeElement);
    const from = focused >= 0 ? focused : entries.findIndex((entry) => entry.hasAttribute("aria-current"));
    const to = from < 0 ? 0 : Math.min(entries.length - 1, Math.max(0, from + step));
    entries[to].focus();
  }

  /** The conversation whose entry has the focus. */
  focused() {
    return document.activeElement?.closest?.(".entry")?.dataset.id ?? null;
  }

  /** Ages grow older. */
  tick() {
    for (const element of this.list.querySelectorAll("time[data-since]")) {
      element.textContent = since(element.dataset.since);
    }
    for (const element of document.querySelectorAll("time[data-ago]")) {
      element.textContent = ago(element.dataset.ago);
    }
  }
}

function age(item) {
  if (item.status === "waiting" && item.waiting_since) {
    const at = item.waiting_since;
    const late = Date.now() - new Date(at).getTime() > 15 * 60_000;
    return h("time", { class: late ? "age late" : "age", datetime: at, "data-since": at, title: `Waiting since ${fullTime(at)}` }, since(at));
  }
  const at = item.last?.at ?? item.updated_at;
  return h("time", { class: "age", datetime: at, "data-since": at, title: fullTime(at) }, since(at));
}

function lastWords(item) {
  if (!item.last) return "No messages yet";
  const who = { bot: "Bot: ", agent: item.last.name ? `${item.last.name}: ` : "Agent: " }[item.last.author] ?? "";
  return who + (item.last.text || "…");
}

function tags(item) {
  const shown = [];
  if (item.unread) shown.push(h("span", { class: "badge info" }, `${item.unread} new`));
  if (item.reason && item.status !== "bot") {
    const kind = item.reason_code === "danger" ? "bad" : URGENT.has(item.reason_code) ? "warn" : "";
    shown.push(h("span", { class: `badge ${kind}` }, item.reason));
  }
  if (item.last?.sentiment === "negative") shown.push(h("span", { class: "mood", title: "A guess from single words; nothing depends on it" }, "negative words"));
  if (item.assignee) shown.push(h("span", { class: "badge" }, item.assignee));
  shown.push(h("span", { class: "language", title: "language" }, item.locale));
  return shown;
}

function emptyState(filter) {
  const [title, words] = EMPTY[filter];
  const hint = filter === "mine" ? h("p", { class: "small-text" }, "Press ", key("1"), " for Waiting.") : null;
  return h("div", { class: "empty" }, h("strong", {}, title), h("p", {}, words), hint);
}

/** The back office does not answer: nothing to do, but good to know when customers ask. */
function outage({ waiting, since: from, until }) {
  const what = waiting === 1 ? "1 request waits" : `${waiting} requests wait`;
  return h("p", { class: "notice warn" }, "The back office does not answer: ", what, " since ",
    h("time", { datetime: from, title: fullTime(from), "data-ago": from }, ago(from)), ". They are carried out as soon as it does",
    until ? ["; what it has not taken by ", h("time", { datetime: until }, fullTime(until)), " comes to you."] : ".");
}
