/** One message on a phone. */
import { h, refill } from "./dom.js";
import { icon, ticks } from "./drawings.js";
import { miniature } from "./map.js";
import { timeOf } from "./times.js";
import { words } from "./words.js";
import { fromChat } from "./written.js";

const said = words.phones;

export function bubble(message) {
  return h("li", { class: `msg msg-${message.from === "me" ? "me" : "them"}`, data: { testid: "message", id: message.id } });
}

/** act.tap(message, payload, title) answers a button; act.open(message) opens its list. */
export function fillBubble(item, message, owner, act) {
  item.dataset.status = message.status ?? "";
  refill(
    item,
    h("div", { class: `bubble${message.media === "sticker" ? " bubble-bare" : ""}` },
      h("span", { class: "away" }, message.from === "me" ? said.wrote.me(owner) : said.wrote.doorstep),
      message.note === "template" && h("span", { class: "tag" }, said.template),
      message.media && media(message.media),
      message.pin && pin(message.pin),
      message.text && h("p", { class: "said", dir: "auto" }, fromChat(message.text)),
      h("span", { class: "meta" },
        h("time", { datetime: message.at }, timeOf(message.at)),
        message.status && ticks(message.status, said.status[message.status] ?? message.status))),
    replies(message, act),
  );
}

function replies(message, act) {
  const buttons = (message.buttons ?? []).map(({ id, title }) =>
    h("button", {
      type: "button", class: "reply", dir: "auto", data: { testid: "reply", payload: id, focus: `reply-${id}` },
      onclick: () => act.tap(message, id, title),
    }, title));
  if (message.list) {
    buttons.push(h("button", {
      type: "button", class: "reply", "aria-haspopup": "dialog", data: { testid: "list-open", focus: "list" },
      onclick: () => act.open(message),
    }, icon("list", "icon-small"), message.list.button));
  }
  return buttons.length ? h("div", { class: "replies" }, buttons) : null;
}

function media(kind) {
  const label = said.media[kind] ?? kind;
  if (kind === "sticker") return h("span", { class: "sticker", role: "img", "aria-label": label }, "🫖");
  if (kind === "audio") {
    return h("div", { class: "voice" }, icon("audio"), h("span", { class: "voice-wave", "aria-hidden": "true" },
      ...[3, 7, 5, 9, 4, 8, 6, 10, 5, 7, 3, 8, 5, 4].map((n) => h("i", { class: `bar bar-${n}` }))), h("span", {}, label));
  }
  return h("div", { class: "media" }, icon(kind === "contact" ? "contact" : "image"), h("span", {}, label));
}

function pin({ lat, lon, label }) {
  return h("div", { class: "pin" },
    miniature(lat, lon, said.pinAt(label || said.pin)),
    h("span", { class: "pin-label", dir: "auto" }, icon("pin", "icon-small"), label || said.pin));
}
