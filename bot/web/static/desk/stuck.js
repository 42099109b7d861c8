// What was given up outside, and what an agent can do about it.

import { post } from "./api.js";
import { ask } from "./dialogs.js";
import { h } from "./dom.js";
import { ago, fullTime } from "./format.js";
import { attempt } from "./toast.js";

const BY_HAND = ["send_confirmation", "call_confirmation", "await_call", "send_letter", "replace_letter", "read_mail"];
const CHECK = "Check again";
const RETRY = { read_back: CHECK, read_order_back: CHECK, await_letter: CHECK, watch_end: CHECK, follow_refund: CHECK, follow_returns: CHECK, incoming: "Read it again" };

/** A card with the actions; `settled` follows when one was taken. */
export function stuckCard(item, settled, onopen = null) {
  const tried = item.attempts > 1 ? `, tried ${item.attempts} times` : "";
  return h(
    "article",
    { class: "stuck" },
    h(onopen ? "h2" : "h3", {}, item.title),
    item.service ? h("p", {}, item.service) : null,
    h("p", { class: "small-text muted" }, h("time", { datetime: item.at, title: fullTime(item.at), "data-ago": item.at }, ago(item.at)), tried),
    tried && item.patience ? h("p", { class: "small-text muted" }, item.patience) : null,
    item.mail ? mailRead(item.mail) : null,
    item.error ? h("p", { class: "small-text error" }, item.error) : null,
    h("p", { class: "small-text" }, item.state === "unknown" ? `Nobody knows whether it happened. ${item.advice}` : item.advice),
    h("div", { class: "row" }, ...buttons(item, settled, onopen)),
  );
}

/** A mail that came in, as text: nothing in it is followed or shown as it wants. */
function mailRead(mail) {
  return h(
    "details",
    { class: "mail" },
    h("summary", {}, mail.subject || "(no subject)"),
    h("p", { class: "small-text muted" }, `From ${mail.from || "nobody"}`),
    h("pre", { tabindex: "0", "aria-label": "The mail" }, mail.text || "(nothing readable)"),
  );
}

function buttons(item, settled, onopen) {
  const small = (label, onclick) => h("button", { type: "button", class: "button small", onclick }, label);
  return [
    item.may_retry ? small(RETRY[item.kind] ?? "Try again", () => retry(item, settled)) : null,
    item.in_office || BY_HAND.includes(item.kind) ? small("Done by hand…", () => byHand(item, settled)) : null,
    small("Put aside…", () => putAside(item, settled)),
    onopen && item.conversation ? small("Open chat", () => onopen(item.conversation)) : null,
  ];
}

async function retry(item, settled) {
  if (await attempt(() => post(`${item.place}/${item.id}/retry`), "It is being tried again.")) settled();
}

async function byHand(item, settled) {
  const fields = [{ name: "note", label: "How was it done?", hint: item.in_office ? "For colleagues. The customer is told that it is done." : "For colleagues." }];
  if (item.kind === "cancel_service") {
    fields.push({ name: "end_date", label: "Last day of the service", type: "date", value: item.end_date ?? "" });
  }
  const given = await ask({ title: "Done by hand", confirm: "Mark as done", fields });
  if (given && (await attempt(() => post(`${item.place}/${item.id}/done`, given), "Marked as done."))) settled();
}

async function putAside(item, settled) {
  const label = item.place === "inbox" ? "How was it settled?" : "Why is it not wanted any more?";
  const fields = [{ name: "note", label, hint: "For colleagues." }];
  const given = await ask({ title: "Put aside", confirm: "Put aside", fields });
  if (given && (await attempt(() => post(`${item.place}/${item.id}/drop`, given), "Put aside."))) settled();
}
