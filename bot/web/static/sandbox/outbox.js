/** The page of all that would have been sent. */
import { SentList } from "./sent.js";

const root = document.getElementById("sent");
new SentList(root, { people: JSON.parse(root.dataset.people), to: root.dataset.to }).start();
