/** Who is answering, the way to a person, the language. */
import { fill, texts } from "../locales/index.js";
import { element } from "./dom.js";

export class Header {
  #header;
  #select;
  #person;
  #subtitle;

  constructor(header, { locales, askForPerson, speak, close }) {
    this.#header = header;
    this.#select = header.querySelector("select");
    this.#person = header.querySelector(".person");
    this.#subtitle = header.querySelector(".subtitle");
    for (const code of locales) this.#select.append(element("option", { value: code, lang: code }, texts(code).name));
    header.querySelector(".language").hidden = locales.length < 2;
    this.#select.addEventListener("change", () => speak(this.#select.value));
    this.#person.addEventListener("click", askForPerson);
    const closeButton = header.querySelector(".close");
    closeButton.hidden = !close;
    if (close) closeButton.addEventListener("click", close);
  }

  render(session, t) {
    this.#header.dataset.status = session.status;
    const subtitle = this.#who(session, t);
    if (this.#subtitle.textContent !== subtitle) this.#subtitle.textContent = subtitle;
    this.#select.value = session.locale;
    const taken = session.status === "waiting" || session.status === "agent";
    this.#person.hidden = taken;
    this.#person.disabled = session.phase !== "open" || session.transcript.sending;
  }

  #who({ status, agent }, t) {
    if (status === "waiting") return t.waiting;
    if (status === "agent") return agent ? fill(t.with_agent, { name: agent }) : t.with_person;
    return t.assistant;
  }
}
