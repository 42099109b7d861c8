// Bytes and their writings, hashes and signatures: what the browser itself brings along.

export const utf8 = (text) => new TextEncoder().encode(text);

export function joined(...parts) {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export const same = (one, other) => one.length === other.length && one.every((byte, index) => byte === other[index]);

export const hex = (bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** The bytes, or null where it is no hexadecimal. */
export function ofHex(text) {
  if (typeof text !== "string" || !/^([0-9a-f]{2})*$/.test(text)) return null;
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}

/** The bytes, or null where it is no Base64, or another writing of it than the usual one. */
export function ofBase64(text) {
  try {
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    return btoa(String.fromCharCode(...bytes)) === text ? bytes : null;
  } catch {
    return null;
  }
}

export async function sha256(...parts) {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", joined(...parts)));
}

/** What this browser cannot do; the page then says which other way there is. */
export class Unable extends Error {}

/** Whether the Ed25519 signature (64 bytes) is the key's (32 bytes). Throws Unable where there is no Ed25519. */
export async function isSigned(key, signature, ...parts) {
  if (!globalThis.crypto?.subtle) throw new Unable("no secure context");
  let imported;
  try {
    imported = await crypto.subtle.importKey("raw", key, { name: "Ed25519" }, false, ["verify"]);
  } catch (error) {
    throw new Unable(error.message);
  }
  return crypto.subtle.verify({ name: "Ed25519" }, imported, signature, joined(...parts));
}
