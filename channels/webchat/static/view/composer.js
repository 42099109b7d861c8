/** Where the customer writes. Enter sends, Shift and Enter begin a new line. */
import { fill } from "../locales/index.js";

const COUNT_FROM = 0.9; // the share of the limit from which the counter is shown

export class Composer {
  #form;
  #input;
  #button;
  #counter;
  #limit;
  #t = null;
  #usable = false;

  /** `send(text)` is called with what was written. */
  constructor(form, { limit, send }) {
    this.#form = form;
    this.#input = form.querySelector("textarea");
    this.#button = form.querySelector(".send");
    this.#counter = form.querySelector(".counter");
    this.#limit = limit;
    this.#input.addEventListener("input", () => this.#update());
    this.#input.addEventListener("keydown", (event) => this.#key(event));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submit(send);
    });
  }

  /** The input's text is kept; nothing can be sent while `usable` is false. */
  render(t, usable) {
    this.#t = t;
    this.#usable = usable;
    this.#input.placeholder = t.write;
    this.#update();
  }

  focus() {
    this.#input.focus({ preventScroll: true });
  }

  #key(event) {
    // While an input method composes a word, Enter belongs to it.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    this.#form.requestSubmit();
  }

  #submit(send) {
    const text = this.#input.value.trim();
    if (!text || !this.#usable || this.#over > 0) return;
    this.#input.value = "";
    this.#update();
    send(text);
    this.focus();
  }

  get #over() {
    return [...this.#input.value.trim()].length - this.#limit;
  }

  #update() {
    this.#grow();
    const over = this.#over;
    const near = over > -this.#limit * (1 - COUNT_FROM);
    const words = over > 0 ? this.#t?.characters_over : this.#t?.characters_left;
    this.#counter.textContent = near && words ? fill(words, { count: Math.abs(over) }) : "";
    this.#counter.hidden = !near;
    this.#counter.classList.toggle("over", over > 0);
    this.#input.setAttribute("aria-invalid", String(over > 0));
    this.#button.disabled = !this.#usable || over > 0 || this.#input.value.trim() === "";
  }

  #grow() {
    this.#input.style.height = "auto";
    this.#input.style.height = `${this.#input.scrollHeight + 2}px`;
  }
}
