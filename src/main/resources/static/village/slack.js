/** A window on Slack: some channels and direct messages as tabs, one open at a time, and as whom one is writing. */
import { h, keyed, keepingScroll, mark, say, walkable, writing } from "./dom.js";
import { icon } from "./drawings.js";
import { forms } from "./form.js";
import { command, homeRoom } from "./home.js";
import { slackPost } from "./post.js";
import { words } from "./words.js";

const said = words.slack;

/** mine: which rooms of the state belong here; actors: ids of those one can write as, in this order. */
export function slackWindow(host, { mine, actors, post, announce, news }) {
  const tabs = h("div", { class: "rooms", role: "tablist", "aria-label": said.where });
  const body = h("div", { class: "room-body" });
  host.append(tabs, body);
  const rooms = new Map();
  const form = forms(document.body, { actors, post });
  let open = null;
  let first = true;
  walkable(tabs, ".room-tab", (tab) => choose(tab.dataset.room));

  function choose(id) {
    open = id;
    for (const [key, room] of rooms) {
      mark(room.tab, "aria-selected", String(key === id));
      mark(room.tab, "tabindex", key === id ? "0" : "-1");
      mark(room.panel, "hidden", key !== id);
      if (key === id) {
        room.unseen = 0;
        if (room.page) room.page.open();
        else room.log.scrollTop = room.log.scrollHeight;
      }
      drawTab(room);
    }
  }

  function drawTab(room) {
    room.badge.hidden = !room.unseen;
    say(room.badge, room.unseen ? String(room.unseen) : "");
  }

  function update(state) {
    const names = namesFrom(state.slack);
    const wanted = roomsOf(state.slack, names).filter(mine);
    for (const room of wanted) {
      const kept = rooms.get(room.id) ?? add(room);
      kept.names.set(names);
      say(kept.title, room.title);
      say(kept.purpose, room.purpose);
      drawActors(kept, room, names, state.slack);
      let fresh = [];
      keepingScroll(kept.log, () => {
        fresh = keyed(kept.list, room.messages, (one) => one.ts, (one) => slackPost(one, kept.room), (element, one) => element.update(one));
      });
      mark(kept.empty, "hidden", room.messages.length > 0);
      tell(kept, room, names, fresh);
    }
    for (const { user, blocks } of state.slack.homes) {
      if (!actors.includes(user)) continue;
      const kept = rooms.get(`home-${user}`) ?? addHome(user, names);
      kept.names.set(names);
      kept.page.update(blocks);
    }
    form.update(state);
    for (const [id, kept] of rooms) {
      if (kept.page || wanted.some((room) => room.id === id)) continue;
      kept.tab.remove();
      kept.panel.remove();
      rooms.delete(id);
    }
    if (!rooms.has(open) && rooms.size) choose([...rooms.keys()].find((id) => !rooms.get(id).page) ?? [...rooms.keys()][0]);
    mark(tabs, "hidden", rooms.size < 2);
    if (first) for (const room of rooms.values()) if (!room.page) room.log.scrollTop = room.log.scrollHeight;
    first = false;
  }

  /** New messages and new replies, said aloud once and counted where they are not in sight. */
  function tell(kept, room, names, fresh) {
    const seen = kept.heard;
    const all = room.messages.flatMap((message) => [message, ...(message.thread ?? [])]);
    const heard = all.filter((message) => !seen.has(message.ts));
    kept.heard = new Set(all.map((message) => message.ts));
    if (first || !heard.length) return;
    if (room.id !== open) kept.unseen += heard.length;
    drawTab(kept);
    for (const message of heard) announce(`${room.title}. ${names.user(message.user)}: ${message.text ?? ""}`);
    news(heard.length);
    if (!fresh.length) kept.log.querySelector(`[data-ts="${CSS.escape(heard.at(-1).ts)}"]`)?.scrollIntoView({ block: "nearest" });
  }

  function addTab(room) {
    const badge = h("span", { class: "badge", hidden: true });
    const tab = h("button", {
      type: "button", class: "room-tab", role: "tab", id: `tab-${room.id}`, "aria-controls": `room-${room.id}`,
      data: { room: room.id, testid: `show-${room.testid}` }, onclick: () => choose(room.id),
    }, h("span", {}, room.tab), badge);
    return { badge, tab };
  }

  function addHome(user, names) {
    const id = `home-${user}`;
    const { badge, tab } = addTab({ id, testid: id, tab: said.homeShort(names.user(user).split(" ")[0]) });
    const held = holder();
    held.set(names);
    const page = homeRoom(user, held.view, post);
    const kept = { tab, badge, panel: page.panel, page, log: page.log, names: held, unseen: 0 };
    rooms.set(id, kept);
    tabs.append(tab);
    body.append(page.panel);
    page.panel.hidden = true;
    return kept;
  }

  function add(room) {
    const { badge, tab } = addTab(room);
    const title = h("h3", { class: "room-title" });
    const purpose = h("p", { class: "room-purpose", dir: "auto" });
    const list = h("ol", { class: "posts" });
    const empty = h("p", { class: "empty" }, said.empty);
    const log = h("div", { class: "log", role: "log", "aria-live": "off", tabindex: "0", "aria-label": said.log(room.title) }, empty, list);
    const as = h("select", { class: "as", id: `as-${room.id}`, data: { testid: `as-${room.id}` } });
    const { field, submit } = writing(
      { class: "field", placeholder: said.message(room.short), "aria-label": said.message(room.title), data: { testid: `${room.testid}-input` } },
      (text) => {
        const given = command(text) ?? { text };
        return post(`slack/${room.path}/${given.command ? "command" : "say"}`, room.dm ? given : { ...given, user: as.value });
      });
    const panel = h("section", {
      class: "room", id: `room-${room.id}`, role: "tabpanel", "aria-labelledby": `tab-${room.id}`, data: { testid: room.testid },
    },
    h("header", { class: "room-head" }, icon(room.dm ? "group" : room.private ? "lock" : "hash"), h("div", {}, title, purpose)),
    log,
    h("form", { class: "composer composer-room", onsubmit: (event) => { event.preventDefault(); submit(); field.focus(); } },
      !room.dm && h("div", { class: "as-line" }, h("label", { for: `as-${room.id}` }, said.as), as),
      h("div", { class: "composer-line" }, field,
        h("button", { type: "submit", class: "round send", "aria-label": said.send, data: { testid: `${room.testid}-send` } }, icon("send")))));
    const names = holder();
    const kept = {
      tab, badge, panel, title, purpose, list, log, empty, as, names, unseen: 0, heard: new Set(),
      room: {
        names: names.view, threads: !room.dm, changes: (user) => !room.dm && actors.includes(user), me: () => (room.dm ? room.dm : as.value),
        post: (verb, body) => post(`slack/${room.path}/${verb}`, body),
      },
    };
    rooms.set(room.id, kept);
    tabs.append(tab);
    body.append(panel);
    panel.hidden = true;
    return kept;
  }

  function drawActors(kept, room, names, slack) {
    if (room.dm) return;
    const known = actors.filter((id) => slack.users.some((user) => user.id === id));
    const people = known.length ? known : slack.users.filter((user) => !user.bot).map((user) => user.id);
    keyed(kept.as, people.map((id) => ({ id, name: names.user(id) })), (one) => one.id,
      (one) => h("option", { value: one.id }, one.name), (option, one) => say(option, one.name));
  }

  return { update };
}

function roomsOf(slack, names) {
  const channels = slack.channels.map((channel) => ({
    id: channel.id, testid: `channel-${channel.id}`, path: encodeURIComponent(channel.id), title: channel.name, short: `#${channel.name}`,
    tab: said.channel(channel.name), purpose: channel.purpose ?? "", private: channel.private, messages: channel.messages, dm: null,
  }));
  const dms = (slack.dms ?? []).map(({ user, messages }) => ({
    id: user, testid: `dm-${user}`, path: `dm/${encodeURIComponent(user)}`, title: said.dm(names.user(user)), short: names.user(user),
    tab: said.dmShort(names.user(user).split(" ")[0]), purpose: "", private: true, messages, dm: user,
  }));
  return [...channels, ...dms];
}

function namesFrom(slack) {
  const users = new Map(slack.users.map((user, i) => [user.id, {
    ...user, tint: i % 5, initials: user.name.split(/\s+/).map((word) => [...word][0]).slice(0, 2).join(""),
  }]));
  const channels = new Map(slack.channels.map((channel) => [channel.id, channel.name]));
  return {
    of: (id) => users.get(id) ?? { name: id, tint: 0, initials: "?", bot: false },
    user: (id) => users.get(id)?.name ?? id,
    channel: (id) => channels.get(id) ?? id,
  };
}

/** Posts keep hold of the names; the names themselves are renewed with every state. */
function holder() {
  let now = null;
  return {
    set: (names) => { now = names; },
    view: { of: (id) => now.of(id), user: (id) => now.user(id), channel: (id) => now.channel(id) },
  };
}
