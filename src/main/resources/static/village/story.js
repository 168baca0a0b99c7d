/** The story that plays itself: one button, how far it has come, and what is happening. */
import { h, mark, refill, say } from "./dom.js";
import { icon } from "./drawings.js";
import { words } from "./words.js";

const said = words.story;

export function story(host, { post, announce }) {
  const title = h("p", { class: "story-title" });
  const step = h("span", { class: "story-step" });
  const fill = h("span", { class: "story-fill" });
  const bar = h("div", { class: "story-bar", role: "progressbar", "aria-label": said.progress, "aria-valuemin": 0 }, fill);
  const button = h("button", { type: "button", class: "story-button", data: { testid: "story-play" }, onclick: () => post(running ? "story/stop" : "story/play") });
  host.append(button, h("div", { class: "story-words" }, h("div", { class: "story-line" }, title, step), bar));
  let running = false;
  let look = "";

  function update({ story: given }) {
    const { running: on = false, step: at = 0, of = 0, title: now = "" } = given ?? {};
    const over = !on && of > 0 && at >= of;
    running = on;
    const text = on ? now : over ? said.done : said.idle;
    if (on && text !== title.textContent) announce(text);
    say(title, text);
    mark(title, "dir", "auto");
    say(step, on ? said.step(at, of) : "");
    mark(bar, "hidden", !on);
    mark(bar, "aria-valuemax", of);
    mark(bar, "aria-valuenow", at);
    fill.style.transform = `scaleX(${of ? at / of : 0})`;
    mark(host, "data-running", on);
    const next = on ? "stop" : over ? "again" : "play";
    if (next === look) return;
    look = next;
    refill(button, icon(on ? "stop" : "play", "icon-small"), h("span", {}, said[next]));
  }

  return { update };
}
