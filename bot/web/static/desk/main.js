// The desk: holds what is shown, reads it again when something changed, and does what the agent asks.

import { get } from "./api.js";
import { ChatPane } from "./chat.js";
import { FILTERS, Queue } from "./queue.js";
import { bindKeys, showKeys } from "./keys.js";
import { listen } from "./live.js";
import { toast } from "./toast.js";

const ONCE_IN = 1000;
const HIDDEN_ONCE_IN = 8000;
const STUCK_EVERY = 10_000;
const desk = document.querySelector(".desk");
const state = { filter: "waiting", items: [], counts: {}, office: null, seal: null, open: null };
let reading = null;
let readAt = 0;
let claiming = null;

const queue = new Queue({ onfilter: choose, onopen: open, onsettled: settled });
const chat = new ChatPane({ changed: settled, closed: close });

/** Read the list again; calls that come while one is under way share the next. */
async function readQueue() {
  clearTimeout(reading);
  reading = null;
  readAt = Date.now();
  const filter = state.filter;
  try {
    const [found, stuck] = await Promise.all([
      get(`queue?filter=${filter === "stuck" ? "waiting" : filter}`),
      filter === "stuck" ? get("stuck") : null,
    ]);
    if (filter !== state.filter) return;
    state.counts = found.counts;
    state.items = stuck ? stuck.items : found.items;
    state.office = found.office;
    state.seal = found.seal;
    show();
  } catch (error) {
    connection(error.message);
  }
}

function readQueueSoon() {
  const pause = document.hidden ? HIDDEN_ONCE_IN : ONCE_IN;
  if (reading === null) reading = setTimeout(readQueue, Math.max(0, readAt + pause - Date.now()));
}

function show() {
  queue.show(state);
  const news = state.counts.waiting + state.counts.unread;
  document.title = `${news ? `(${news}) ` : ""}Desk · Cancelbot`;
}

function choose(filter) {
  state.filter = filter;
  state.items = [];
  readQueue();
}

async function open(id) {
  state.open = id;
  desk.classList.add("in-chat");
  history.replaceState(null, "", `#${id}`);
  if (state.filter !== "stuck") queue.show(state);
  await chat.open(id);
}

function close() {
  const id = state.open;
  state.open = null;
  desk.classList.remove("in-chat");
  history.replaceState(null, "", location.pathname);
  chat.close();
  show();
  document.querySelector(`.entry[data-id="${id}"]`)?.focus();
}

/** Something was done here: show its outcome at once. */
async function settled() {
  await Promise.all([readQueue(), chat.read()]);
}

function changed(ids) {
  if (ids.length) readQueueSoon();
  else if (Date.now() - readAt > STUCK_EVERY) readQueueSoon();
  if (state.open && (ids.includes(state.open) || chat.isUnsettled())) chat.readSoon();
}

function connection(words) {
  document.getElementById("connection").textContent = words;
}

function escape() {
  const active = document.activeElement;
  if (active?.closest(".composer")) chat.focus();
  else if (desk.classList.contains("with-panel")) chat.toggleDetails();
  else if (state.open) close();
}

/** What is done with the open chat waits for a claim that is under way: it may need it. */
const own = (work) => async () => {
  const id = state.open;
  await claiming;
  if (state.open && (id === null || id === state.open)) work();
};
const focusedOrOpen = () => queue.focused() ?? state.open;

function claimSelected() {
  const id = focusedOrOpen();
  if (!id) return toast("Open a conversation first: j and k move, Enter opens.", "bad");
  claiming ??= claim(id).finally(() => { claiming = null; });
}

async function claim(id) {
  if (id !== state.open) await open(id);
  await chat.claim();
}

bindKeys(
  {
    j: () => queue.move(1),
    k: () => queue.move(-1),
    ArrowDown: () => queue.move(1),
    ArrowUp: () => queue.move(-1),
    c: claimSelected,
    r: own(() => chat.write("reply")),
    n: own(() => chat.write("note")),
    e: own(() => chat.resolve()),
    b: own(() => chat.giveBack()),
    t: own(() => chat.transfer()),
    m: own(() => chat.match()),
    u: own(() => chat.uphold()),
    x: own(() => chat.takeBack()),
    s: own(() => chat.resend()),
    p: own(() => chat.letter()),
    w: own(() => chat.prefer()),
    d: own(() => chat.toggleDetails()),
    "?": showKeys,
    ...Object.fromEntries(FILTERS.map(([name], index) => [String(index + 1), () => choose(name)])),
  },
  escape,
);
document.getElementById("help").addEventListener("click", showKeys);

listen({
  changed,
  connected: () => {
    connection("");
    readQueue();
    if (state.open) chat.read();
  },
  lost: () => connection("Connection lost. Trying again…"),
});

document.addEventListener("visibilitychange", () => {
  if (document.hidden) return;
  readQueue();
  chat.readSoon();
});

chat.close();
readQueue();
const wanted = location.hash.slice(1);
if (/^[0-9a-f]{32}$/.test(wanted)) open(wanted);
