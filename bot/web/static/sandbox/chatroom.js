/** A device's chat: its thread, kept up to date and at its end, and its composer. */
import { reconcile } from "./dom.js";
import { live } from "./live.js";
import { get, post } from "./net.js";

const NEAR = 80; // pixels from the end at which new messages are followed

export class Chatroom {
  #threadUrl;
  #actionUrl;
  #draw;
  #changed;
  #last = 0;
  #look;
  #trouble = "";
  #scroller = document.getElementById("scroller");
  #thread = document.getElementById("thread");
  #empty = document.getElementById("empty");
  #status = document.getElementById("status");
  #input = document.getElementById("input");

  /** `draw(message)` gives a node; `changed(news)` hears of everything; `say(text)` sends what was typed. */
  constructor({ threadUrl, actionUrl, draw, changed, say }) {
    this.#threadUrl = threadUrl;
    this.#actionUrl = actionUrl;
    this.#draw = draw;
    this.#changed = changed;
    document.getElementById("composer").addEventListener("submit", (event) => {
      event.preventDefault();
      const text = this.#input.value.trim();
      if (!text) return;
      this.#input.value = "";
      say(text);
    });
    this.#input.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      event.target.form.requestSubmit();
    });
    this.#look = live(
      () => this.#load(),
      (error) => this.#show(error?.message ?? this.#trouble),
    );
  }

  get input() {
    return this.#input;
  }

  /** Do something as the person; our webhook's answer is looked at for them. */
  async act(body) {
    try {
      const asked = post(this.#actionUrl, body);
      setTimeout(this.#look, 120); // what was written shows while the webhook still works on it
      const { webhook } = await asked;
      this.#trouble = complaint(webhook);
    } catch (error) {
      this.#trouble = error.message;
    }
    this.#show(this.#trouble);
    this.#look();
  }

  async #load() {
    const news = await get(`${this.#threadUrl}&since=${this.#last}`);
    if (!news.messages) return;
    const follow = this.#scroller.scrollHeight - this.#scroller.scrollTop - this.#scroller.clientHeight < NEAR;
    const first = this.#last === 0;
    this.#last = news.last;
    reconcile(this.#thread, news.messages, this.#draw);
    this.#empty.hidden = news.messages.length > 0;
    this.#changed(news);
    if (follow || first) this.#scroller.scrollTop = this.#scroller.scrollHeight;
  }

  #show(words) {
    this.#status.textContent = words;
    this.#status.hidden = !words;
  }
}

function complaint(status) {
  if (status === null) return "The webhook did not answer. The text is kept; look at the log of the web process.";
  return status < 300 ? "" : `The webhook answered ${status}. Look at the log of the web process.`;
}
