/** The line to the village: one picture of everything, a stream that says when to look again, and what people do. */
import { words } from "./words.js";

const PATIENCE = [1000, 2000, 4000, 8000];

export function wire({ onState, onNotice }) {
  let fetching = false;
  let again = false;
  let planned = 0;
  let failures = 0;

  async function look() {
    if (fetching) {
      again = true;
      return;
    }
    fetching = true;
    again = false;
    const state = await picture();
    fetching = false;
    if (state) {
      failures = 0;
      onNotice(null);
      onState(state);
      if (again) soon();
    } else {
      onNotice(words.connection.lost);
      soon(PATIENCE[Math.min(failures++, PATIENCE.length - 1)]);
    }
  }

  async function picture() {
    try {
      const answer = await fetch("/village/state", { headers: { accept: "application/json" }, cache: "no-store" });
      return answer.ok ? await answer.json() : null;
    } catch {
      return null;
    }
  }

  /** Several changes in one breath are one look. */
  function soon(delay = 60) {
    if (planned) return;
    planned = setTimeout(() => {
      planned = 0;
      look();
    }, delay);
  }

  function listen(attempt = 0) {
    const events = new EventSource("/village/events");
    events.addEventListener("open", () => {
      attempt = 0;
      soon(0);
    });
    events.addEventListener("changed", () => soon());
    events.addEventListener("error", () => {
      onNotice(words.connection.lost);
      if (events.readyState !== EventSource.CLOSED) return;
      events.close();
      setTimeout(() => listen(attempt + 1), PATIENCE[Math.min(attempt, PATIENCE.length - 1)]);
    });
  }

  /** Tells the village what somebody did; false when it did not get through. */
  async function post(path, body = {}) {
    try {
      const answer = await fetch(`/village/${path}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
      if (!answer.ok) throw new TypeError(String(answer.status));
      soon();
      return true;
    } catch {
      onNotice(words.connection.failed, 6000);
      return false;
    }
  }

  look();
  listen();
  return { post };
}
