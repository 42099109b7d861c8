/**
 * What this page sends, one at a time and in order. A message keeps its id over all
 * attempts, and the server takes each id once.
 */
const PAUSES = [0.8, 2.5]; // seconds before the second and the third attempt
const LONGEST_PAUSE = 30;

export class Outgoing {
  #post;
  #on;
  #queue = [];
  #running = false;

  /**
   * `post(body)` sends. `on.sent(item, answer)`, `on.again(item)`, `on.failed(item, error)`
   * and `on.lost(item, error)` (the session is gone) tell what became of it.
   */
  constructor(post, on) {
    this.#post = post;
    this.#on = on;
  }

  /** `body` is `{ text }` or `{ choice }`; a retry passes the same id again. */
  push(id, body) {
    if (this.#queue.some((item) => item.id === id)) return;
    this.#queue.push({ id, body, attempts: 0 });
    this.#run();
  }

  clear() {
    this.#queue.length = 0;
  }

  async #run() {
    if (this.#running) return;
    this.#running = true;
    while (this.#queue.length) {
      const item = this.#queue[0];
      const pause = await this.#attempt(item);
      if (pause !== null) await sleep(pause);
      else if (this.#queue[0] === item) this.#queue.shift();
    }
    this.#running = false;
  }

  /** Seconds until it shall be tried again, or null when it is done with. */
  async #attempt(item) {
    await backOnline();
    item.attempts += 1;
    try {
      this.#on.sent(item, await this.#post({ id: item.id, ...item.body }));
    } catch (error) {
      if (error.passing && item.attempts <= PAUSES.length) {
        this.#on.again(item);
        return Math.min(error.retryAfter ?? PAUSES[item.attempts - 1], LONGEST_PAUSE);
      }
      if (error.sessionLost) this.#on.lost(item, error);
      else this.#on.failed(item, error);
    }
    return null;
  }
}

function sleep(seconds) {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}

function backOnline() {
  if (navigator.onLine !== false) return Promise.resolve();
  return new Promise((resolve) => addEventListener("online", resolve, { once: true }));
}
