/**
 * The HTTP contract with our server. The session lives in a cookie that scripts cannot
 * read; the header tells the server that a page of its own is asking.
 */
const TIMEOUT = 20_000; // milliseconds; the server itself waits up to 2.5 s for look-ups

/** `status` is the HTTP status, or 0 when no answer came. `retryAfter` is in seconds. */
export class RequestError extends Error {
  constructor(status, code, message, retryAfter = null) {
    super(message);
    this.name = "RequestError";
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
  }

  /** Whether the same request may succeed later. */
  get passing() {
    return [0, 408, 425, 429, 500, 502, 503, 504].includes(this.status);
  }

  /** Whether the session is gone. */
  get sessionLost() {
    return this.status === 401 || this.status === 404;
  }
}

export class Api {
  #base;

  /** `base` is the chat page's path without the last slash, such as "/chat/demo". */
  constructor(base) {
    this.#base = base;
  }

  /** The whole conversation so far, or null when this browser has none (204; 401 and 404 say the same). */
  async resume(script) {
    try {
      return await this.#request("GET", script ? `/session?script=${encodeURIComponent(script)}` : "/session");
    } catch (error) {
      if (error instanceof RequestError && error.sessionLost) return null;
      throw error;
    }
  }

  begin(body) {
    return this.#request("POST", "/sessions", body);
  }

  post(body) {
    return this.#request("POST", "/messages", body);
  }

  since(number) {
    return this.#request("GET", `/messages?since=${number}`);
  }

  eventsUrl(number) {
    return `${this.#base}/events?since=${number}`;
  }

  async #request(method, path, body) {
    const headers = { Accept: "application/json", "X-Cancelbot": "1" };
    if (body !== undefined) headers["Content-Type"] = "application/json";
    let response;
    try {
      response = await fetch(this.#base + path, {
        method,
        headers,
        body: body === undefined ? undefined : JSON.stringify(body),
        credentials: "same-origin",
        cache: "no-store",
        redirect: "error",
        signal: AbortSignal.timeout(TIMEOUT),
      });
    } catch (error) {
      throw new RequestError(0, "no_answer", String(error?.message ?? error));
    }
    return answer(response);
  }
}

async function answer(response) {
  if (response.status === 204) return null;
  let body = null;
  try {
    body = await response.json();
  } catch {
    // A proxy's error page, or an answer cut short: the status says what to do.
  }
  if (response.ok && body !== null) return body;
  const status = response.ok ? 0 : response.status;
  const { code = "unknown", message = response.statusText } = body?.error ?? {};
  throw new RequestError(status, code, message, seconds(response.headers.get("Retry-After")));
}

/** Retry-After comes as seconds or as a date. */
function seconds(value) {
  if (!value) return null;
  if (/^\d+$/.test(value)) return Number(value);
  const date = Date.parse(value);
  return Number.isNaN(date) ? null : Math.max(0, (date - Date.now()) / 1000);
}
