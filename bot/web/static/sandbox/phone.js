/** The phone: texts to and from the brand. */
import { Chatroom } from "./chatroom.js";
import { element, linked, moment } from "./dom.js";

const device = document.getElementById("device");
const { number, brand } = device.dataset;
const optedOut = document.getElementById("opted-out");
const query = new URLSearchParams({ number, brand });

const room = new Chatroom({
  threadUrl: `/sandbox/phone/thread?${query}`,
  actionUrl: `/sandbox/phone/texts?${new URLSearchParams({ brand })}`,
  say: (text) => room.act({ number, text }),
  changed: (news) => (optedOut.hidden = !news.opted_out),
  draw,
});

const WHY = {
  provider: "Answered by the text message provider, not by the bot",
  refused: "Never arrived: this number opted out (error 21610)",
};

function draw({ by, text, picture, at }) {
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
