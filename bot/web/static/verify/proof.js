// The proof that a record is in the brand's log: a C2SP tlog-proof, or our JSON that says the same.

import { isSigned, joined, ofBase64, same, sha256, utf8 } from "./bytes.js";
import { NotGenuine } from "./receipt.js";

const FIRST = "c2sp.org/tlog-proof@v1";
const KIND = "cancelbot record proof";
const LARGEST = 40_000;
const NOTE = 1;
const TIMED = 4;

/** The proof in these bytes, or null where they are none. Nothing is verified yet. */
export function proofIn(bytes) {
  if (bytes.length > LARGEST) return null;
  let text;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
  return text.startsWith("c2sp.org/") ? ofLines(text) : ofJson(text);
}

/**
 * Verify that the log has the record with this digest; the log's size and when it was signed.
 * Throws NotGenuine, Unable.
 */
export async function verifyProof(proof, digest, number, key) {
  if (proof.number !== null && proof.number !== number) throw new NotGenuine("other_proof");
  const point = pointIn(proof.checkpoint);
  if (point === null || proof.path.some((each) => each === null)) throw new NotGenuine("bad_proof");
  const at = await signedAt(point, key);
  if (!(await isIncluded(digest, proof, point))) throw new NotGenuine("not_included");
  return { entry: proof.index + 1, size: point.size, origin: point.origin, at };
}

function ofLines(text) {
  const blank = text.indexOf("\n\n");
  const [first, ...lines] = text.slice(0, Math.max(blank, 0)).split("\n");
  if (first !== FIRST) return null;
  if (lines[0]?.startsWith("extra ")) lines.shift();
  const index = /^index (0|[1-9][0-9]{0,14})$/.exec(lines.shift() ?? "");
  if (index === null) return null;
  return { index: Number(index[1]), path: lines.map(hash), checkpoint: text.slice(blank + 2), number: null };
}

function ofJson(text) {
  let found;
  try {
    found = JSON.parse(text);
  } catch {
    return null;
  }
  const whole = found?.kind === KIND && found.version === 1 && Array.isArray(found.path) && typeof found.checkpoint === "string";
  if (!whole || !Number.isSafeInteger(found.index) || found.index < 0) return null;
  return { index: found.index, path: found.path.map(hash), checkpoint: found.checkpoint, number: found.number ?? null };
}

function hash(text) {
  const bytes = typeof text === "string" ? ofBase64(text) : null;
  return bytes?.length === 32 ? bytes : null;
}

/** The checkpoint: a signed note of three lines (C2SP tlog-checkpoint). */
function pointIn(note) {
  const blank = note.lastIndexOf("\n\n");
  const lines = note.slice(0, Math.max(blank, 0)).split("\n");
  const root = hash(lines[2] ?? "");
  const signed = note.slice(blank + 2);
  if (blank < 0 || lines.length !== 3 || !/^(0|[1-9][0-9]{0,14})$/.test(lines[1]) || root === null || !signed.endsWith("\n")) return null;
  const signatures = signed.slice(0, -1).split("\n").map((line) => /^— ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/.exec(line));
  if (signatures.includes(null)) return null;
  return { text: utf8(`${lines.join("\n")}\n`), origin: lines[0], size: Number(lines[1]), root, signatures };
}

/** When the brand signed it, or null where that is not said. Throws NotGenuine where the brand did not. */
async function signedAt({ text, origin, signatures }, key) {
  const note = await signatureOf(signatures, origin, NOTE, key);
  if (note === null || !(await isSigned(key, note, text))) throw new NotGenuine("checkpoint_not_signed");
  const timed = await signatureOf(signatures, origin, TIMED, key);
  if (timed === null) return null;
  const seconds = new DataView(timed.buffer, timed.byteOffset, 8).getBigUint64(0);
  if (!(await isSigned(key, timed.slice(8), utf8(`cosignature/v1\ntime ${seconds}\n`), text))) throw new NotGenuine("checkpoint_not_signed");
  return new Date(Number(seconds) * 1000);
}

async function signatureOf(signatures, origin, kind, key) {
  const id = (await sha256(utf8(`${origin}\n`), Uint8Array.of(kind), key)).slice(0, 4);
  for (const [, name, written] of signatures) {
    const bytes = ofBase64(written);
    if (name === origin && bytes !== null && bytes.length > 4 && same(bytes.slice(0, 4), id)) return bytes.slice(4);
  }
  return null;
}

/** RFC 9162, 2.1.3.2. Sizes are below 2^53, so halves are taken by division, not by shifting. */
async function isIncluded(digest, { index, path }, { size, root }) {
  if (index >= size) return false;
  let [place, last] = [index, size - 1];
  let found = await sha256(Uint8Array.of(0), digest);
  const half = () => { place = Math.floor(place / 2); last = Math.floor(last / 2); };
  for (const each of path) {
    if (last === 0) return false;
    if (place % 2 === 1 || place === last) {
      found = await sha256(Uint8Array.of(1), joined(each, found));
      while (place % 2 === 0 && place !== 0) half();
    } else {
      found = await sha256(Uint8Array.of(1), joined(found, each));
    }
    half();
  }
  return last === 0 && same(found, root);
}
