/** The transcript on the page: keeps one node a message, in order, and scrolls as a reader would want. */
import { messageNode, updateMessage } from "./message.js";
import { day } from "./times.js";

const GROUP_WITHIN = 5 * 60_000; // milliseconds between messages of one group
const NEAR = 80; // pixels from the bottom that count as reading along
const BATCH_WITHIN = 1500; // milliseconds; what comes together is read from its beginning

export class Log {
  #scroller;
  #log;
  #more;
  #nodes = new Map(); // key -> node
  #newest = null; // the first of the messages that came last
  #newestAt = -BATCH_WITHIN;
  #stick = true;

  /** `scroller` scrolls; `log` inside it holds the messages; `more` is the button that tells of new ones below. */
  constructor(scroller, log, more) {
    this.#scroller = scroller;
    this.#log = log;
    this.#more = more;
    scroller.addEventListener("scroll", () => this.#scrolled(), { passive: true });
    more.addEventListener("click", () => this.toEnd());
    new ResizeObserver(() => this.#stick && this.toEnd()).observe(scroller);
  }

  render(session, context) {
    const entries = arranged(session, context);
    const fresh = entries.filter((entry) => !this.#nodes.has(entry.key));
    this.#remove(new Set(entries.map((entry) => entry.key)));
    let previous = null;
    for (const entry of entries) {
      const node = this.#nodes.get(entry.key) ?? messageNode();
      this.#nodes.set(entry.key, node);
      updateMessage(node, entry, context);
      const place = previous ? previous.nextSibling : this.#log.firstChild;
      if (place !== node) this.#log.insertBefore(node, place);
      previous = node;
    }
    this.#follow(fresh);
  }

  toEnd() {
    this.#stick = true;
    this.#more.hidden = true;
    this.#scroller.scrollTop = this.#scroller.scrollHeight;
  }

  /** After the size of what is below the messages changed. */
  settle() {
    if (this.#stick) this.#follow([]);
  }

  #remove(kept) {
    for (const [key, node] of this.#nodes) {
      if (kept.has(key)) continue;
      node.remove();
      this.#nodes.delete(key);
    }
  }

  /** To the end, but not past the beginning of what is new. */
  #follow(fresh) {
    const own = fresh.some((entry) => entry.author === "customer");
    if (own) this.#newest = null;
    else if (fresh.length && !(this.#newest && performance.now() - this.#newestAt < BATCH_WITHIN)) {
      this.#newest = this.#nodes.get(fresh[0].key);
      this.#newestAt = performance.now();
    }
    if (this.#stick || own) this.#scroll();
    else if (fresh.length) this.#more.hidden = false;
  }

  #scroll() {
    const end = this.#scroller.scrollHeight - this.#scroller.clientHeight;
    const start = this.#newest?.isConnected ? this.#newest.offsetTop - 8 : end;
    this.#scroller.scrollTop = end - start < NEAR ? end : start;
    this.#stick = true;
    this.#more.hidden = end - start < NEAR;
  }

  #scrolled() {
    const { scrollHeight, scrollTop, clientHeight } = this.#scroller;
    const near = scrollHeight - scrollTop - clientHeight < NEAR;
    const reading = this.#newest?.isConnected && scrollTop >= this.#newest.offsetTop - NEAR;
    this.#stick = near || Boolean(reading);
    if (near) this.#more.hidden = true;
  }
}

/** The transcript's entries with what their neighbours and the session's state decide. */
function arranged(session, { t, locale, usable }) {
  const entries = session.transcript.entries();
  const open = session.transcript.open;
  const receipts = receiptNumbers(entries, session.record);
  let agent = null;
  return entries.map((entry, at) => {
    const previous = entries[at - 1];
    const next = entries[at + 1];
    const dayName = day(entry.at, locale, t);
    const newDay = dayName !== (previous && day(previous.at, locale, t));
    const joins = entry.author === "agent" && entry.name && entry.name !== agent ? entry.name : null;
    agent = joins ?? agent;
    return {
      ...entry,
      dayName: newDay && (previous || dayName !== t.today) ? dayName : null,
      joins: joins && !announced(previous, joins) ? joins : null,
      first: newDay || !together(previous, entry),
      last: !together(entry, next),
      receiptNumber: receipts.get(entry.key) ?? null,
      open: entry.number !== null && entry.number === open,
      answered: !usable || (entry.number !== null && session.transcript.answered(entry.number)),
    };
  });
}

function together(one, other) {
  if (!one || !other || one.author !== other.author || one.name !== other.name) return false;
  return Math.abs(Date.parse(other.at) - Date.parse(one.at)) < GROUP_WITHIN;
}

function announced(previous, name) {
  return previous?.author === "system" && previous.text?.includes(name);
}

/** Key of a message -> the record's number, for those that are receipts. */
function receiptNumbers(entries, record) {
  const found = new Map();
  for (const entry of entries) {
    if (entry.author === "bot" && entry.receipt?.number) found.set(entry.key, entry.receipt.number);
  }
  if (found.size || !record?.number) return found;
  // The server did not mark it: the first message that names the record's number, and its repeats.
  const text = entries.find((entry) => entry.author === "bot" && entry.text?.includes(record.number))?.text;
  for (const entry of entries) if (text && entry.text === text) found.set(entry.key, record.number);
  return found;
}
