// The event stream: it says that something changed; what changed is read again.

import { logInAgain } from "./api.js";

const LOST_AFTER = 45_000;

/** Listen, and connect again whenever the line breaks. `changed` gets ids of conversations. */
export function listen({ changed, connected, lost }) {
  let source;
  let heard = Date.now();

  function connect() {
    source = new EventSource("/desk/events");
    source.addEventListener("ready", () => {
      heard = Date.now();
      connected();
    });
    source.addEventListener("changed", (event) => {
      heard = Date.now();
      changed(JSON.parse(event.data).conversations);
    });
    source.addEventListener("ended", () => {
      source.close();
      logInAgain();
    });
    source.addEventListener("error", () => {
      lost();
      // The browser gives up for good when it is answered with an error.
      if (source.readyState === EventSource.CLOSED) setTimeout(reconnect, 3000);
    });
  }

  function reconnect() {
    source.close();
    heard = Date.now();
    connect();
  }

  // A laptop that slept, or a proxy that went away in silence, raises no error.
  setInterval(() => {
    if (Date.now() - heard > LOST_AFTER) {
      lost();
      reconnect();
    }
  }, 5000);
  addEventListener("online", reconnect);
  connect();
}
