/** What is not part of the conversation: the connection, and a chat that cannot be shown. */
import { element, icon } from "./dom.js";

const CONNECTED_FOR = 3000; // milliseconds that "connected again" stays

export class Notices {
  #banner;
  #stage;
  #was = "online";
  #timer = null;

  /** `banner` is a line above the composer; `stage` stands where the messages would. */
  constructor(banner, stage) {
    this.#banner = banner;
    this.#stage = stage;
  }

  /** Returns whether something else than before stands where the messages would. */
  render(session, t, { retry, startAgain, tab }) {
    this.#connection(session, t);
    const stages = {
      loading: () => [element("span", { class: "spinner" }), element("p", {}, t.loading)],
      unreachable: () => words(t.unreachable, t.unreachable_hint, button(t.retry, retry)),
      ended: () => words(t.ended, t.ended_hint, button(t.start_again, startAgain)),
      no_cookies: () => words(t.no_cookies, t.no_cookies_hint, tabLink(t.open_in_tab, tab)),
    };
    const build = stages[session.phase];
    const key = build ? `${session.phase} ${session.locale}` : "";
    if (this.#stage.dataset.shown === key) return false;
    this.#stage.dataset.shown = key;
    this.#stage.dataset.phase = session.phase;
    this.#stage.hidden = !build;
    this.#stage.replaceChildren(...(build ? build() : []));
    return Boolean(build);
  }

  #connection(session, t) {
    if (session.phase !== "open") {
      this.#banner.hidden = true;
      return;
    }
    const now = navigator.onLine === false ? "offline" : session.connection;
    if (now === "online") this.#online(t);
    else {
      clearTimeout(this.#timer);
      this.#say(t[now], now);
    }
    this.#was = now;
  }

  #online(t) {
    if (this.#was === "online") return;
    this.#say(t.back_online, "online");
    this.#timer = setTimeout(() => (this.#banner.hidden = true), CONNECTED_FOR);
  }

  #say(words, state) {
    this.#banner.dataset.state = state;
    this.#banner.hidden = false;
    if (this.#banner.textContent !== words) this.#banner.textContent = words;
  }
}

function words(title, hint, action) {
  return [icon("alert"), element("p", { class: "title" }, title), element("p", {}, hint), action];
}

function button(label, press) {
  return element("button", { type: "button", class: "choice", onclick: press }, label);
}

function tabLink(label, href) {
  return element("a", { class: "choice", href, target: "_blank", rel: "noopener" }, label, icon("external"));
}
