/** The list of what would have been sent, newest first. */
import { copy, element, linked, moment } from "./dom.js";
import { live } from "./live.js";
import { get } from "./net.js";

const CHANNELS = {
  sms: ["Text message", "M4 4h16v12H9l-5 4z"],
  email: ["Mail", "M3 5h18v14H3zM3 6l9 7 9-7"],
  telegram: ["Telegram", "M3 11.5L21 4l-3 16-6-5-3 3v-5l8-6"],
};
const CODE = /(?<![\w-])\d{6}(?![\w-])/;
const SHOWN = 100;

export class SentList {
  #list;
  #empty;
  #status;
  #to;
  #names;
  #last = 0;
  #begun = false;

  /** `root` holds [data-list], [data-empty] and [data-status]; `people` says whose address is whose. */
  constructor(root, { people = [], to = "" } = {}) {
    this.#list = root.querySelector("[data-list]");
    this.#empty = root.querySelector("[data-empty]");
    this.#status = root.querySelector("[data-status]");
    this.#to = to;
    this.#names = new Map(
      people.flatMap(({ name, phone, email, chat }) => [phone, email, String(chat)].map((address) => [address, name])),
    );
  }

  start() {
    return live(
      () => this.#load(),
      (error) => {
        this.#status.textContent = error?.message ?? "";
        this.#status.hidden = !error;
      },
    );
  }

  async #load() {
    const wanted = new URLSearchParams(this.#begun ? { since: this.#last } : { limit: SHOWN });
    if (this.#to) wanted.set("to", this.#to);
    const messages = await get(`/sandbox/outbox?${wanted}`);
    for (const message of messages) {
      this.#list.prepend(this.#drawn(message, this.#begun));
      this.#last = message.id;
    }
    this.#begun = true;
    while (this.#list.children.length > SHOWN) this.#list.lastElementChild.remove();
    this.#empty.hidden = this.#list.children.length > 0;
    this.#list.hidden = !this.#empty.hidden;
  }

  #drawn(message, isNew) {
    const [channel, path] = CHANNELS[message.channel] ?? [message.channel, "M4 4h16v16H4z"];
    const name = this.#names.get(message.to);
    const code = message.text.match(CODE)?.[0];
    return element(
      "article",
      { class: `sent ${isNew ? "new" : ""}`, "data-channel": message.channel },
      element(
        "header",
        {},
        icon(path),
        element("p", {}, element("strong", {}, name ?? message.to), element("span", {}, `${channel}${name ? ` to ${message.to}` : ""}`)),
        moment(message.at),
      ),
      message.subject ? element("p", { class: "subject" }, message.subject) : null,
      element("p", { class: "words" }, ...linked(shortened(message))),
      pressable(message.buttons),
      element("footer", {}, code ? codeButton(code) : null, ...places(message)),
    );
  }
}

function shortened({ channel, text }) {
  return channel === "email" && text.length > 220 ? `${text.slice(0, 200).trimEnd()} …` : text;
}

function pressable(buttons) {
  if (!buttons.length) return null;
  return element("ul", { class: "pressable" }, ...buttons.map(({ label }) => element("li", {}, label)));
}

function codeButton(code) {
  const button = element("button", { type: "button", class: "button small primary" }, `Copy code ${code}`);
  button.addEventListener("click", () => copy(code, button));
  return button;
}

function places({ channel, to, page, attachments }) {
  const link = (href, words, more = {}) => element("a", { href, class: "button small", ...more }, words);
  return [
    page ? link(page, "Open the mail") : null,
    channel === "sms" ? link(`/sandbox/phone?number=${encodeURIComponent(to)}`, "On the phone") : null,
    channel === "telegram" ? link(`/sandbox/telegram?chat=${to}`, "In Telegram") : null,
    ...attachments.map(({ name, url }) => link(url, name, { download: name })),
  ];
}

function icon(path) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
}
