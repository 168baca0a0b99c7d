/** One phone: whose it is, what was said, and everything its owner can send. */
import { h, keyed, keepingScroll, mark, say, writing } from "./dom.js";
import { bubble, fillBubble } from "./bubble.js";
import { door, icon } from "./drawings.js";
import { landmarks } from "./ground.js";
import { sheet } from "./sheet.js";
import { dayOf } from "./times.js";
import { words } from "./words.js";

const said = words.phones;

export function phone(first, number, post) {
  let now = first;
  const id = first.id;
  const path = (verb) => `phones/${encodeURIComponent(id)}/${verb}`;
  const { field, submit, grow } = writing(
    { class: "field", placeholder: said.placeholder, "aria-label": said.write(first.name), data: { testid: `phone-${id}-input` } },
    (text) => post(path("say"), { text }),
  );
  const name = h("h3", { class: "phone-name" }, first.name);
  const about = h("p", { class: "phone-about" }, first.about ?? "");
  const empty = h("div", { class: "empty" });
  const list = h("ol", { class: "msgs" });
  const log = h("div", { class: "log", role: "log", "aria-live": "off", tabindex: "0", "aria-label": said.log(first.name) }, empty, list);
  const attach = h("button", {
    type: "button", class: "round quiet", "aria-label": said.attach(first.name), "aria-haspopup": "dialog",
    data: { testid: `phone-${id}-attach` }, onclick: () => sheet(element, () => attach, said.sheet, things()),
  }, icon("plus"));
  const element = h("section", {
    class: `phone phone-${first.role}`, id: `phone-${id}`, "aria-label": said.phone(first.name), tabindex: "-1",
    data: { testid: `phone-${id}`, phone: id, door: number % 8 },
  },
  h("header", { class: `phone-head door-${number % 8}` }, door(number), h("div", { class: "phone-who" }, name, about)),
  log,
  h("form", { class: "composer", onsubmit: (event) => { event.preventDefault(); submit(); field.focus(); } },
    attach, field,
    h("button", { type: "submit", class: "round send", "aria-label": `${said.send}: ${first.name}`, data: { testid: `phone-${id}-send` } }, icon("send"))));

  const act = {
    tap: (message, payload, title) => post(path("tap"), { messageId: message.id, payload, title }),
    open: (message) => sheet(element, () => list.querySelector(`[data-id="${CSS.escape(message.id)}"] [data-focus="list"]`) ?? field,
      message.list.button,
      message.list.items.map((item) => ({
        ...item, testid: "list-item", pick: () => void act.tap(message, item.id, item.title),
      }))),
  };

  function things() {
    const send = (kind) => () => void post(path("media"), { kind });
    const thing = (key, pick) => ({ ...said.items[key], icon: key, testid: `attach-${key}`, pick });
    return [
      thing("thumb", () => void post(path("say"), { text: "👍" })),
      thing("pin", () => places()),
      ...["audio", "image", "sticker", "contact"].map((kind) => thing(kind, send(kind))),
    ];
  }

  function places() {
    const here = now.point ? [{ ...now.point, label: said.home }] : [];
    return [...here, ...landmarks, { lat: 54.4894, lon: -0.6134, label: said.places.far }].map((place) => ({
      title: place.label, icon: "pin", testid: "attach-place",
      pick: () => void post(path("pin"), { lat: place.lat, lon: place.lon, label: place.label }),
    }));
  }

  function openers() {
    return said.openers[now.role].map((text) => h("button", {
      type: "button", class: "opener", data: { testid: "opener" },
      onclick: () => { field.value = text; grow(); field.focus(); },
    }, text));
  }

  function update(next) {
    now = next;
    say(name, next.name);
    say(about, next.about ?? "");
    mark(empty, "hidden", next.messages.length > 0);
    if (!next.messages.length && !empty.childElementCount) {
      empty.append(door(number, "door door-large"), h("p", {}, next.role === "resident" ? said.emptyResident : said.emptyVolunteer), ...openers());
    }
    let fresh = [];
    keepingScroll(log, () => {
      fresh = keyed(list, withDays(next.messages), (row) => row.key, (row) => (row.day ? dayMark(row) : bubble(row.message)),
        (item, row) => row.message && fillBubble(item, row.message, next.name, act));
    });
    return fresh;
  }

  return { element, update, id, toEnd: () => { log.scrollTop = log.scrollHeight; }, busy: () => element.contains(document.activeElement) || Boolean(field.value), focus: () => field.focus() };
}

function dayMark(row) {
  return h("li", { class: "day" }, h("span", {}, row.day));
}

function withDays(messages) {
  const rows = [];
  let last = null;
  for (const message of messages) {
    const day = dayOf(message.at);
    if (day && day !== last) rows.push({ key: `day-${day}`, day });
    last = day || last;
    rows.push({ key: message.id, message });
  }
  return rows;
}
