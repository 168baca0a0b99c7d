/** All phones: a door to knock at for each, and as many phones side by side as there is room for. */
import { h, mark, walkable } from "./dom.js";
import { door } from "./drawings.js";
import { phone } from "./phone.js";
import { words } from "./words.js";

const NARROWEST = 232;
const GAP = 12;
const said = words.phones;

export function phones(host, { post, announce, news }) {
  const doors = h("div", { class: "doors", role: "toolbar", "aria-label": said.strip });
  const row = h("div", { class: "phone-row" });
  host.append(doors, row);
  const all = new Map();
  let shown = [];
  let used = [];
  let room = 1;
  let state = null;

  walkable(doors, ".chip", (chip) => show(chip.dataset.phone));

  new ResizeObserver(([entry]) => {
    const next = Math.max(1, Math.floor((entry.contentRect.width + GAP) / (NARROWEST + GAP)));
    if (entry.contentRect.width && next !== room) {
      room = next;
      settle();
    }
  }).observe(row);

  /** Keeps what is shown in place; fills or empties places from the least recently used end. */
  function settle() {
    const ids = [...all.keys()];
    const fit = Math.min(room, ids.length);
    while (shown.length > fit) {
      const leaving = used.filter((id) => shown.includes(id)).at(-1) ?? shown.at(-1);
      shown = shown.filter((id) => id !== leaving);
    }
    for (const id of [...used, ...ids]) {
      if (shown.length >= fit) break;
      if (!shown.includes(id)) shown.push(id);
    }
    place();
  }

  function place() {
    for (const [id, one] of all) {
      const visible = shown.includes(id);
      const was = !one.view.element.hidden;
      one.view.element.hidden = !visible;
      if (visible) {
        one.unseen = 0;
        if (!was) one.view.toEnd();
      }
      drawChip(id, one);
    }
    // Only phones that are out of sight are moved: moving one in sight would lose its focus and its scroll position.
    for (const [id, one] of all) if (!shown.includes(id)) row.append(one.view.element);
    shown.forEach((id, i) => {
      const element = all.get(id).view.element;
      if (row.children[i] !== element) row.insertBefore(element, row.children[i] ?? null);
    });
    count();
  }

  function drawChip(id, one) {
    mark(one.chip, "aria-pressed", String(shown.includes(id)));
    mark(one.chip, "aria-label", said.chip(one.phone.name, said[one.phone.role] ?? one.phone.role, one.unseen));
    one.badge.hidden = !one.unseen;
    one.badge.textContent = one.unseen ? String(one.unseen) : "";
  }

  function count() {
    news([...all.values()].reduce((sum, one) => sum + one.unseen, 0));
  }

  /** Brings a phone to the front, in the place of the one that has been left alone longest. */
  function show(id) {
    if (!all.has(id)) return;
    used = [id, ...used.filter((one) => one !== id)];
    if (!shown.includes(id)) {
      if (shown.length < room) shown.push(id);
      else {
        const idle = [...shown].sort((a, b) => age(b) - age(a)).find((one) => !all.get(one).view.busy()) ?? shown.at(-1);
        shown[shown.indexOf(idle)] = id;
      }
    }
    place();
  }

  const age = (id) => (used.indexOf(id) < 0 ? Infinity : used.indexOf(id));

  function add(one) {
    const number = all.size;
    const view = phone(one, number, post);
    const badge = h("span", { class: "badge", hidden: true });
    const chip = h("button", {
      type: "button", class: `chip chip-${one.role}`, tabindex: number ? "-1" : "0",
      data: { testid: `show-phone-${one.id}`, phone: one.id },
      onclick: () => { walkTo(chip); show(one.id); view.focus(); },
    }, h("span", { class: "chip-door" }, door(number), badge), h("span", { class: "chip-name" }, one.name.split(" ")[0]));
    doors.append(chip);
    row.append(view.element);
    view.element.hidden = true;
    view.element.addEventListener("focusin", () => {
      used = [one.id, ...used.filter((id) => id !== one.id)];
    });
    all.set(one.id, { view, chip, badge, phone: one, unseen: 0 });
  }

  function walkTo(chip) {
    for (const one of doors.children) mark(one, "tabindex", one === chip ? "0" : "-1");
  }

  function update(next) {
    const first = !state;
    state = next;
    for (const one of next.phones) if (!all.has(one.id)) add(one);
    if (first || shown.length < Math.min(room, all.size)) settle();
    const stirred = [];
    for (const one of next.phones) {
      const kept = all.get(one.id);
      kept.phone = one;
      const fresh = kept.view.update(one);
      const heard = one.messages.filter((message) => fresh.includes(message.id) && message.from !== "me");
      if (first) {
        kept.unseen = one.unread ?? 0;
      } else {
        kept.unseen += heard.length;
        for (const message of heard) announce(`${one.name}. ${said.wrote.doorstep} ${message.text ?? ""}`);
        if (fresh.some((key) => !key.startsWith("day-"))) stirred.push(one.id);
      }
    }
    if (next.story?.running) follow(stirred);
    place();
    if (first) for (const one of all.values()) one.view.toEnd();
  }

  /** While the story runs, the phones in it come forward by themselves, but never over somebody who is writing. */
  function follow(stirred) {
    for (const id of stirred.slice(0, room)) {
      if (shown.includes(id) || shown.some((one) => !all.get(one).view.busy())) show(id);
    }
  }

  return { update, show };
}
