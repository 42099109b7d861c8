// Requests to the studio's own routes.

const token = document.querySelector('meta[name="csrf-token"]').content;

/** POST JSON and read the JSON answer. Throws an Error in words for the admin; `aborted` when it was given up. */
export async function post(path, body, signal) {
  const headers = { "Content-Type": "application/json", "X-CSRF-Token": token };
  const response = await answered(path, { method: "POST", headers, body: JSON.stringify(body), signal });
  if (response.status === 401) {
    location.assign(`/login?next=${encodeURIComponent(location.pathname)}`);
  }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(answer.error?.message ?? `The server answered ${response.status}. Try again.`);
  return answer;
}

async function answered(path, options) {
  try {
    return await fetch(path, { ...options, cache: "no-store" });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Error("No connection. Nothing is lost; try again.");
  }
}
