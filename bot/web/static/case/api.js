// Requests of the page, and what went wrong as a code for its words.

const { brand, number } = document.body.dataset;
const base = `/case/${encodeURIComponent(brand)}/${encodeURIComponent(number)}`;

/** `code` names the page's words for it. */
export class Refusal extends Error {
  constructor(code) {
    super(code);
    this.code = code;
  }
}

export const file = (of, name) => `/chat/${encodeURIComponent(brand)}/records/${encodeURIComponent(of)}${name}`;

export async function get(path) {
  return await answered(path, { cache: "no-cache" });
}

export async function post(path, body = {}) {
  const headers = { "Content-Type": "application/json", "X-Cancelbot": "1" };
  return await answered(path, { method: "POST", headers, body: JSON.stringify(body) });
}

async function answered(path, options) {
  let response;
  try {
    response = await fetch(`${base}/${path}`, options);
  } catch {
    throw new Refusal("offline");
  }
  if (response.status === 204) return null;
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refusal(answer.error?.code ?? "error");
  return answer;
}
