// A receipt: record and seal in one document, of which any changed byte is found.

import { hex, isSigned, ofHex, same, sha256, utf8 } from "./bytes.js";
import { canonical } from "./canonical.js";

const DOMAIN = utf8("cancelbot record v1\n");
const LARGEST = 1_000_000;

/** What does not hold; `code` names the text that says so. */
export class NotGenuine extends Error {
  constructor(code) {
    super(code);
    this.code = code;
  }
}

/** The receipt in these bytes, or null where they are none. Nothing is verified yet. */
export function receiptIn(bytes) {
  const found = bytes.length <= LARGEST ? parsed(bytes) : null;
  const whole = found !== null && typeof found === "object" && isObject(found.record) && isObject(found.seal);
  return whole ? { bytes, record: found.record, seal: found.seal, whole: found } : null;
}

/** Verify the receipt with the brand's key (32 bytes); the record's digest. Throws NotGenuine, Unable. */
export async function verifyReceipt({ bytes, record, seal, whole }, key) {
  if (seal.key !== hex(await sha256(key)).slice(0, 16)) throw new NotGenuine("unknown_key");
  const digest = await sha256(canonical(record));
  if (seal.digest !== `sha256:${hex(digest)}`) throw new NotGenuine("changed");
  const signature = ofHex(seal.signature);
  if (signature === null || signature.length !== 64 || !(await isSigned(key, signature, DOMAIN, digest))) {
    throw new NotGenuine("not_signed");
  }
  if (seal.alg !== "Ed25519" || Object.keys(seal).length !== 4 || Object.keys(whole).length !== 2) throw new NotGenuine("changed_around");
  if (!same(canonical(whole), bytes)) throw new NotGenuine("changed_around");
  return digest;
}

function parsed(bytes) {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return null;
  }
}

function isObject(value) {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
