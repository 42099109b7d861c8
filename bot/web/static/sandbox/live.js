/**
 * Ask again and again while somebody looks. Short requests, not a stream: a browser opens six
 * connections to a host at most, and the chat, the desk and each simulator want one.
 */
const PAUSE = 900; // milliseconds
const PAUSE_AFTER_FAILURE = 3000;

/** Call `load` at once and then over and over; `told(error)` after each time, null when it went well. */
export function live(load, told = () => {}) {
  let timer = null;
  let running = false;
  let again = false;

  async function look() {
    clearTimeout(timer);
    if (running) {
      again = true;
      return;
    }
    running = true;
    let pause = PAUSE;
    try {
      await load();
      told(null);
    } catch (error) {
      told(error);
      pause = PAUSE_AFTER_FAILURE;
    }
    running = false;
    if (!document.hidden) timer = setTimeout(look, again ? 0 : pause);
    again = false;
  }

  document.addEventListener("visibilitychange", () => document.hidden || look());
  look();
  return look;
}
