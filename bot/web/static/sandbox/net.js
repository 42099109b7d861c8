/** Requests to our own server. */

export class Failed extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

export function get(url) {
  return ask(url, { headers: { Accept: "application/json" } });
}

export function post(url, body = {}) {
  return ask(url, {
    method: "POST",
    headers: { Accept: "application/json", "Content-Type": "application/json", "X-Cancelbot": "1" },
    body: JSON.stringify(body),
  });
}

async function ask(url, options) {
  let response;
  try {
    response = await fetch(url, { ...options, cache: "no-store", signal: AbortSignal.timeout(30000) });
  } catch {
    throw new Failed(0, "The server does not answer. Is Cancelbot still running?");
  }
  if (response.status === 204) return null;
  const body = await response.json().catch(() => null);
  if (response.ok) return body;
  throw new Failed(response.status, body?.error?.message ?? `The server answered ${response.status}.`);
}
