// Requests to the desk's own routes, and errors that say what happened.

const token = document.querySelector('meta[name="csrf-token"]').content;

/** What went wrong, in words for the agent; `code` as the server calls it. */
export class Refusal extends Error {
  constructor(message, code, status) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

export const get = (path) => request(path, {});

export function post(path, body = {}) {
  const headers = { "Content-Type": "application/json", "X-CSRF-Token": token };
  return request(path, { method: "POST", headers, body: JSON.stringify(body) });
}

async function request(path, options) {
  let response;
  try {
    response = await fetch(`/desk/api/${path}`, { ...options, cache: "no-store" });
  } catch {
    throw new Refusal("No connection. Nothing was changed; try again.", "offline", 0);
  }
  const answer = await response.json().catch(() => ({}));
  if (response.status === 401) logInAgain();
  if (!response.ok) throw refusal(answer, response.status);
  return answer;
}

function refusal(answer, status) {
  const message = answer.error?.message ?? `The server answered ${status}. Try again.`;
  return new Refusal(message, answer.error?.code ?? "error", status);
}

export function logInAgain() {
  location.assign(`/login?next=${encodeURIComponent("/desk/")}`);
}
