/** The start page: the chat beside the customers, what was sent, and starting over. */
import { copy, toast } from "../sandbox/dom.js";
import { post } from "../sandbox/net.js";
import { SentList } from "../sandbox/sent.js";

const SOURCE = "cancelbot"; // as in the widget's frame.js
const CHOSEN = "cancelbot.start.chosen"; // who this tab's chat is, after a reload

let frame = document.getElementById("frame");
const who = document.getElementById("who");
const closed = document.getElementById("closed");
let identity = null;
let wanted = false; // somebody pressed a button to get into the chat
let leaving = false; // the chat in the frame is about to be replaced: it is told nothing any more
let missed = false; // it asked all the same

/** The chat in the frame asks whom the page vouches for; a token is good for one chat. */
addEventListener("message", ({ source, origin, data }) => {
  if (source !== frame.contentWindow || origin !== location.origin || data?.source !== SOURCE) return;
  if (data.type === "close") show(false);
  if (data.type !== "ready") return;
  if (leaving) missed = true;
  else greet();
});

function greet() {
  missed = false;
  frame.removeAttribute("aria-busy");
  tell("hello", { identity: identity ?? undefined });
  identity = null;
  if (wanted) tell("opened");
  wanted = false;
}

function tell(type, values = {}) {
  frame.contentWindow.postMessage({ source: SOURCE, type, ...values }, location.origin);
}

function show(open) {
  frame.hidden = !open;
  closed.hidden = open;
  if (!open) document.getElementById("reopen").focus();
}

function load() {
  if (frame.src) frame = replaced(frame);
  frame.src = frame.dataset.src;
  show(true);
}

/** A frame of its own for each chat: what the old one still says is not taken for the new one's words. */
function replaced(old) {
  const fresh = old.cloneNode();
  fresh.removeAttribute("src");
  old.replaceWith(fresh);
  return fresh;
}

function showWho({ ref, name }) {
  who.textContent = ref ? `As ${name}, whom the company's page vouches for.` : "As a stranger, whom nobody vouches for.";
  for (const card of document.querySelectorAll(".customer")) {
    card.classList.toggle("chosen", card.querySelector("[data-chat-as]")?.dataset.chatAs === ref);
  }
}

async function chatAs(ref, name) {
  frame.setAttribute("aria-busy", "true"); // the old chat takes no more presses
  leaving = true;
  try {
    if (ref) ({ identity } = await post("/start/identity", { customer: ref }));
    else await post("/start/stranger");
  } catch (error) {
    leaving = false;
    frame.removeAttribute("aria-busy");
    if (missed) greet();
    toast(error.message, "bad");
    return;
  }
  sessionStorage.setItem(CHOSEN, JSON.stringify({ ref, name }));
  showWho({ ref, name });
  wanted = true;
  leaving = missed = false;
  load();
  document.getElementById("chat").scrollIntoView({ block: "nearest", behavior: "smooth" });
  frame.focus({ preventScroll: true });
}

document.addEventListener("click", ({ target }) => {
  const button = target.closest("button");
  if (button?.dataset.chatAs !== undefined) chatAs(button.dataset.chatAs, button.dataset.name);
  else if (button?.dataset.copy) copy(button.dataset.copy, button);
  else if (button?.id === "reopen") {
    show(true);
    frame.focus();
  }
});

const reset = document.getElementById("reset");
const sure = document.getElementById("sure");
reset.addEventListener("submit", (event) => {
  event.preventDefault();
  sure.showModal();
});
sure.addEventListener("close", () => {
  if (sure.returnValue !== "yes") return;
  frame.remove(); // its chat is about to be deleted
  reset.submit();
});
if (location.search === "?reset") {
  sessionStorage.removeItem(CHOSEN);
  history.replaceState(null, "", "/");
}
const chosen = sessionStorage.getItem(CHOSEN);
if (chosen) showWho(JSON.parse(chosen));

const sent = document.getElementById("sent");
new SentList(sent, { people: JSON.parse(sent.dataset.people) }).start();
load();
