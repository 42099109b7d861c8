/**
 * One conversation as this page knows it: how it is begun or resumed, what was said,
 * what is true about it, and how something is sent. No DOM here.
 */
import { nearest, texts } from "./locales/index.js";
import { Outgoing } from "./outgoing.js";
import { Stream } from "./stream.js";
import { Transcript } from "./transcript.js";

const PAUSES = [2, 4, 8, 15, 30]; // seconds until an unreachable server is asked again
const LOOK_WHILE_PENDING = 6; // seconds; in case the news that nothing is pending any more got lost

export class Session {
  /** loading, open, unreachable, ended or no_cookies */
  phase = "loading";
  /** online or reconnecting */
  connection = "online";
  status = "bot";
  pending = false;
  typing = false;
  record = null;
  agent = null;
  transcript = new Transcript();

  #api;
  #stream;
  #outgoing;
  #on;
  #wish = {};
  #embedded;
  #heard = 0; // states that the stream has told
  #script; // the brand's script that this chat follows; undefined: the usual one
  #spoken = null; // the locale in which the bot writes
  #bodies = new Map(); // id -> what was sent under it, for a retry
  #failures = 0;
  #timer = null;
  #pendingTimer = null;

  /** `on.changed()` after every change, `on.arrived(messages)` when something new was said to the customer. */
  constructor(api, { locale, script, embedded, on }) {
    this.#api = api;
    this.#embedded = embedded;
    this.#on = on;
    this.locale = nearest(locale);
    this.#script = script;
    this.#stream = new Stream(api, {
      messages: (messages) => this.#take({ messages }),
      state: (state) => {
        this.#heard += 1;
        this.#take({ ...state, messages: [] });
      },
      connection: (connection) => this.#set({ connection }),
      lost: () => this.#end(),
    });
    this.#outgoing = new Outgoing((body) => this.#post(body), {
      sent: (item, answer) => this.#sent(item, answer),
      again: (item) => this.#mark(item.id, "again"),
      failed: (item, error) => this.#mark(item.id, "failed", reason(error)),
      lost: (item) => {
        this.#mark(item.id, "failed");
        this.#end();
      },
    });
  }

  /** Resume what this browser has, or begin. `wish` may hold an `identity` token or a `continue` token. */
  async open(wish = {}) {
    clearTimeout(this.#timer);
    this.#wish = wish;
    this.#set({ phase: "loading" });
    try {
      const snapshot = await this.#snapshot();
      this.#failures = 0;
      if (snapshot) this.#show(snapshot);
      else this.#set({ phase: "no_cookies" });
    } catch {
      const pause = PAUSES[Math.min(this.#failures, PAUSES.length - 1)];
      this.#failures += 1;
      this.#timer = setTimeout(() => this.open(this.#wish), pause * 1000);
      this.#set({ phase: "unreachable" });
    }
  }

  /** A new conversation, after the old one's session is gone. */
  async startAgain() {
    this.#stream.stop();
    this.#outgoing.clear();
    this.#bodies.clear();
    this.transcript.clear();
    Object.assign(this, { status: "bot", pending: false, typing: false, record: null, agent: null });
    await this.open({ ...this.#wish, continue: undefined });
  }

  say(text) {
    const words = text.trim();
    if (!words || this.phase !== "open") return;
    this.#send({ text: words }, words);
  }

  /** Press a choice of that message. A second press, or one that comes too late, does nothing. */
  choose(number, choice) {
    if (this.phase !== "open" || this.transcript.open !== number || this.transcript.answered(number)) return;
    this.#send({ choice: choice.id }, choice.label, number);
  }

  askForPerson() {
    this.say(texts(this.locale).talk_to_person_message);
  }

  /** The page's own words change at once; the bot is asked in the words of the new language. */
  speak(locale) {
    if (locale === this.locale) return;
    this.#set({ locale: nearest(locale) });
    this.say(texts(this.locale).switch_message);
  }

  retry(id) {
    const body = this.#bodies.get(id);
    if (!body || this.phase !== "open") return;
    this.#mark(id, "sending");
    this.#outgoing.push(id, body);
  }

  /** The network is back, or the page is shown again. */
  nudge() {
    if (this.phase === "unreachable") this.open(this.#wish);
    else if (this.phase === "open") this.#stream.nudge();
  }

  pause() {
    this.#stream.stop();
  }

  unpause() {
    if (this.phase === "open") this.#stream.start();
  }

  async #snapshot() {
    const { identity, continue: token } = this.#wish;
    if (!identity && !token) {
      const kept = await this.#api.resume(this.#script);
      if (kept) return kept;
    }
    const begun = await this.#begin(identity, token);
    // Some browsers keep no cookie of ours inside another site's page: better to learn it now.
    return this.#embedded ? this.#api.resume(this.#script) : begun;
  }

  async #begin(identity, token) {
    const body = { locale: this.locale, script: this.#script };
    try {
      return await this.#api.begin({ ...body, identity, continue: token });
    } catch (error) {
      // An expired token is no reason to let nobody in: the bot asks who is writing.
      if (error.passing || !(identity || token)) throw error;
      return (await this.#api.resume(this.#script)) ?? (await this.#api.begin(body));
    }
  }

  #show(snapshot) {
    this.phase = "open";
    this.#spoken = null;
    this.connection = "online";
    this.#take(snapshot, false);
    this.#stream.start(this.transcript.last);
  }

  #send(body, words, answers = null) {
    const id = uuid();
    this.#bodies.set(id, body);
    this.transcript.echo(id, words, answers);
    this.#outgoing.push(id, body);
    this.#on.changed();
  }

  /** What the stream has told meanwhile is newer than the answer's state, and it will tell what comes after. */
  async #post(body) {
    const heard = this.#heard;
    const answer = await this.#api.post(body);
    return heard === this.#heard ? answer : { messages: answer.messages };
  }

  #sent(item, answer) {
    this.#bodies.delete(item.id);
    this.transcript.mark(item.id, "sent");
    this.#take(answer);
  }

  #mark(id, status, why = null) {
    this.transcript.mark(id, status, why);
    this.#on.changed();
  }

  /** Whatever the server says: messages, and what is true now. What it leaves out stays as it was. */
  #take(answer, news = true) {
    const added = this.transcript.add(answer.messages);
    const { status, locale } = { ...answer.conversation, ...answer };
    if (status) this.status = status;
    this.#follow(locale);
    if ("pending" in answer) this.pending = Boolean(answer.pending);
    if (answer.record !== undefined) this.record = answer.record;
    const agents = added.filter((message) => message.author === "agent");
    if ("status" in answer) this.typing = answer.typing ?? false;
    else if (agents.length) this.typing = false;
    this.agent = agents.findLast((message) => message.name)?.name ?? this.agent;
    this.#watchPending();
    this.#on.changed();
    const heard = added.filter((message) => message.author !== "customer");
    if (news && heard.length) this.#on.arrived(heard);
  }

  /** The bot changed the language. What it spoke before the customer's own choice changes nothing. */
  #follow(locale) {
    if (!locale || locale === this.#spoken) return;
    this.#spoken = locale;
    this.locale = nearest(locale);
  }

  #watchPending() {
    clearTimeout(this.#pendingTimer);
    if (this.pending) this.#pendingTimer = setTimeout(() => this.#lookAgain(), LOOK_WHILE_PENDING * 1000);
  }

  async #lookAgain() {
    if (this.phase !== "open") return;
    await this.#stream.look();
    this.#watchPending();
  }

  #end() {
    this.#stream.stop();
    this.#outgoing.clear();
    this.#set({ phase: "ended", pending: false, typing: false });
  }

  #set(changes) {
    Object.assign(this, changes);
    this.#on.changed();
  }
}

function reason(error) {
  if (error.status === 413) return "too_long";
  if (error.status === 429) return "busy";
  return null;
}

/** crypto.randomUUID exists only on https and loopback. */
function uuid() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
