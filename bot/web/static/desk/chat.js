// The middle pane: one conversation with its head, transcript and composer; and the panel beside it.

import { get, post } from "./api.js";
import { Composer } from "./composer.js";
import { ask } from "./dialogs.js";
import { h, key } from "./dom.js";
import { day, fullTime, money, since } from "./format.js";
import { icon } from "./icons.js";
import { declaration, panel } from "./panel.js";
import { attempt, toast } from "./toast.js";
import { Transcript } from "./transcript.js";

const UNSETTLED = new Set(["queued", "sent"]);
const STATUS = { bot: ["Bot answers", ""], waiting: ["Waiting", "warn"], agent: ["", "good"], closed: ["Ended", ""] };

export class ChatPane {
  constructor({ changed, closed }) {
    this.desk = document.querySelector(".desk");
    this.element = document.getElementById("chat");
    this.panel = document.getElementById("panel");
    this.changed = changed;
    this.closed = closed;
    this.composer = new Composer({ send: (...words) => this.send(...words), claim: () => this.claim() });
  }

  async open(id) {
    if (this.id === id && this.data) return this.focus();
    Object.assign(this, { id, data: null, older: [], shown: null });
    this.transcript = new Transcript(() => this.readEarlier());
    this.element.replaceChildren(h("p", { class: "loading muted" }, "Loading…"));
    await this.read();
    this.focus();
  }

  close() {
    Object.assign(this, { id: null, data: null });
    this.desk.classList.remove("with-panel");
    this.panel.replaceChildren();
    const words = h("p", {}, "Press ", key("j"), " and ", key("k"), " to move in the list and ", key("Enter"), " to open. ", key("?"), " shows all keys.");
    this.element.replaceChildren(h("div", { class: "empty" }, h("strong", {}, "Pick a conversation"), words));
  }

  async read() {
    const id = this.id;
    if (!id) return;
    clearTimeout(this.timer);
    this.timer = null;
    try {
      const data = await get(`conversations/${id}`);
      if (id !== this.id) return;
      this.data = data;
      this.show();
    } catch (error) {
      if (id === this.id && !this.data) this.showError(error);
    }
  }

  readSoon() {
    this.timer ??= setTimeout(() => this.read(), 100);
  }

  async readEarlier() {
    const first = (this.older[0] ?? this.data.messages[0]).number;
    await attempt(async () => {
      const page = await get(`conversations/${this.id}?before=${first}`);
      this.older = [...page.messages, ...this.older];
      this.olderEarlier = page.earlier;
      this.show();
    });
  }

  /** Whether something is under way whose end nobody announces: a message being sent, a case being carried out. */
  isUnsettled() {
    if (!this.data) return false;
    const { messages, panel: about } = this.data;
    if (about.cases.some((each) => each.letters?.some((letter) => letter.state === "being made"))) return true;
    return messages.slice(-20).some((each) => UNSETTLED.has(each.delivery)) || about.cases[0]?.status === "accepted";
  }

  show() {
    const { head, messages, earlier, panel: about } = this.data;
    const first = messages[0]?.number ?? 0;
    const older = this.older.filter((each) => each.number < first);
    if (!this.transcript.element.isConnected) this.build();
    this.showHead(head);
    this.transcript.show([...older, ...messages], { earlier: older.length ? this.olderEarlier : earlier, who: head.who, lang: head.locale });
    this.composer.show(head);
    const signature = JSON.stringify([about, head.may_write]);
    if (signature !== this.shown) {
      this.shown = signature;
      const act = {
        settled: this.changed,
        match: () => this.match(),
        uphold: (each) => this.uphold(each),
        takeBack: (each) => this.takeBack(each),
        resend: (each) => this.resend(each),
        letter: (each) => this.letter(each),
        prefer: () => this.prefer(),
        close: () => this.toggleDetails(),
      };
      this.panel.replaceChildren(...panel(about, head, act));
    }
    if (head.mine && head.unread && document.visibilityState === "visible") post(`conversations/${this.id}/read`).catch(() => {});
  }

  build() {
    this.head = h("header", { class: "chat-head" });
    this.element.replaceChildren(this.head, this.transcript.element, this.composer.element);
  }

  showHead(head) {
    const [label, kind] = STATUS[head.status];
    const status = head.status === "agent" ? (head.mine ? "Yours" : head.assignee) : label;
    const waiting = head.status === "waiting" && head.waiting_since ? since(head.waiting_since) : "now";
    const waits = waiting === "now" ? "" : ` ${waiting}`;
    const signature = JSON.stringify([head, waits]);
    if (this.head.signature === signature) return;
    this.head.signature = signature;
    const focused = this.head.contains(document.activeElement) ? document.activeElement.dataset.action : null;
    this.head.replaceChildren(
      h("button", { type: "button", class: "button quiet small only-phone", "data-action": "back", onclick: this.closed }, "← List"),
      h("div", { class: "about" },
        h("h2", {}, icon(head.channel, head.channel_name), head.who),
        h("p", { class: "row small-text" }, h("span", { class: `badge ${kind}`, title: waits ? `Waiting since ${fullTime(head.waiting_since)}` : null }, `${status}${waits}`),
          head.reason ? h("span", { class: head.reason_code === "danger" ? "badge bad" : "badge warn" }, head.reason) : null,
          h("span", { class: "muted" }, `${head.channel_name} · ${head.locale}`))),
      this.action("details", "Details", "d", () => this.toggleDetails(), "only-narrow"),
      h("div", { class: "row actions" }, ...this.actions(head)),
    );
    if (focused) (this.head.querySelector(`[data-action="${focused}"]`) ?? this.transcript.scroller).focus();
  }

  actions(head) {
    const act = (...about) => this.action(...about);
    return [
      head.may_claim ? act("claim", "Claim", "c", () => this.claim(), "primary") : null,
      head.may_write ? act("resolve", "Resolve", "e", () => this.resolve(), "primary") : null,
      head.may_write ? act("return", "Give to bot", "b", () => this.giveBack()) : null,
      head.may_write ? act("transfer", "Transfer", "t", () => this.transfer()) : null,
    ];
  }

  action(name, label, letter, onclick, kind = "") {
    return h("button", { type: "button", class: `button small ${kind}`, "data-action": name, onclick }, label, key(letter));
  }

  showError(error) {
    const retry = error.status === 404 || error.status === 410 ? null : h("button", { type: "button", class: "button", onclick: () => this.read() }, "Try again");
    const back = h("button", { type: "button", class: "button", onclick: this.closed }, "Back to the list");
    this.element.replaceChildren(h("div", { class: "empty", role: "alert" }, h("strong", {}, "This conversation cannot be shown"), h("p", {}, error.message), h("div", { class: "row" }, retry, back)));
    this.panel.replaceChildren();
  }

  /** Put the focus into the conversation, where keys work and the transcript scrolls. */
  focus() {
    this.transcript?.scroller.focus({ preventScroll: true });
  }

  write(mode) {
    if (this.data) this.composer.write(mode);
  }

  async claim() {
    if (!this.data?.head.may_claim) return;
    await this.act("claim", {}, "You have this chat now. The customer was told.");
    if (!this.data?.head.may_write) return;
    this.write("reply");
    this.composer.expectKey();
  }

  async giveBack() {
    if (this.data?.head.may_write) await this.act("return", {}, "The bot answers again.");
  }

  async resolve() {
    if (!this.data?.head.may_write) return;
    const fields = [{ name: "outcome", label: "How was it settled?", hint: "For colleagues; the customer is told that it is finished." }];
    const given = await ask({ title: "Resolve", confirm: "Resolve", fields });
    if (given) await this.act("resolve", given, "Resolved.");
  }

  async transfer() {
    if (!this.data?.head.may_write) return;
    let others = [];
    if (!(await attempt(async () => { others = (await get("colleagues")).items.filter((each) => !each.me || !this.data.head.mine); }))) return;
    if (others.length === 0) return void attempt(() => Promise.reject(new Error("You have no colleagues here yet.")));
    const options = others.map((each) => [each.id, each.me ? `${each.name} (you)` : each.name]);
    const given = await ask({ title: "Transfer", confirm: "Transfer", fields: [{ name: "to", label: "To whom?", options }] });
    if (given) await this.act("transfer", given, "Transferred.");
  }

  async match() {
    if (!this.data?.head.may_write || this.data.panel.customer.identified) return;
    const { id } = this;
    const found = await ask({
      title: "Match to a customer",
      words: "It goes on as if the customer had been identified by a code: they confirm, or what they declared is carried out.",
      about: this.ownWords(),
      confirm: "Look up",
      fields: [{ name: "account", label: "Account number", value: this.namedAccount() }],
      submit: ({ account }) => get(`customer?account=${encodeURIComponent(account)}&conversation=${id}`),
    });
    if (!found) return;
    const orders = found.orders.map((each) => `order ${each.number} (${each.lines.join(", ")})`).join("; ");
    const services = found.services.map((each) => `${each.name}, ${money(each.price)} a ${each.interval}, ${each.status}`).join("; ");
    const matched = await ask({
      title: `Is this ${found.name}?`,
      words: `Account ${found.ref}. ${[services, orders].filter(Boolean).join("; ") || "Nothing to cancel."}`,
      about: this.ownWords(),
      confirm: "Yes, match",
      fields: [],
      submit: () => post(`conversations/${id}/match`, { account: found.ref }),
    });
    if (matched) await this.told("Matched.");
  }

  /** Tell the customer why something that they dispute is ended all the same: this case, or the first disputed one. */
  async uphold(each = this.ending("may_be_upheld")) {
    if (!this.data?.head.may_write || !each) return;
    const fields = [{ name: "reason", label: "Why does it stand?", hint: "The customer reads this." }];
    const given = await ask({
      title: "It stands",
      words: `${each.service} ends on ${day(each.ending.last_day)} all the same.`,
      confirm: "Tell the customer",
      fields,
      submit: ({ reason }) => post(`conversations/${this.id}/uphold`, { case: each.id, reason }),
    });
    if (given) await this.told("It stands. The customer was told.");
  }

  /** What the brand wanted to end goes on: this case, or the first such one. */
  async takeBack(each = this.ending("may_be_taken_back")) {
    if (!this.data?.head.may_write || !each) return;
    const fields = [{ name: "note", label: "Why?", hint: "For colleagues. The customer is told that it goes on." }];
    const given = await ask({
      title: "Take it back",
      words: `${each.service} goes on as before.`,
      confirm: "Take it back",
      fields,
      submit: ({ note }) => post(`conversations/${this.id}/take-back`, { case: each.id, note }),
    });
    if (given) await this.told("Taken back. The customer was told.");
  }

  /** Send the confirmation again by a way that the customer can be reached by: of this case, or the first one. */
  async resend(each = this.data?.panel.cases.find((one) => one.record)) {
    if (!each) return;
    const { id } = this;
    let ways = [];
    if (!(await attempt(async () => { ways = (await get(`conversations/${id}/records/${each.record}/ways`)).items; }))) return;
    if (ways.length === 0) return toast("There is no address to send it to.", "bad");
    const given = await ask({
      title: `Send ${each.record} again`,
      words: "The same receipt and the same PDF, to the address that is known.",
      confirm: "Send",
      fields: [{ name: "by", label: "By", options: ways.map(({ way, name }) => [way, name]) }],
      submit: ({ by }) => post(`conversations/${id}/resend`, { record: each.record, by }),
    });
    if (given) await this.told("It is on its way.");
  }

  /** Send the confirmation by post: the address can be put right before, for this letter. */
  async letter(each = this.data?.panel.cases.find((one) => one.record && one.letters)) {
    if (!each) return;
    const { id } = this;
    let envelope = null;
    if (!(await attempt(async () => { envelope = await get(`conversations/${id}/records/${each.record}/envelope`); }))) return;
    const before = envelope.ordered ? " A letter about it was ordered before; this is another one." : "";
    const given = await ask({
      title: `Send ${each.record} as a letter`,
      words: `To ${envelope.name}. It is sealed and waits for the next print run.${before}`,
      about: envelope.problem ? h("p", { class: "wrong" }, `${envelope.problem[0].toUpperCase()}${envelope.problem.slice(1)}.`) : null,
      confirm: envelope.ordered ? "Order another letter" : "Order the letter",
      fields: [
        { name: "lines", label: "Address below the name", type: "lines", rows: envelope.most_lines, value: envelope.lines.join("\n"),
          hint: `At most ${envelope.most_lines} lines, about ${envelope.letters_in_line} letters each. What you change here holds for this letter only.` },
        { name: "country", label: "Country", value: envelope.country, hint: "Two letters, such as DE." },
      ],
      submit: ({ lines, country }) => post(`conversations/${id}/letter`, { record: each.record, lines, country, again: envelope.ordered }),
    });
    if (given) await this.told("The letter is ordered.");
  }

  /** By which way the customer wants confirmations from now on; the mail always goes. */
  async prefer() {
    if (!this.data?.panel.customer.identified) return;
    const { id } = this;
    let found = null;
    if (!(await attempt(async () => { found = await get(`conversations/${id}/preference`); }))) return;
    const named = (way, name) => [way, way === "mail" ? "mail alone" : `mail and ${name}`];
    const first = found.ways.filter(({ way }) => way === found.preferred);
    const others = found.ways.filter(({ way }) => way !== found.preferred);
    if (found.ways.length === 0) return toast("There is no address to send them to.", "bad");
    const given = await ask({
      title: "Confirmations from now on",
      words: "As the customer prefers. The mail always goes, since it lasts.",
      confirm: "Keep",
      fields: [{ name: "by", label: "By", options: [...first, ...others].map(({ way, name }) => named(way, name)) }],
      submit: ({ by }) => post(`conversations/${id}/prefer`, { by }),
    });
    if (given) await this.told("It is kept.");
  }

  ending(may) {
    return this.data?.panel.cases.find((each) => each.ending?.[may]);
  }

  async told(words) {
    toast(words);
    await this.changed();
  }

  /** The number that a declaration names, to begin with. */
  namedAccount() {
    const declared = this.data.panel.cases.find((each) => each.declaration)?.declaration;
    return declared?.named.find(({ kind }) => kind === "account")?.value ?? "";
  }

  /** What the customer said of themselves, to compare with. */
  ownWords() {
    const { cases, customer } = this.data.panel;
    const declared = cases.find((each) => each.declaration)?.declaration ?? null;
    if (declared) return declaration(declared);
    return customer.given ? h("p", {}, "Gave as identification: ", h("span", { class: "mono" }, customer.given)) : null;
  }

  async send(mode, id, text) {
    const done = await attempt(() => post(`conversations/${this.id}/${mode === "note" ? "notes" : "messages"}`, { id, text }));
    // Not waited for: whoever was refused may send again at once.
    this.changed().then(() => this.transcript.toEnd());
    return done;
  }

  async act(name, body, words) {
    await attempt(() => post(`conversations/${this.id}/${name}`, body), words);
    await this.changed();
  }

  toggleDetails() {
    this.desk.classList.toggle("with-panel");
  }
}
