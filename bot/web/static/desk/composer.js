// Where an agent writes: a reply to the customer, or a private note to colleagues.

import { h, key } from "./dom.js";

const MOST = { reply: 2000, note: 4000 };
const SOONEST = 400;

export class Composer {
  constructor({ send, claim }) {
    this.send = send;
    this.drafts = new Map();
    this.focusedAt = -Infinity;
    this.mode = "reply";
    this.area = h("textarea", { id: "words", rows: "3", "aria-describedby": "words-hint" });
    this.label = h("label", { for: "words", class: "hidden-text" });
    this.count = h("span", { class: "muted small-text", id: "words-hint" });
    this.button = h("button", { type: "submit", class: "button primary" });
    this.replyTab = this.tab("reply", "Reply", "r");
    this.noteTab = this.tab("note", "Private note", "n");
    this.claim = h("button", { type: "button", class: "button", onclick: claim }, "Claim this chat", key("c"));
    this.why = h("p", {});
    this.blocked = h("div", { class: "blocked" }, this.why, this.claim);
    this.writing = h("div", { class: "writing" }, this.label, this.area, h("div", { class: "row between" }, this.count, this.button));
    this.element = h(
      "form",
      { class: "composer", "aria-label": "Write", onsubmit: (event) => this.submit(event) },
      h("div", { class: "tabs", role: "group", "aria-label": "To whom" }, this.replyTab, this.noteTab),
      this.blocked,
      this.writing,
    );
    this.area.addEventListener("input", () => this.measure());
    this.area.addEventListener("keydown", (event) => {
      if (event.key === "r" && this.isKeyExpected(event)) return void event.preventDefault();
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) this.submit(event);
    });
  }

  tab(mode, label, letter) {
    const onclick = () => this.write(mode);
    return h("button", { type: "button", class: "tab", "aria-pressed": "false", onclick }, label, key(letter));
  }

  /** Show for a conversation; a draft stays with its conversation. */
  show(head) {
    if (this.head?.id !== head.id) {
      this.keepDraft();
      this.mode = head.may_write || head.may_claim ? "reply" : "note";
    }
    const other = this.head?.id !== head.id;
    this.head = head;
    if (other) this.takeDraft();
    this.refresh();
  }

  /** Switch to a reply or a note and put the cursor there. */
  write(mode) {
    this.keepDraft();
    this.mode = mode;
    this.takeDraft();
    this.refresh();
    (this.writing.hidden ? this.claim : this.area).focus();
  }

  /** The cursor came here by itself: who presses r for "reply" right now has not seen it yet. */
  expectKey() {
    this.focusedAt = performance.now();
  }

  isKeyExpected({ ctrlKey, metaKey, altKey }) {
    const soon = performance.now() - this.focusedAt < SOONEST;
    return soon && this.area.value === "" && !(ctrlKey || metaKey || altKey);
  }

  refresh() {
    const { may_write: mayWrite, may_claim: mayClaim, assignee, status } = this.head;
    const closed = status === "closed";
    const note = this.mode === "note";
    this.element.classList.toggle("private", note);
    this.replyTab.setAttribute("aria-pressed", String(!note));
    this.noteTab.setAttribute("aria-pressed", String(note));
    this.writing.hidden = closed || (!note && !mayWrite);
    this.blocked.hidden = !this.writing.hidden;
    this.claim.hidden = !mayClaim;
    this.why.textContent = closed
      ? "This chat has ended."
      : mayClaim
        ? "The bot answers here. Claim the chat to write to the customer."
        : `${assignee ?? "A colleague"} has this chat. You can leave a private note.`;
    this.label.textContent = note ? "Private note" : "Reply";
    this.area.placeholder = note ? "Only colleagues see this" : `Write to ${this.head.who}`;
    this.button.replaceChildren(note ? "Add note" : "Send", key("Ctrl ↵"));
    this.measure();
  }

  measure() {
    const most = MOST[this.mode];
    const length = this.area.value.length;
    const long = length > most;
    this.count.textContent = length > most - 300 ? `${length} of ${most} characters` : "";
    this.area.setAttribute("aria-invalid", String(long));
    this.button.disabled = this.sending || long || this.area.value.trim() === "";
    this.area.style.height = "auto";
    this.area.style.height = `${Math.min(this.area.scrollHeight + 2, 220)}px`;
  }

  async submit(event) {
    event.preventDefault();
    if (this.button.disabled) return;
    this.sending = true;
    this.measure();
    const text = this.area.value;
    // The same text sent again after an error has the same id: it arrives once.
    if (this.sentText !== text) Object.assign(this, { sentText: text, sentId: newId() });
    const done = await this.send(this.mode, this.sentId, text);
    this.sending = false;
    if (done) {
      this.sentText = null;
      this.area.value = "";
      this.keepDraft();
    }
    this.measure();
    this.area.focus();
  }

  keepDraft() {
    if (this.head) this.drafts.set(`${this.head.id} ${this.mode}`, this.area.value);
  }

  takeDraft() {
    this.area.value = this.drafts.get(`${this.head.id} ${this.mode}`) ?? "";
  }
}

/** A UUID; `crypto.randomUUID` is there only behind https and on loopback. */
function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
