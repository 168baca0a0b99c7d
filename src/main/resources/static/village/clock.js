/** The clock of the village, and the buttons that move it on. */
import { h, mark, s, say } from "./dom.js";
import { dayAndTime, handsAt, secondsUntilTomorrowAtEight } from "./times.js";
import { words } from "./words.js";

const said = words.clock;

export function clock(host, { post }) {
  const hour = s("line", { class: "hand", x1: 12, y1: 12, x2: 12, y2: 7.5 });
  const minute = s("line", { class: "hand", x1: 12, y1: 12, x2: 12, y2: 4.8 });
  const time = h("time", { class: "clock-time", data: { testid: "clock" } });
  const buttons = h("div", { class: "clock-steps", role: "group", "aria-label": said.now });
  host.append(
    h("p", { class: "clock-now" },
      s("svg", { class: "clock-face", viewBox: "0 0 24 24", "aria-hidden": "true" }, s("circle", { cx: 12, cy: 12, r: 10.5 }), hour, minute),
      h("span", { class: "away" }, `${said.now}: `), time),
    buttons);
  let base = null;
  let moving = false;

  const now = () => base.instant + (performance.now() - base.seen);
  for (const { seconds, label, name } of said.steps) buttons.append(step(label, name, `forward-${seconds}`, () => seconds));
  buttons.append(step(said.tomorrow.label, said.tomorrow.name, "forward-tomorrow", () => secondsUntilTomorrowAtEight(now())));

  function step(label, name, testid, seconds) {
    return h("button", {
      type: "button", class: "pill", "aria-label": name, data: { testid },
      onclick: async () => {
        if (moving || !base) return;
        moving = true;
        mark(host, "aria-busy", "true");
        await post("clock/forward", { seconds: seconds() });
        moving = false;
        mark(host, "aria-busy", null);
      },
    }, label);
  }

  function draw() {
    if (!base) return;
    say(time, dayAndTime(now()));
    mark(time, "datetime", new Date(now()).toISOString());
    const { hours, minutes } = handsAt(now());
    mark(hour, "transform", `rotate(${(hours % 12) * 30 + minutes / 2} 12 12)`);
    mark(minute, "transform", `rotate(${minutes * 6} 12 12)`);
  }

  function update({ clock: given }) {
    const instant = new Date(given.now).getTime();
    if (isNaN(instant)) return;
    base = { instant, seen: performance.now() };
    draw();
  }

  setInterval(draw, 5000);
  return { update };
}
