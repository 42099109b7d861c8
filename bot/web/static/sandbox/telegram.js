/** A chat with the bot, as Telegram shows it. */
import { Chatroom } from "./chatroom.js";
import { element, linked, moment } from "./dom.js";

const device = document.getElementById("device");
const { chat, brand, start: token } = device.dataset;
const startButton = document.getElementById("start");
const keyboard = document.getElementById("keyboard");
const attach = document.getElementById("attach");
const menu = document.getElementById("attachments");
const editing = document.getElementById("editing");
const query = new URLSearchParams({ chat, brand });

const room = new Chatroom({
  threadUrl: `/sandbox/telegram/thread?${query}`,
  actionUrl: `/sandbox/telegram/actions?${query}`,
  say,
  changed,
  draw,
});

function say(text) {
  room.act({ do: editing.hidden ? "say" : "edit", text });
  editing.hidden = true;
}

function changed({ messages, keyboard: rows }) {
  startButton.hidden = messages.length > 0 && !token;
  keyboard.hidden = !rows;
  keyboard.replaceChildren(
    ...(rows ?? []).map((row) => element("div", {}, ...row.map(({ text, request_contact: contact }) => element("button", { type: "button", onclick: () => press(text, contact) }, text)))),
  );
}

/** A key of the reply keyboard types its label, or shares the own contact. */
function press(text, contact) {
  room.act(contact ? { do: "share_contact", own: true } : { do: "say", text });
}

function draw(message) {
  const { id, by, text, file, contact, picture, edited, at, rows } = message;
  const mine = by === "user";
  return element(
    "div",
    { class: `message ${mine ? "mine" : ""}` },
    element("span", { class: "hidden-text" }, mine ? "You:" : "The bot:"),
    element(
      "div",
      { class: "bubble", dir: "auto" },
      picture ? element("span", { class: "photo" }, "A picture") : null,
      contact ? shared(contact) : null,
      file ? element("a", { class: "file", href: file.url, download: file.name }, `📄 ${file.name}`) : null,
      text ? element("span", { class: "words" }, ...linked(text)) : null,
      element("span", { class: "meta" }, edited ? "edited " : "", moment(at)),
    ),
    rows.length ? element("div", { class: "inline" }, ...rows.map((row) => element("div", {}, ...row.map((button) => inline(id, button, message))))) : null,
  );
}

function inline(message, { label, data, url }, { waiting }) {
  if (url) return element("a", { href: url, target: "_blank", rel: "noopener" }, `${label} ↗`);
  const press = () => room.act({ do: "press", message, data });
  return element("button", { type: "button", onclick: press, "aria-busy": waiting === data ? "true" : null }, label);
}

function shared({ name, phone }) {
  return element(
    "div",
    { class: "card-shared" },
    element("span", { class: "face", "aria-hidden": "true" }, name.slice(0, 1)),
    element("div", {}, element("strong", {}, name), element("span", {}, phone)),
  );
}

function openMenu(open) {
  menu.hidden = !open;
  attach.setAttribute("aria-expanded", String(open));
}

attach.addEventListener("click", () => openMenu(menu.hidden));
document.addEventListener("keydown", ({ key }) => {
  if (key !== "Escape" || menu.hidden) return;
  openMenu(false);
  attach.focus();
});
document.addEventListener("click", ({ target }) => target.closest(".attach") || openMenu(false));
menu.addEventListener("click", ({ target }) => {
  const button = target.closest("button");
  if (!button) return;
  openMenu(false);
  if (button.dataset.do) room.act({ do: button.dataset.do, ...(button.dataset.own && { own: button.dataset.own === "true" }) });
  else edit(true);
});

function edit(on) {
  editing.hidden = !on;
  if (on) {
    const said = [...document.querySelectorAll(".message.mine .words")].at(-1);
    room.input.value = said?.textContent ?? "";
  } else {
    room.input.value = "";
  }
  room.input.focus();
}

document.getElementById("not-editing").addEventListener("click", () => edit(false));
startButton.addEventListener("click", () => {
  startButton.hidden = true;
  room.act({ do: "say", text: `/start ${token}`.trim() });
});
document.getElementById("ideas").addEventListener("click", ({ target }) => {
  if (target.dataset.say) room.act({ do: "say", text: target.dataset.say });
});
