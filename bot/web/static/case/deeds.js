// What the customer can do: have the confirmation sent again, choose a way, take it back, speak to a person.

import { Refusal, post } from "./api.js";
import { h } from "./dom.js";
import { moment } from "./format.js";
import { fill } from "./locales/index.js";

/** Built once a language: what is being chosen stays while the case is looked at again. */
export function deeds(data, ways, { t, locale, left }) {
  return [changes(data, { t, locale }), confirmations(ways, t), leaving(t, left)];
}

function changes(data, { t, locale }) {
  const said = outcome();
  const go = (wish) => attempt(said, t, async () => {
    const { chat } = await post(`wishes/${wish}`, { locale });
    location.assign(`${chat}?locale=${locale}`);
  });
  const until = data.undo?.until ? fill(t.undo_until, { at: moment(data.undo.until, locale, data.zone) }) : t.undo_hint;
  return card("change", t.change,
    data.undo ? h("p", {}, until) : null,
    h("p", {}, t.dispute_hint),
    h("p", { class: "row" },
      data.undo ? h("button", { type: "button", class: "button", onclick: () => go("undo") }, t.undo) : null,
      h("button", { type: "button", class: "button", onclick: () => go("dispute") }, t.dispute)),
    said);
}

function confirmations(ways, t) {
  if (ways === null) return card("ways", t.again, h("p", { class: "notice warn" }, t.back_office));
  if (ways.ways.length === 0) return card("ways", t.again, h("p", {}, t.no_address));
  const said = outcome();
  const options = (among) => among.map((way) => [way, t[`way_${way}`]]);
  const by = select("by", options(ways.ways), ways.preferred);
  const again = (event) => {
    event.preventDefault();
    attempt(said, t, async () => {
      await post("confirmations", { by: by.value });
      tell(said, t.sent_again, "good");
    });
  };
  const parts = [h("form", { class: "ways", onsubmit: again }, field("by", t.again_by, by), h("button", { class: "button" }, t.send_again))];
  if (ways.preferable.length > 0) {
    const way = select("way", options(ways.preferable), ways.preferred);
    const keep = (event) => {
      event.preventDefault();
      attempt(said, t, async () => {
        await post("preference", { way: way.value, by: way.value });
        tell(said, t.preferred, "good");
      });
    };
    parts.push(h("form", { class: "ways", onsubmit: keep }, field("way", t.prefer, way), h("button", { class: "button" }, t.keep)), h("p", { class: "muted small-text" }, t.prefer_hint));
  }
  return card("ways", t.again, ...parts, said);
}

function leaving(t, left) {
  const leave = async () => {
    await post("leave").catch(() => null);
    left();
  };
  return h("p", { class: "no-print" }, h("button", { type: "button", class: "button quiet", onclick: leave }, t.leave));
}

function card(id, title, ...content) {
  return h("section", { class: "card no-print", "aria-labelledby": `${id}-title` }, h("h2", { id: `${id}-title` }, title), ...content);
}

function field(id, label, control) {
  return h("div", { class: "field" }, h("label", { for: id }, label), control);
}

function select(id, options, chosen) {
  return h("select", { id }, options.map(([value, label]) => h("option", { value, selected: value === chosen }, label)));
}

const outcome = () => h("p", { class: "said", role: "status" });

function tell(said, words, kind) {
  said.className = `said notice ${kind}`;
  said.textContent = words;
}

async function attempt(said, t, work) {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    tell(said, t[error.code] ?? t.error, "bad");
  }
}
