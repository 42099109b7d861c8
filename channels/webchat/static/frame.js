/**
 * Talk with the page that embeds us. Nothing secret goes out; what comes in is taken
 * from our embedder only, and only the brand's pages may embed us (frame-ancestors).
 */
const SOURCE = "cancelbot";
const HELLO_WITHIN = 1500; // milliseconds; a frame without our embed.js says nothing

export const embedded = window.parent !== window;

export function tell(type, values = {}) {
  if (embedded) window.parent.postMessage({ source: SOURCE, type, ...values }, "*");
}

/** What the embedding page knows: `{ identity, locale }`; empty on a page of our own. */
export function hello() {
  if (!embedded) return Promise.resolve({});
  return new Promise((resolve) => {
    listen("hello", ({ identity, locale }) => resolve({ identity, locale }));
    setTimeout(() => resolve({}), HELLO_WITHIN);
    tell("ready");
  });
}

export function listen(type, handle) {
  addEventListener("message", (event) => {
    if (event.source !== window.parent || event.data?.source !== SOURCE) return;
    if (event.data.type === type) handle(event.data);
  });
}
