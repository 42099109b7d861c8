// The case as its customer sees it.

import { file } from "./api.js";
import { h } from "./dom.js";
import { day, moment, money } from "./format.js";
import { fill } from "./locales/index.js";

const KIND = { reconciled: "good", executed: "good", failed: "bad", fee_open: "warn", disputed: "warn" };
const STEPS = ["requested", "accepted", "executed", "reconciled"];

/** The parts that tell; what can be done stands in `deeds`. */
export function told(data, { t, locale }) {
  return [
    standing(data, t, locale),
    section("facts", t.what, h("dl", { class: "facts" }, data.facts.flatMap(([label, value]) => [h("dt", {}, label), h("dd", {}, value)]))),
    data.refunds.length ? section("money", t.money, h("ul", { class: "money" }, data.refunds.map((each) => refund(each, t, locale)))) : null,
    data.returns.length ? section("returns", t.returns, h("ul", { class: "money" }, data.returns.map((each) => sentBack(each, t, locale)))) : null,
    files(data, t),
  ];
}

/** Where it stands, in one line; it is read out when it changes. */
export const inOneLine = (data, t) => `${data.title}: ${t[`standing_${data.standing}`] ?? t[`kind_${data.kind}`]}`;

function section(id, title, ...content) {
  return h("section", { class: "card", "aria-labelledby": `${id}-title` }, h("h2", { id: `${id}-title` }, title), ...content);
}

function standing(data, t, locale) {
  const word = t[`standing_${data.standing}`] ?? "";
  const over = data.standing === "kept" || data.standing === "reversed" || data.standing === "withdrawn";
  return h("section", { class: "card raised", "aria-labelledby": "standing-title" },
    h("p", { class: "muted small-text" }, t[`kind_${data.kind}`] ?? data.kind),
    h("h2", { id: "standing-title", class: "row lead" }, data.title, " ", word ? h("span", { class: `badge ${KIND[data.standing] ?? "info"}` }, word) : null),
    t[`told_${data.standing}`] ? h("p", {}, t[`told_${data.standing}`]) : null,
    data.times && !over ? h("ol", { class: "steps" }, STEPS.map((name) => step(name, data.times[name], t, locale, data.zone))) : null);
}

function step(name, at, t, locale, zone) {
  const when = at ? h("time", { datetime: at }, moment(at, locale, zone)) : h("span", {}, t.not_yet);
  return h("li", { class: at ? "done" : "" }, h("strong", {}, t[`step_${name}`]), when);
}

function refund(each, t, locale) {
  const by = each.standing === "paid" ? each.paid_on && fill(t.paid_on, { day: day(each.paid_on, locale) }) : each.expected_on && fill(t.expected_on, { day: day(each.expected_on, locale) });
  const why = each.charged_on ? fill(t.charged_on, { day: day(each.charged_on, locale) }) : null;
  return h("li", {}, h("strong", {}, money(each.amount, locale)), h("span", {}, [t[`refund_${each.standing}`], by, why].filter(Boolean).join(" · ")));
}

function sentBack(each, t, locale) {
  const by = ["expected", "due_soon", "overdue"].includes(each.standing) ? fill(t.return_by, { day: day(each.return_by, locale) }) : null;
  const label = each.label === null ? null : /^https:\/\//.test(each.label) ? h("a", { href: each.label, rel: "noreferrer" }, t.label) : h("span", {}, each.label);
  return h("li", {}, h("strong", {}, `${each.quantity} × ${each.name}`), h("span", {}, [t[`return_${each.standing}`], by].filter(Boolean).join(" · ")), label);
}

function files(data, t) {
  const rows = data.records.map((each) => h("li", {},
    h("span", {}, h("strong", {}, each.number), " ", h("span", { class: "muted" }, t[`kind_${each.kind}`] ?? each.kind)),
    h("span", { class: "row" },
      h("a", { class: "plain", href: file(each.number, "/pdf"), download: `${each.number}.pdf`, "aria-label": `PDF ${each.number}` }, "PDF"),
      h("a", { class: "plain", href: file(each.number, ""), download: `${each.number}.json`, "aria-label": `${t.receipt} ${each.number}` }, t.receipt),
      h("a", { class: "plain", href: file(each.number, "/proof"), download: `${each.number}.tlog-proof`, "aria-label": `${t.log_proof} ${each.number}` }, t.log_proof))));
  return section("files", t.files, h("ul", { class: "money" }, rows), h("p", { class: "muted small-text" }, t.files_hint, " ", h("a", { href: "/verify" }, t.verify)));
}
