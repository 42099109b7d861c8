/**
 * New messages as they come: an event stream, reconnected with growing pauses, and
 * plain polling while streams do not get through (some proxies hold them back).
 *
 * The cursor moves only with what came in order (a snapshot, the stream, a poll), so a
 * reconnect asks for everything after it; the transcript drops what it has already.
 */
const PAUSES = [0.4, 1, 2, 5, 10, 20]; // seconds before the next attempt
const FAILURES_BEFORE_POLLING = 3;
const POLL_EVERY = 3;
const STREAM_AGAIN_AFTER = 60; // seconds of polling
const FIRST_EVENT_WITHIN = 12; // the server sends a state at once; a stream without one is held back by a proxy
const SILENCE_AFTER_PING = 60; // servers that send pings do so more often than this

export class Stream {
  #api;
  #on;
  #cursor = 0;
  #source = null;
  #timer = null;
  #watchdog = null;
  #failures = 0;
  #pollingSince = null;
  #pings = false;
  #running = false;

  /** `on.messages(list)`, `on.state(state)`, `on.connection("online" | "reconnecting")`, `on.lost()`. */
  constructor(api, on) {
    this.#api = api;
    this.#on = on;
  }

  /** Start after the snapshot whose newest message has this number, or where it stopped. */
  start(cursor = this.#cursor) {
    this.stop();
    this.#cursor = cursor;
    this.#running = true;
    this.#failures = 0;
    this.#pollingSince = null;
    this.#connect();
  }

  stop() {
    this.#running = false;
    this.#close();
    clearTimeout(this.#timer);
  }

  /** Something suggests that now is a good time: the network is back, the page is shown again. */
  nudge() {
    if (!this.#running || this.#source?.readyState === EventSource.OPEN) return;
    clearTimeout(this.#timer);
    this.#pollingSince = null;
    this.#connect();
  }

  /** Ask once for what is new, beside the stream. */
  async look() {
    try {
      this.#take(await this.#api.since(this.#cursor));
    } catch {
      // The stream or the next poll will tell.
    }
  }

  #connect() {
    this.#close();
    const source = new EventSource(this.#api.eventsUrl(this.#cursor));
    this.#source = source;
    this.#watch(FIRST_EVENT_WITHIN);
    const heard = (event, handle) => {
      if (source !== this.#source) return;
      this.#alive();
      if (handle) this.#read(event, handle);
    };
    source.addEventListener("message", (event) => heard(event, (message) => this.#message(message)));
    source.addEventListener("state", (event) => heard(event, (state) => this.#on.state(state)));
    source.addEventListener("ping", (event) => {
      this.#pings = true;
      heard(event, null);
    });
    source.addEventListener("error", () => source === this.#source && this.#failed());
  }

  #read(event, handle) {
    let data;
    try {
      data = JSON.parse(event.data);
    } catch {
      return; // cut in the middle; what is missing comes again after the reconnect
    }
    handle(data);
  }

  #message(message) {
    this.#cursor = Math.max(this.#cursor, Number(message.number) || 0);
    this.#on.messages([message]);
  }

  #alive() {
    this.#failures = 0;
    this.#pollingSince = null;
    this.#on.connection("online");
    if (this.#pings) this.#watch(SILENCE_AFTER_PING);
    else clearTimeout(this.#watchdog);
  }

  #watch(seconds) {
    clearTimeout(this.#watchdog);
    this.#watchdog = setTimeout(() => this.#failed(), seconds * 1000);
  }

  #failed() {
    this.#close();
    if (!this.#running) return;
    this.#failures += 1;
    if (this.#failures >= FAILURES_BEFORE_POLLING) {
      this.#pollingSince = Date.now();
      this.#poll();
    } else {
      if (this.#failures > 1) this.#on.connection("reconnecting");
      this.#later(() => this.#connect(), this.#pause());
    }
  }

  async #poll() {
    try {
      const answer = await this.#api.since(this.#cursor);
      if (!this.#running) return;
      this.#take(answer);
      this.#failures = FAILURES_BEFORE_POLLING - 1;
      this.#on.connection("online");
    } catch (error) {
      if (!this.#running) return;
      if (error.sessionLost) {
        this.stop();
        this.#on.lost();
        return;
      }
      this.#failures += 1;
      this.#on.connection("reconnecting");
    }
    const polled = (Date.now() - this.#pollingSince) / 1000;
    if (polled > STREAM_AGAIN_AFTER) this.#later(() => this.#connect(), POLL_EVERY);
    else this.#later(() => this.#poll(), Math.max(POLL_EVERY, this.#failures > 3 ? this.#pause() : 0));
  }

  #take(answer) {
    for (const message of answer.messages ?? []) {
      this.#cursor = Math.max(this.#cursor, Number(message.number) || 0);
    }
    this.#on.messages(answer.messages ?? []);
    this.#on.state(answer);
  }

  /** With some chance in it, so that after an outage not everybody comes back at the same moment. */
  #pause() {
    const pause = PAUSES[Math.min(this.#failures, PAUSES.length) - 1];
    return pause * (0.75 + Math.random() / 2);
  }

  #later(action, seconds) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#running && action(), seconds * 1000);
  }

  #close() {
    clearTimeout(this.#watchdog);
    this.#source?.close();
    this.#source = null;
  }
}
