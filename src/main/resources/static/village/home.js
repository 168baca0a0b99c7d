/** Somebody's Home tab in Slack: what Doorstep has published for them, and a line to write to it or to give a command. */
import { h, mark, refill, writing } from "./dom.js";
import { blocks } from "./blocks.js";
import { icon } from "./drawings.js";
import { words } from "./words.js";

const said = words.slack;

/** Words that begin with a slash are a command, wherever they are typed. */
export function command(text) {
  const given = text.match(/^(\/[a-z]+)(?:\s+([\s\S]*))?$/);
  return given && { command: given[1], text: given[2] ?? "" };
}

export function homeRoom(user, names, post) {
  const act = (verb, body = {}) => post(`slack/dm/${encodeURIComponent(user)}/${verb}`, body);
  const page = h("div", { class: "home-page post-words" });
  const empty = h("p", { class: "empty" }, said.homeEmpty);
  const log = h("div", { class: "log home-log", tabindex: "0", "aria-label": said.home(names.user(user)) }, empty, page);
  const { field, submit } = writing(
    { class: "field", placeholder: said.toDoorstep, "aria-label": said.toDoorstep, data: { testid: `home-${user}-input` } },
    (text) => (command(text) ? act("command", command(text)) : act("say", { text })));
  const panel = h("section", {
    class: "room", id: `room-home-${user}`, role: "tabpanel", "aria-labelledby": `tab-home-${user}`, data: { testid: `home-${user}` },
  },
  h("header", { class: "room-head" }, icon("group"), h("div", {}, h("h3", { class: "room-title" }, said.home(names.user(user))))),
  log,
  h("form", { class: "composer composer-room", onsubmit: (event) => { event.preventDefault(); submit(); field.focus(); } },
    h("div", { class: "composer-line" }, field,
      h("button", { type: "submit", class: "round send", "aria-label": said.send, data: { testid: `home-${user}-send` } }, icon("send")))));
  let look = "";

  /** Slack tells the app each time that somebody opens it. */
  function open() {
    act("home");
  }

  function update(list) {
    const now = JSON.stringify(list);
    mark(empty, "hidden", list.length > 0);
    if (now === look) return;
    look = now;
    refill(page, ...blocks(list, names, (actionId, value) => act("press-home", { actionId, value })));
  }

  return { panel, open, update, log };
}
