// The verify page: files in, one answer out. Nothing of a file is sent; the brand's key is fetched by its name.

import { Unable, hex, ofHex, sha256 } from "./bytes.js";
import { factsOf } from "./facts.js";
import { LOCALES, fill, nearest } from "./locales/index.js";
import { isPdf, receiptInPdf } from "./pdf.js";
import { proofIn, verifyProof } from "./proof.js";
import { NotGenuine, receiptIn, verifyReceipt } from "./receipt.js";

const input = document.getElementById("files");
const drop = document.getElementById("drop");
const outcome = document.getElementById("outcome");
const language = document.getElementById("language");
let locale = nearest([new URLSearchParams(location.search).get("lang") ?? "", ...navigator.languages]);
let shown = null; // what builds the answer, to be built again in another language
let asked = 0;

class Offline extends Error {}

async function answer(files) {
  const mine = ++asked;
  const build = await judged(files);
  if (mine !== asked) return; // other files were chosen meanwhile
  shown = build;
  show();
  outcome.focus();
}

/** What builds the answer for these files. */
async function judged(files) {
  try {
    const found = await Promise.all(files.map(read));
    const receipts = found.filter((each) => each.receipt);
    if (receipts.length > 1) return said("warn", "several", "several_hint");
    if (receipts.length === 0) return found.some((each) => each.proof) ? said("warn", "only_proof", "only_proof_hint") : said("bad", "nothing", "nothing_hint");
    if (found.some((each) => !each.receipt && !each.proof)) return said("bad", "nothing", "nothing_hint");
    return await verified(receipts[0], found.filter((each) => each.proof));
  } catch (error) {
    if (error instanceof NotGenuine) return said("bad", "not_genuine", error.code);
    if (error instanceof Unable) return said("warn", "unable", "unable_hint");
    if (error instanceof Offline) return said("warn", "offline", "offline_hint");
    throw error;
  }
}

async function read(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const pdf = isPdf(bytes);
  const receipt = pdf ? await receiptInPdf(bytes) : receiptIn(bytes);
  return { pdf, receipt, proof: receipt || pdf ? null : proofIn(bytes) };
}

async function verified({ pdf, receipt }, proofs) {
  const key = await keyOf(receipt.seal.key);
  const digest = await verifyReceipt(receipt, key);
  const logged = [];
  for (const { proof } of proofs) logged.push(await verifyProof(proof, digest, receipt.record.number, key));
  return (t) => [
    heading("good", pdf ? t.genuine_pdf : t.genuine),
    pdf ? paragraph(t.pdf_pages) : null,
    ...logged.map((entry) => paragraph(inLog(entry, t))),
    list([...factsOf(receipt.record, t, locale), [t.key, receipt.seal.key]]),
  ];
}

function inLog({ entry, size, at }, t) {
  const when = at === null ? t.logged_before : fill(t.logged_at, { at: new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "short" }).format(at) });
  return fill(t.logged, { entry, size, at: when });
}

/** The brand's public key by its name, which is a hash of it: what is fetched is compared with that. */
async function keyOf(id) {
  if (typeof id !== "string" || !/^[0-9a-f]{16}$/.test(id)) throw new NotGenuine("unknown_key");
  let response;
  try {
    response = await fetch(`/verify/keys/${id}`);
  } catch {
    throw new Offline();
  }
  if (response.status === 404) throw new NotGenuine("unknown_key");
  if (!response.ok) throw new Offline();
  const key = ofHex((await response.json()).key);
  if (key?.length !== 32 || hex(await sha256(key)).slice(0, 16) !== id) throw new NotGenuine("unknown_key");
  return key;
}

const said = (kind, title, hint) => (t) => [heading(kind, t[title]), paragraph(t[hint])];

function show() {
  const t = LOCALES[locale];
  document.documentElement.lang = locale;
  document.title = t.title;
  for (const node of document.querySelectorAll("[data-text]")) node.textContent = t[node.dataset.text];
  outcome.replaceChildren(...(shown === null ? [] : [card(shown(t).filter(Boolean))]));
}

function card(content) {
  return element("section", "card verdict", ...content);
}

function heading(kind, text) {
  const sign = { good: "✓", bad: "✗", warn: "!" }[kind];
  const badge = element("span", `badge ${kind}`, sign);
  badge.setAttribute("aria-hidden", "true");
  return element("h2", "row", badge, text);
}

const paragraph = (text) => element("p", "", text);

function list(pairs) {
  return element("dl", "facts", ...pairs.flatMap(([name, value]) => [element("dt", "", name), element("dd", "", value)]));
}

function element(name, kind, ...content) {
  const made = document.createElement(name);
  if (kind) made.className = kind;
  made.append(...content);
  return made;
}

input.addEventListener("change", () => {
  if (input.files.length) answer([...input.files]);
  input.value = "";
});
drop.addEventListener("submit", (event) => event.preventDefault());
for (const type of ["dragover", "dragleave", "drop"]) {
  addEventListener(type, (event) => {
    event.preventDefault();
    drop.classList.toggle("over", type === "dragover");
    if (type === "drop" && event.dataTransfer.files.length) answer([...event.dataTransfer.files]);
  });
}
for (const [code, { name }] of Object.entries(LOCALES)) language.append(new Option(name, code, false, code === locale));
language.addEventListener("change", () => {
  locale = language.value;
  show();
});
show();
