// A browser that has a chat open would go on with it, on its old revision: the link begins a new one first.

const link = document.querySelector("#new-chat");

link.addEventListener("click", async (event) => {
  if (event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  const tab = open("about:blank", "_blank");
  await begin();
  if (tab) tab.location = link.href;
  else location.assign(link.href);
});

/** Begin a chat, which the page behind the link then shows. Where that fails, the page says why itself. */
async function begin() {
  const headers = { "Content-Type": "application/json", "X-Cancelbot": "1" };
  await fetch(link.dataset.sessions, { method: "POST", headers, body: "{}" }).catch(() => undefined);
}
