/**
 * Puts the chat on a brand's page:
 *
 *   <script type="module" src="https://bot.example/widget/embed.js"
 *     data-brand="demo" data-locale="en" data-accent="#2456c8" data-identity="JWT"></script>
 *
 * A button at the bottom right opens a panel, which holds our chat page in a frame of our
 * origin: its cookie, its style and its words are out of reach of the page around it, and
 * the server lets only the brand's own pages embed it. Nothing more is loaded before it is
 * opened.
 *
 * data-script names another of the brand's published scripts, such as "withdrawal".
 *
 * An element with `data-cancelbot-open` opens the chat as well, such as the page's own
 * "Cancel my contract". data-identity is read when the chat opens, so the page may renew it.
 */
import { paint } from "./accent.js";
import { STYLE } from "./embed-style.js";
import { fill, nearest, texts } from "./locales/index.js";
import { element } from "./view/dom.js";

const SOURCE = "cancelbot";
const READY_WITHIN = 8000; // milliseconds until the chat is offered on a page of its own
const FULL_SCREEN = "(max-width: 519px), (max-height: 519px)"; // as in embed-style.js

class Embed {
  #script;
  #origin;
  #address;
  #t;
  #launcher;
  #badge;
  #panel;
  #frame = null;
  #ready = false;
  #unread = 0;
  #opener = null;

  constructor(script) {
    this.#script = script;
    const base = new URL("..", script.src);
    const locale = nearest(script.dataset.locale ?? document.documentElement.lang);
    this.#t = texts(locale);
    this.#origin = base.origin;
    const address = new URL(`chat/${encodeURIComponent(script.dataset.brand)}/?locale=${locale}`, base);
    if (script.dataset.script) address.searchParams.set("script", script.dataset.script);
    this.#address = address.href;
    this.#build(locale);
    addEventListener("message", (event) => this.#hear(event));
    document.addEventListener("click", (event) => this.#clicked(event));
  }

  get #open() {
    return this.#panel.open;
  }

  #build(locale) {
    const t = this.#t;
    const host = element("div", { lang: locale, "data-cancelbot": "" });
    const root = host.attachShadow({ mode: "open" });
    const style = new CSSStyleSheet();
    style.replaceSync(STYLE);
    root.adoptedStyleSheets = [style];
    paint(host, this.#script.dataset.accent);
    this.#badge = element("span", { class: "badge", "aria-hidden": "true", hidden: true });
    this.#launcher = element(
      "button",
      { type: "button", class: "launcher", "aria-expanded": "false", "aria-haspopup": "dialog", onclick: () => this.#toggle() },
      drawing("bubble", "M5 5h14a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-7l-5 4v-4H5a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2z"),
      drawing("cross", "M6 9l6 6 6-6"),
      this.#badge,
    );
    this.#panel = element("dialog", { class: "panel", "aria-label": t.panel });
    this.#panel.addEventListener("close", () => this.#closed());
    this.#panel.addEventListener("keydown", (event) => event.key === "Escape" && this.#close());
    root.append(this.#panel, this.#launcher);
    this.#name();
    document.body.append(host);
    window.visualViewport?.addEventListener("resize", () => this.#fit());
    window.visualViewport?.addEventListener("scroll", () => this.#fit());
  }

  #toggle() {
    if (this.#open) this.#close();
    else this.#show(this.#launcher);
  }

  #show(opener) {
    if (this.#open) return;
    this.#opener = opener;
    if (!this.#frame) this.#load();
    // Over the whole of a small screen it is modal: nothing behind it can be seen or reached.
    if (matchMedia(FULL_SCREEN).matches) this.#panel.showModal();
    else this.#panel.show();
    this.#launcher.setAttribute("aria-expanded", "true");
    this.#unread = 0;
    this.#name();
    this.#fit();
    this.#frame.focus();
    this.#tell("opened");
  }

  #close() {
    if (this.#open) this.#panel.close();
  }

  #closed() {
    this.#launcher.setAttribute("aria-expanded", "false");
    this.#name();
    const back = this.#opener?.isConnected ? this.#opener : this.#launcher;
    back.focus();
  }

  #load() {
    this.#frame = element("iframe", {
      src: this.#address,
      title: this.#t.panel,
      allow: "clipboard-write",
    });
    const elsewhere = element(
      "a",
      { class: "elsewhere", href: this.#address, target: "_blank", rel: "noopener", hidden: true },
      this.#t.open_in_tab,
    );
    this.#panel.append(this.#frame, elsewhere);
    // Blocked or unreachable: nobody shall be left before an empty frame.
    setTimeout(() => (elsewhere.hidden = this.#ready), READY_WITHIN);
  }

  #hear({ source, origin, data }) {
    if (origin !== this.#origin || source !== this.#frame?.contentWindow || data?.source !== SOURCE) return;
    if (data.type === "close") this.#close();
    if (data.type === "arrived" && !this.#open) {
      this.#unread += Number(data.count) || 0;
      this.#name();
    }
    if (data.type === "ready") this.#hello();
  }

  #hello() {
    this.#ready = true;
    this.#panel.querySelector(".elsewhere").hidden = true;
    this.#tell("hello", { identity: this.#script.dataset.identity || undefined });
    if (this.#open) this.#tell("opened");
  }

  #tell(type, values = {}) {
    if (this.#ready) this.#frame.contentWindow?.postMessage({ source: SOURCE, type, ...values }, this.#origin);
  }

  #clicked(event) {
    const opener = event.target instanceof Element ? event.target.closest("[data-cancelbot-open]") : null;
    if (!opener) return;
    event.preventDefault();
    this.#show(opener);
  }

  #name() {
    const words = this.#open ? this.#t.launcher_close : this.#t.launcher_open;
    const news = this.#unread ? `, ${fill(this.#t.launcher_unread, { count: this.#unread })}` : "";
    this.#launcher.setAttribute("aria-label", words + news);
    this.#badge.textContent = this.#unread > 9 ? "9+" : String(this.#unread);
    this.#badge.hidden = this.#unread === 0;
  }

  /** Above the virtual keyboard, where that lies over the page instead of shrinking it (iOS). */
  #fit() {
    const viewport = window.visualViewport;
    const style = this.#panel.style;
    const covered = viewport && innerHeight - viewport.height > 1 && Math.abs(viewport.scale - 1) < 0.01;
    if (this.#open && covered && matchMedia(FULL_SCREEN).matches) {
      style.setProperty("--height", `${viewport.height}px`);
      style.setProperty("--top", `${viewport.offsetTop}px`);
    } else {
      style.removeProperty("--height");
      style.removeProperty("--top");
    }
  }
}

function drawing(name, path) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", name);
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
}

const script = [...document.querySelectorAll("script[data-brand]")].find(({ src }) => src === import.meta.url);
if (script) new Embed(script);
