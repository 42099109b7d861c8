// The right pane: who this is, how to reach them, and the facts of their cases.

import { h, key } from "./dom.js";
import { day, moment, money } from "./format.js";
import { icon } from "./icons.js";
import { stuckCard } from "./stuck.js";

const STATUS = {
  requested: ["Wants to cancel", "info"],
  accepted: ["Accepted", "info"],
  executed: ["Carried out", "good"],
  reconciled: ["Carried out and checked", "good"],
  kept: ["Kept", ""],
  fee_open: ["Fee to be agreed to", "warn"],
  terms_open: ["Changed terms to be agreed to", "warn"],
  reversing: ["Being taken back", "info"],
  reversed: ["Taken back", ""],
  failed: ["Needs a person", "bad"],
  withdrawn: ["Closed, not carried out", ""],
};
const OFFERS = {
  pause: "Pause",
  discount: "Discount",
  downgrade: "Smaller plan",
  later_date: "Later date",
  extension: "Time for nothing",
  exchange: "Another plan",
  store_credit: "Credit",
};
const ANSWERS = { open: "not answered yet", accepted: "accepted", declined: "declined" };

/** The panel's content. `act` has `settled`, `match`, `uphold`, `takeBack`, `resend`, `letter`, `prefer` and `close`. */
export function panel(data, head, act) {
  return [
    h("div", { class: "panel-top" }, h("h2", {}, "Details"), h("button", { type: "button", class: "button quiet small only-narrow", onclick: act.close }, "Close")),
    ...data.stuck.map((item) => stuckCard(item, act.settled)),
    section("Customer", customer(data.customer, head, act)),
    section("Addresses", addresses(data.addresses)),
    ...data.cases.map((each, index) => section(index === 0 ? "Case" : "Earlier case", ...caseFacts({ ...each, conversation: head.id }, data.zone, head, act))),
    data.cases.length ? null : section("Case", h("p", { class: "muted small-text" }, "No cancellation was declared in this chat.")),
  ].filter(Boolean);
}

function section(title, ...content) {
  return h("section", { class: "facts-of" }, h("h3", {}, title), ...content);
}

function facts(...pairs) {
  const shown = pairs.filter(([, value]) => value !== null && value !== undefined && value !== "");
  return h("dl", { class: "facts" }, shown.map(([name, value]) => [h("dt", {}, name), h("dd", {}, value)]));
}

function customer(who, head, act) {
  if (who.identified) {
    const risk = who.risk === "high" ? h("span", { class: "badge warn" }, "extra care") : null;
    return h(
      "div",
      { class: "stack tight" },
      h("p", { class: "row" }, h("strong", {}, who.name ?? `Customer ${who.ref}`), risk),
      facts(["Account", h("span", { class: "mono" }, who.ref)], ["Identified", who.how],
        ["Confirms by", [who.preferred && who.preferred !== "mail" ? `mail and ${who.preferred}` : "mail", " ",
          h("button", { type: "button", class: "button small", "aria-label": "Change the way of confirmations", onclick: act.prefer }, "Change…", key("w"))]]),
      h("p", { class: "small-text" }, h("a", { href: `/desk/history?q=${encodeURIComponent(who.ref)}` }, "History")),
    );
  }
  const before = who.before ? `Known as customer ${who.before} from an earlier chat, not identified in this one.` : "Not identified.";
  const match = head.may_write ? h("button", { type: "button", class: "button small", onclick: act.match }, "Match to a customer…", key("m")) : null;
  const given = who.given ? facts(["Gave", h("span", { class: "mono" }, who.given)]) : null;
  return h("div", { class: "stack tight" }, h("p", { class: "small-text" }, before), given, match);
}

function addresses(items) {
  return h("ul", { class: "addresses" }, items.map((each) => {
    const state = each.opted_out ? h("span", { class: "badge warn" }, "opted out") : each.unreachable ? h("span", { class: "badge bad" }, "unreachable") : null;
    const here = each.here ? h("span", { class: "muted" }, "this chat") : null;
    return h("li", {}, icon(each.channel, each.channel_name), h("span", {}, each.address), here, state);
  }));
}

const ENDINGS = {
  announced: ["The brand ends it", "warn"],
  disputed: ["The brand ends it, disputed", "bad"],
  upheld: ["The brand ends it, dispute answered", "warn"],
  executed: ["Ended by the brand", ""],
  reconciled: ["Ended by the brand, checked", ""],
  failed: ["The brand ends it, needs a person", "bad"],
  withdrawn: ["The brand took it back", ""],
  overtaken: ["Ended otherwise before", ""],
};
const CAUSES = { non_payment: "Not paid for", inactivity: "Not used", policy: "Used against the terms" };

/** What the brand ends itself: it stands beside the customer's own cancellations. */
function endingFacts(each, zone, head, act) {
  const { ending } = each;
  const [label, kind] = ENDINGS[ending.standing];
  return [
    h("p", { class: "row" }, h("strong", {}, subject(each)), h("span", { class: `badge ${kind}` }, label)),
    facts(
      ["Ends it", "The brand"],
      ["Why", CAUSES[ending.cause]],
      ["About", ending.facts],
      ["Last day", day(each.end_date ?? ending.last_day)],
      ["Told", `${moment(each.declared_at, zone)}, ${ending.notice_days} days before`],
      ["Disputed", ending.disputed_at ? moment(ending.disputed_at, zone) : "no"],
      ["Dispute answered", ending.upheld_at && moment(ending.upheld_at, zone)],
      ["Carried out", each.executed_at && moment(each.executed_at, zone)],
      ["Checked", each.reconciled_at && moment(each.reconciled_at, zone)],
      ["Record", record(each, act)],
      ["Letters", each.letters?.length ? letters(each, zone) : null],
      ["Brand's reference", h("span", { class: "mono" }, ending.reference)],
    ),
    each.refunds.length ? h("ul", { class: "things" }, each.refunds.map(refund)) : null,
    head.may_write ? endingActions(each, act) : null,
  ];
}

/** The number, with the file that the customer holds, and sending both again. */
function record(each, act) {
  const { record: number, conversation } = each;
  const href = `/desk/api/conversations/${conversation}/records/${number}/pdf`;
  return [h("span", { class: "mono" }, number), " ", h("a", { href, download: `${number}.pdf`, "aria-label": `PDF of ${number}` }, "PDF"), " ",
    h("button", { type: "button", class: "button small", "aria-label": `Send ${number} again`, onclick: () => act.resend(each) }, "Send again…", key("s")), " ",
    each.letters ? h("button", { type: "button", class: "button small", "aria-label": `Send ${number} as a letter`, onclick: () => act.letter(each) }, "Send as a letter…", key("p")) : null];
}

const LETTERS = { ordered: "ordered, waits for the print run", printed: "printed", posted: "posted", returned: "came back", dropped: "not printed", "being made": "being made", "not written": "could not be written" };

/** How far each letter about the record came. */
function letters(each, zone) {
  return h("ul", { class: "things" }, each.letters.map(({ letter, state, at, note }) =>
    h("li", {}, h("span", {}, h("span", { class: "mono" }, letter)), h("span", { class: "muted" }, `${LETTERS[state]}, ${moment(at, zone)}${note ? `: ${note}` : ""}`))));
}

/** What an agent who has the chat can do about it; a letter stands for the first of each kind. */
function endingActions(each, act) {
  const { ending } = each;
  const button = (label, letter, onclick) => h("button", { type: "button", class: "button small", onclick }, label, key(letter));
  return h("div", { class: "row" },
    ending.may_be_upheld ? button("It stands…", "u", () => act.uphold(each)) : null,
    ending.may_be_taken_back ? button("Take it back…", "x", () => act.takeBack(each)) : null,
  );
}

function caseFacts(each, zone, head, act) {
  if (each.ending) return endingFacts(each, zone, head, act);
  const [label, kind] = STATUS[each.status] ?? [each.status, ""];
  return [
    h("p", { class: "row" }, h("strong", {}, subject(each)), h("span", { class: `badge ${kind}` }, label)),
    times(each, zone),
    facts(
      ["Ends", beside(each, each.end_date && day(each.end_date), (was) => was.quote && day(was.quote.end_date))],
      ["Taken up again", each.restart && restart(each.restart)],
      ["Goes on as", each.restart?.service && h("span", { class: "mono" }, each.restart.service)],
      ["Record", each.record && record(each, act)],
      ["Letters", each.letters?.length ? letters(each, zone) : null],
      ["Reason", each.reason && each.reason.replaceAll("-", " ")],
      ["Declared on", each.source],
      ["Fee", beside(each, each.quote?.fee && money(each.quote.fee), (was) => was.quote && amount(was.quote.fee))],
      ["Refund", beside(each, refunded(each), (was) => refunded(was) ?? "none")],
      ["Undo until", each.quote?.undo_until && moment(each.quote.undo_until, zone)],
      ["Remains", each.quote?.remains.length ? each.quote.remains.map((one) => one.replaceAll("-", " ")).join(", ") : null],
      ["Offer", each.offer && offer(each.offer)],
    ),
    each.order?.lines.length ? h("ul", { class: "things" }, each.order.lines.map(thing)) : null,
    each.before?.order?.lines.length ? [h("p", { class: "muted" }, "Confirmed before:"), h("ul", { class: "things" }, each.before.order.lines.map(thing))] : null,
    each.returns.length ? h("ul", { class: "things" }, each.returns.map(sentBack)) : null,
    each.refunds.length ? h("ul", { class: "things" }, each.refunds.map(refund)) : null,
    each.declaration ? declaration(each.declaration) : null,
  ];
}

const amount = (sum) => (sum ? money(sum) : "none");

/** What comes back for a service or an order; null where that is nothing. */
function refunded({ quote, order }) {
  const sum = quote?.refund ?? order?.refund;
  return sum ? money(sum) : null;
}

/** A term beside the one that was confirmed, while the customer is asked about changed ones. */
function beside(each, now, confirmed) {
  const was = each.before && confirmed(each.before);
  return was && was !== now ? `${now ?? "none"} (before: ${was})` : now;
}

/** On what terms the customer takes up again what had ended. */
function restart(terms) {
  const least = terms.minimum_until ? `, at least until ${day(terms.minimum_until)}` : "";
  const notice = terms.notice_days ? `, ${terms.notice_days} days' notice` : "";
  return `from ${day(terms.starts_on)}, ${money(terms.price)} per ${terms.interval}${least}${notice}`;
}

function subject(each) {
  if (each.order) return `Order ${each.order.number}`;
  return each.service ?? (each.kind === "order" ? "Order not known yet" : "Service not known yet");
}

const BECOMES = { void: "cancelled, was not paid", refund: "cancelled", return: "to be sent back", refused: "refused" };

/** One thing in an order, and what becomes of it. */
function thing(each) {
  const by = each.return_by ? ` by ${day(each.return_by)}` : "";
  const why = each.outcome === "refused" && each.rule ? ` (${each.rule.replaceAll("-", " ")})` : "";
  const back = each.refund ? `, ${money(each.refund)}` : "";
  return h("li", {}, h("span", {}, `${each.quantity} × ${each.name}`), h("span", { class: "muted" }, `${BECOMES[each.outcome]}${by}${why}${back}`));
}

const STANDS = { promised: "asked for", by_hand: "done by hand, looked for", issued: "on its way", paid: "paid back", late: "late", failed: "not paid" };

/** Money that comes back, and where it is. */
function refund(each) {
  const when = each.standing === "paid" ? ` on ${day(each.paid_on)}` : each.expected_on ? `, expected by ${day(each.expected_on)}` : "";
  const what = each.charged_on ? `charged after the end, on ${day(each.charged_on)}` : "refund";
  return h("li", {}, h("span", {}, `${money(each.amount)} ${what}`), h("span", { class: "muted" }, `${STANDS[each.standing]}${when}`));
}

const BACK = { expected: "to come back", due_soon: "to come back soon", overdue: "overdue", arrived: "arrived", rejected: "not taken back", accepted: "taken back" };

/** Things that the customer sends back, and where they are. */
function sentBack(each) {
  const by = ["expected", "due_soon", "overdue"].includes(each.standing) ? ` by ${day(each.return_by)}` : "";
  const parcel = each.tracking ? `, ${each.tracking}` : "";
  const label = each.label ? `, label: ${each.label}` : "";
  return h("li", {}, h("span", {}, `Return ${each.ref}: ${each.quantity} × ${each.name}`), h("span", { class: "muted" }, `${BACK[each.standing]}${by}, ${money(each.refund)}${parcel}${label}`));
}

/** Four different facts with four times; what has not happened is said to be so. */
function times(each, zone) {
  const steps = [
    ["Declared", each.declared_at],
    ["Accepted", each.accepted_at],
    ["Carried out", each.executed_at],
    ["Checked", each.reconciled_at],
  ];
  return h("ol", { class: "times" }, steps.map(([name, at]) => {
    const value = at ? h("time", { datetime: at }, moment(at, zone)) : h("span", { class: "muted" }, "not yet");
    return h("li", { class: at ? "done" : "open" }, h("span", {}, name), value);
  }));
}

function offer(shown) {
  const terms = [shown.percent && `${shown.percent} %`, shown.plan, shown.months && `${shown.months} months`].filter(Boolean).join(", ");
  return `${OFFERS[shown.kind] ?? shown.kind}${terms ? ` (${terms})` : ""}, ${money(shown.price)}: ${ANSWERS[shown.answer]}`;
}

const NAMED = { account: "number", amount: "amount", date: "day", email: "mail", phone: "phone" };

/** A declaration in the words of whoever left it. */
export function declaration({ words, identifier, named }) {
  return h("figure", { class: "declared" },
    h("figcaption", {}, "In their own words"),
    h("blockquote", {}, words),
    identifier ? h("p", { class: "small-text muted" }, `Gave as identification: ${identifier}`) : null,
    named.length ? h("p", { class: "small-text muted" }, `Read in it: ${named.map(({ kind, value }) => `${NAMED[kind]} ${value}`).join(", ")}`) : null,
  );
}
