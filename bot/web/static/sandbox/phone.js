/** The phone: texts to and from the brand, and its calls. */
import { Chatroom } from "./chatroom.js";
import { callCard } from "./call.js";
import { element, linked, moment, toast } from "./dom.js";
import { post } from "./net.js";

const device = document.getElementById("device");
const { number, brand } = device.dataset;
const optedOut = document.getElementById("opted-out");
const noTexts = document.getElementById("no-texts");
const query = new URLSearchParams({ number, brand });

const room = new Chatroom({
  threadUrl: `/sandbox/phone/thread?${query}`,
  actionUrl: `/sandbox/phone/texts?${new URLSearchParams({ brand })}`,
  say: (text) => room.act({ number, text }),
  changed: (news) => {
    optedOut.hidden = !news.opted_out;
    noTexts.checked = !news.reception;
  },
  draw,
});

const WHY = {
  provider: "Answered by the text message provider, not by the bot",
  refused: "Never arrived: this number opted out (error 21610)",
  lost: "Never arrived: texts do not reach this phone (error 30006)",
};

async function ask(path, body) {
  try {
    await post(`/sandbox/phone/${path}?${new URLSearchParams({ brand })}`, { number, ...body });
  } catch (error) {
    toast(error.message, "bad");
  }
}

function draw(message) {
  if (message.by === "call") return callCard(message, (deed) => ask("calls", { call: message.call, ...deed }));
  const { by, text, picture, at } = message;
  const mine = by === "owner";
  const said = picture ? [element("span", { class: "photo" }, "A picture")] : [];
  return element(
    "div",
    { class: `message by-${by} ${mine ? "mine" : ""}` },
    element("span", { class: "hidden-text" }, mine ? "You wrote:" : "You got:"),
    element("div", { class: "bubble", dir: "auto" }, ...said, ...linked(text)),
    WHY[by] ? element("span", { class: "why" }, WHY[by]) : null,
    moment(at),
  );
}

document.getElementById("ideas").addEventListener("click", ({ target }) => {
  if (target.dataset.say) room.act({ number, text: target.dataset.say });
});
document.getElementById("picture").addEventListener("click", () => room.act({ number, text: "", picture: true }));
noTexts.addEventListener("change", () => ask("reception", { arrives: !noTexts.checked }));
