/** The chat page's entry: reads what the server wrote into the page and wires the modules together. */
import { paint } from "./accent.js";
import { Api } from "./api.js";
import { embedded, hello, listen, tell } from "./frame.js";
import { nearest } from "./locales/index.js";
import { Session } from "./session.js";
import { Unread } from "./unread.js";
import { followViewport } from "./viewport.js";
import { ChatPage } from "./view/page.js";

const config = JSON.parse(document.getElementById("config").textContent);

paint(document.documentElement, config.accent);
document.documentElement.classList.toggle("embedded", embedded);
followViewport();

const unread = new Unread();
const session = new Session(new Api(config.base), {
  locale: config.locale,
  script: config.script ?? undefined,
  embedded,
  on: {
    changed: () => page.changed(),
    arrived: ({ length }) => {
      unread.arrived(length);
      tell("arrived", { count: length });
    },
  },
});
const page = new ChatPage(session, {
  locales: config.locales,
  limit: config.max_characters,
  tab: config.script ? `${config.base}/?script=${encodeURIComponent(config.script)}` : `${config.base}/`,
  close: embedded ? () => tell("close") : null,
});

addEventListener("online", () => {
  page.changed();
  session.nudge();
});
addEventListener("offline", () => page.changed());
addEventListener("pagehide", () => session.pause());
addEventListener("pageshow", (event) => event.persisted && session.unpause());
document.addEventListener("visibilitychange", () => {
  if (document.hidden) return;
  unread.seen();
  session.nudge();
});

if (embedded) {
  listen("opened", () => page.focus());
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.isComposing && !event.defaultPrevented) tell("close");
  });
} else {
  page.focus();
}

const { identity, locale } = await hello();
if (locale) session.locale = nearest(locale);
await session.open({ identity, continue: continueToken() });

/** A link from another channel carries a single-use token; it must not stay in the address. */
function continueToken() {
  const address = new URL(location.href);
  const fragment = new URLSearchParams(address.hash.slice(1));
  const token = address.searchParams.get("continue") ?? fragment.get("continue") ?? undefined;
  if (token) {
    address.searchParams.delete("continue");
    address.hash = "";
    history.replaceState(null, "", address);
  }
  return token;
}
