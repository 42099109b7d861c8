// The transcript: what was said, by whom and when, what became of it, and what only the staff sees.

import { h, keep } from "./dom.js";
import { dayKey, dayOf, fullTime, time } from "./format.js";

const DELIVERY = {
  queued: ["sending…", ""],
  sent: ["sent", ""],
  delivered: ["delivered", ""],
  unknown: ["perhaps not delivered", "warn"],
  failed: ["not delivered", "bad"],
  dropped: ["not sent", "warn"],
};
const AUTHORS = { customer: "Customer", bot: "Bot", agent: "Agent", system: "System" };
const NEAR = 80;

export class Transcript {
  constructor(onearlier) {
    this.log = h("ol", { class: "log" });
    const log = h("div", { role: "log", "aria-label": "Messages" }, this.log);
    this.more = h("button", { type: "button", class: "button small", onclick: onearlier }, "Show earlier messages");
    this.jump = h("button", { type: "button", class: "button small jump", hidden: true, onclick: () => this.toEnd() }, "New messages ↓");
    this.scroller = h("div", { class: "scroller", tabindex: "0", role: "region", "aria-label": "Transcript" }, this.more, log);
    this.scroller.addEventListener("scroll", () => {
      if (this.atEnd()) this.jump.hidden = true;
    });
    this.element = h("div", { class: "transcript" }, this.scroller, this.jump);
    this.last = 0;
  }

  /** Show the messages; stay at the end for whoever was there. */
  show(messages, { earlier, who, lang }) {
    const wasAtEnd = this.last === 0 || this.atEnd();
    const newest = messages.at(-1)?.number ?? 0;
    this.more.hidden = !earlier;
    keep(this.log, withDays(messages, { who, lang }), (each) => each.key, (each) => (each.day ? dayLine(each) : message(each)));
    if (wasAtEnd) this.toEnd();
    else if (newest > this.last) this.jump.hidden = false;
    this.last = newest;
  }

  atEnd() {
    const { scrollTop, scrollHeight, clientHeight } = this.scroller;
    return scrollHeight - scrollTop - clientHeight < NEAR;
  }

  toEnd() {
    this.scroller.scrollTop = this.scroller.scrollHeight;
    this.jump.hidden = true;
  }
}

function withDays(messages, about) {
  const lines = [];
  let day = null;
  for (const each of messages) {
    if (dayKey(each.at) !== day) {
      day = dayKey(each.at);
      lines.push({ key: `day ${day}`, day: dayOf(each.at) });
    }
    lines.push({ key: each.number, ...about, ...each });
  }
  return lines;
}

function dayLine({ day }) {
  return h("li", { class: "day" }, h("span", {}, day));
}

function message(each) {
  if (each.direction === "event") {
    return h("li", { class: "event" }, `${each.text} · `, clock(each));
  }
  const kind = each.direction === "note" ? "note" : each.author;
  return h(
    "li",
    { class: `message ${kind}` },
    h("p", { class: "by" }, author(each), clock(each), mood(each)),
    h("div", { class: "bubble", lang: kind === "note" ? null : each.lang }, words(each)),
    choices(each),
    delivery(each),
  );
}

function author(each) {
  if (each.direction === "note") return h("span", {}, h("strong", {}, "Private note"), ` by ${each.name ?? "a colleague"}`);
  if (each.author === "customer") return h("strong", {}, each.who);
  const about = { receipt: " · receipt", notice: " · notice", opt_out: " · opt-out confirmed" }[each.purpose] ?? "";
  return h("span", {}, h("strong", {}, each.name ?? AUTHORS[each.author]), about);
}

/** Noted of the customer's words, coarsely; it decides nothing. */
function mood(each) {
  if (!each.sentiment) return null;
  return h("span", { class: "mood", title: "A guess from single words; nothing depends on it" }, `${each.sentiment} words`);
}

function clock(each) {
  return h("time", { datetime: each.at, title: fullTime(each.at) }, time(each.at));
}

function words(each) {
  if (each.form === "media") return h("em", {}, each.text ? `${each.text} (with an attachment)` : "An attachment, which the bot cannot read");
  return each.text || h("em", {}, "(empty)");
}

function choices(each) {
  if (!each.choices.length) return null;
  return h("ul", { class: "choices", "aria-label": "Choices offered" }, each.choices.map((label) => h("li", {}, label)));
}

function delivery(each) {
  if (each.direction !== "out" || !each.delivery) return null;
  const [label, kind] = DELIVERY[each.delivery] ?? [each.delivery, ""];
  return h("p", { class: `delivery ${kind}` }, label);
}
