// Waits for the proofs while they run, and opens the way to publishing when they hold.

import { post } from "./net.js";

const place = document.querySelector("#proofs");
const button = document.querySelector("#publish");

async function wait() {
  while (place?.querySelector('[data-standing="running"]')) {
    try {
      const answer = await fetch(place.dataset.proofs, { cache: "no-store" });
      if (answer.redirected || !answer.ok) throw new Error();
      place.innerHTML = await answer.text();
    } catch {
      place.textContent = "No connection. Reload the page to see what became of the check.";
    }
  }
  if (button) button.disabled = "shut" in button.dataset || !place?.querySelector('[data-open="yes"]');
}

place?.addEventListener("click", async (event) => {
  if (!event.target.closest("[data-again]")) return;
  await post(place.dataset.proofs, {}).then(({ html }) => (place.innerHTML = html), (error) => (place.textContent = error.message));
  wait();
});

wait();
