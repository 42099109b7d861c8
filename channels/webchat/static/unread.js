/** Counts in the page's title what came while nobody looked. */
export class Unread {
  #count = 0;
  #title = document.title;

  arrived(count) {
    if (!document.hidden) return;
    this.#count += count;
    this.#show();
  }

  seen() {
    this.#count = 0;
    this.#show();
  }

  #show() {
    document.title = this.#count ? `(${this.#count}) ${this.#title}` : this.#title;
  }
}
