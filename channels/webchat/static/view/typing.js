/** Three dots while an answer is on its way; in words, for screen readers, only when it takes long. */
import { fill } from "../locales/index.js";

const SHOW_AFTER = 250; // milliseconds; a quick answer needs no dots
const WORDS_AFTER = 3000;

export class Typing {
  #dots;
  #words;
  #after;
  #timers = [];
  #shown = false;

  /** `after()` is called when the dots come or go, since the page's height changes. */
  constructor(dots, words, after) {
    this.#dots = dots;
    this.#words = words;
    this.#after = after;
  }

  render(session, t) {
    const agent = session.typing === true ? (session.agent ?? t.author_agent) : session.typing;
    const bot = session.status === "bot" || session.status === "closed";
    const working = session.pending || (bot && session.transcript.sending && navigator.onLine !== false);
    const shown = session.phase === "open" && Boolean(agent || working);
    this.#dots.dataset.author = agent ? "agent" : "bot";
    this.#dots.querySelector(".name").textContent = agent ? fill(t.typing_agent, { name: agent }) : "";
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#timers.forEach(clearTimeout);
    this.#timers = [];
    this.#words.textContent = "";
    if (!shown) this.#show(false);
    else {
      this.#timers.push(setTimeout(() => this.#show(true), SHOW_AFTER));
      this.#timers.push(setTimeout(() => (this.#words.textContent = agent ? "" : t.working), WORDS_AFTER));
    }
  }

  #show(shown) {
    if (this.#dots.hidden === !shown) return;
    this.#dots.hidden = !shown;
    this.#after();
  }
}
