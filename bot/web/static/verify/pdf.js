// The receipt that lies in a PDF of ours, as an attached file.

import { receiptIn } from "./receipt.js";

const LARGEST = 20_000_000;
const STREAM = /<<(?:(?!endobj)[\s\S]){0,2000}?\/EmbeddedFile(?:(?!endobj)[\s\S]){0,2000}?>>\s*stream\r?\n/g;

export const isPdf = (bytes) => bytes.length <= LARGEST && String.fromCharCode(...bytes.slice(0, 5)) === "%PDF-";

/** The receipt inside, or null where there is none. */
export async function receiptInPdf(bytes) {
  const text = new TextDecoder("latin1").decode(bytes);
  for (const found of text.matchAll(STREAM)) {
    const begin = found.index + found[0].length;
    const end = text.indexOf("endstream", begin);
    if (end < 0) continue;
    const receipt = receiptIn(await unpacked(bytes.slice(begin, end), found[0]));
    if (receipt !== null) return receipt;
  }
  return null;
}

/** The file as it was attached. */
async function unpacked(stream, head) {
  const bytes = sized(stream, head);
  if (!head.includes("/FlateDecode")) return bytes;
  const packer = new DecompressionStream("deflate");
  const read = new Response(packer.readable).arrayBuffer();
  const writer = packer.writable.getWriter();
  writer.write(bytes).catch(() => {});
  writer.close().catch(() => {});
  try {
    return new Uint8Array(await read);
  } catch {
    return new Uint8Array();
  }
}

/** The stream without the line end that PDF puts after it. */
function sized(stream, head) {
  const length = /\/Length (\d+)(?! \d+ R)/.exec(head);
  if (length !== null) return stream.slice(0, Number(length[1]));
  return stream.slice(0, stream.length - (stream.at(-1) === 10 ? 1 : 0));
}
