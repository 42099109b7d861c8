/**
 * What has been said, in order: the server's messages by number, and after them the
 * echoes of what this page has sent and the server has not shown yet. No DOM here.
 */
export class Transcript {
  #messages = new Map(); // number -> message
  #echoes = new Map(); // id -> echo
  #keys = new Map(); // number -> id of the echo that it took the place of
  #used = new Set(); // numbers of messages whose choice was pressed

  /** The number of the newest message of the server, 0 when there is none. */
  get last() {
    return Math.max(0, ...this.#messages.keys());
  }

  /** Take in messages; known numbers are ignored. Returns those that are new. */
  add(messages) {
    const added = [];
    for (const message of messages ?? []) {
      const number = Number(message.number);
      if (!Number.isInteger(number) || this.#messages.has(number)) continue;
      this.#messages.set(number, { ...message, number });
      if (message.author === "customer") this.#adopt(message, number);
      added.push(message);
    }
    return added;
  }

  /** Show what was just sent before the server has it. `answers` is the number of the message whose choice it is. */
  echo(id, text, answers = null) {
    this.#echoes.set(id, { id, text, answers, at: new Date().toISOString(), status: "sending", reason: null });
    if (answers !== null) this.#used.add(answers);
  }

  mark(id, status, reason = null) {
    const echo = this.#echoes.get(id);
    if (!echo) return;
    Object.assign(echo, { status, reason });
    if (echo.answers === null) return;
    if (status === "failed") this.#used.delete(echo.answers);
    else this.#used.add(echo.answers);
  }

  clear() {
    for (const kept of [this.#messages, this.#echoes, this.#keys, this.#used]) kept.clear();
  }

  /** Everything to show, oldest first. An echo keeps its key when the server's message takes its place. */
  entries() {
    const numbers = [...this.#messages.keys()].sort((a, b) => a - b);
    const said = numbers.map((number) => ({
      ...this.#messages.get(number),
      key: this.#keys.get(number) ?? `n${number}`,
      status: "sent",
    }));
    const waiting = [...this.#echoes.values()].map((echo) => ({
      ...echo,
      key: echo.id,
      author: "customer",
      number: null,
    }));
    return [...said, ...waiting];
  }

  /** Number of the message whose choices can be pressed: the last that has any, unless the customer answered since. */
  get open() {
    let open = null;
    for (const entry of this.entries()) {
      if (entry.author === "customer" && entry.status !== "failed") {
        // Until it has arrived the choices stay in place, greyed, so that nothing jumps.
        if (entry.status === "sent") open = null;
      } else if (entry.choices?.length) {
        open = entry.number;
      }
    }
    return open;
  }

  /** Whether an answer to that message is on its way. */
  answered(number) {
    return this.#used.has(number);
  }

  get sending() {
    return [...this.#echoes.values()].some((echo) => echo.status === "sending" || echo.status === "again");
  }

  #adopt(message, number) {
    const echo = this.#echoes.get(message.client_id ?? message.reply_to) ?? this.#lookalike(message);
    if (!echo) return;
    this.#keys.set(number, echo.id);
    this.#echoes.delete(echo.id);
  }

  /** For a message without our id: the oldest echo with the same words. */
  #lookalike(message) {
    if (message.client_id ?? message.reply_to) return null;
    return [...this.#echoes.values()].find((echo) => echo.text === message.text);
  }
}
