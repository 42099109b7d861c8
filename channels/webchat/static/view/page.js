/** The chat page: finds its parts in the document and brings them up to date with the session. */
import { texts } from "../locales/index.js";
import { Composer } from "./composer.js";
import { Header } from "./header.js";
import { Log } from "./log.js";
import { Notices } from "./notices.js";
import { Typing } from "./typing.js";

const part = (name) => document.getElementById(name);

export class ChatPage {
  #session;
  #header;
  #log;
  #composer;
  #notices;
  #typing;
  #tab;
  #scheduled = false;
  #locale = null;
  #status = null;

  /** `close` is null where there is nothing to close; `tab` is the address of this chat on a page of its own. */
  constructor(session, { locales, limit, tab, close }) {
    this.#session = session;
    this.#tab = tab;
    this.#header = new Header(part("header"), {
      locales,
      askForPerson: () => this.#act(() => session.askForPerson()),
      speak: (locale) => session.speak(locale),
      close,
    });
    this.#log = new Log(part("scroller"), part("log"), part("more"));
    this.#composer = new Composer(part("composer"), { limit, send: (text) => session.say(text) });
    this.#notices = new Notices(part("banner"), part("stage"));
    this.#typing = new Typing(part("typing"), part("working"), () => this.#log.settle());
  }

  /** Bring the page up to date, once for all changes of this moment. */
  changed() {
    if (this.#scheduled) return;
    this.#scheduled = true;
    queueMicrotask(() => {
      this.#scheduled = false;
      this.#render();
    });
  }

  focus() {
    this.#composer.focus();
  }

  #render() {
    const session = this.#session;
    const t = texts(session.locale);
    this.#translate(session.locale, t);
    this.#header.render(session, t);
    this.#log.render(session, {
      t,
      locale: session.locale,
      offline: navigator.onLine === false,
      usable: session.phase === "open",
      choose: (entry, choice) => this.#act(() => session.choose(entry.number, choice)),
      retry: (id) => this.#act(() => session.retry(id)),
    });
    this.#closed(session, t);
    this.#typing.render(session, t);
    this.#composer.render(t, session.phase === "open");
    const told = this.#notices.render(session, t, {
      retry: () => session.nudge(),
      startAgain: () => this.#act(() => session.startAgain()),
      tab: this.#tab,
    });
    if (told) this.#log.toEnd();
  }

  /** What was pressed goes away or greys out; the focus must not be lost with it. */
  #act(action) {
    action();
    // On a touch screen the keyboard would cover the answer.
    if (matchMedia("(hover: none) and (pointer: coarse)").matches) part("scroller").focus({ preventScroll: true });
    else this.focus();
  }

  #closed(session, t) {
    const note = part("closed");
    note.hidden = session.status !== "closed" || session.phase !== "open";
    const words = note.hidden ? "" : t.closed;
    if (note.textContent !== words) note.textContent = words;
    if (this.#status !== session.status) {
      this.#status = session.status;
      this.#log.settle();
    }
  }

  #translate(locale, t) {
    if (this.#locale === locale) return;
    this.#locale = locale;
    document.documentElement.lang = locale;
    for (const node of document.querySelectorAll("[data-text]")) node.textContent = t[node.dataset.text];
    for (const node of document.querySelectorAll("[data-label]")) node.setAttribute("aria-label", t[node.dataset.label]);
    for (const node of document.querySelectorAll("[data-title]")) node.title = t[node.dataset.title];
  }
}
