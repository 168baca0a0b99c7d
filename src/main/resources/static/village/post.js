/** One message in Slack, with its reactions, its thread and what its author may still do to it. */
import { h, keyed, mark, refill, say, writing } from "./dom.js";
import { blocks } from "./blocks.js";
import { door } from "./drawings.js";
import { timeOf } from "./times.js";
import { words } from "./words.js";
import { emoji, fromSlack } from "./written.js";

const said = words.slack;

/**
 * Room: {names, me(), changes(user), post(verb, body), threads}. Rooms with no threads (direct messages) only show and press.
 * Returns the element with an update on it, so that a half-written reply outlives every change above it.
 */
export function slackPost(first, room) {
  const face = h("div", { class: "face" });
  const words_ = h("div", { class: "post-words" });
  const reactions = h("div", { class: "reactions" });
  const tools = h("div", { class: "post-tools" });
  const element = h("li", { class: "post", data: { testid: "message", ts: first.ts } },
    face, h("div", { class: "post-body" }, words_, reactions, tools));
  const thread = room.threads ? threadOf(first.ts, room) : null;
  if (thread) element.lastElementChild.append(thread.element);
  element.update = update;

  function update(message) {
    const user = room.names.of(message.user);
    element.dataset.user = message.user;
    refill(face, user.bot ? door(0) : h("span", { class: `initials tint-${user.tint}`, "aria-hidden": "true" }, user.initials));
    refill(words_,
      h("p", { class: "post-line" },
        h("strong", { class: "post-who" }, user.name),
        user.bot && h("span", { class: "tag" }, said.app),
        user.title && h("span", { class: "post-title" }, user.title),
        h("time", { class: "post-time", datetime: message.at }, timeOf(message.at)),
        message.onlyFor && h("span", { class: "post-title" }, said.onlyYou)),
      message.blocks?.length
        ? blocks(message.blocks, room.names, (actionId, value) => room.post("press", { user: room.me(), ts: message.ts, actionId, value }))
        : h("p", { class: "post-text", dir: "auto" }, fromSlack(message.text ?? "", room.names)),
      message.edited && h("span", { class: "post-edited" }, `(${said.edited})`));
    keyed(reactions, message.reactions ?? [], (one) => one.name,
      () => h("span", { class: "reaction", role: "img" }),
      (chip, one) => {
        mark(chip, "aria-label", said.reaction(one.name, one.count));
        mark(chip, "title", (one.users ?? []).map((id) => room.names.user(id)).join(", "));
        refill(chip, h("span", {}, emoji(one.name) ?? `:${one.name}:`), h("span", {}, ` ${one.count}`));
      });
    drawTools(message, user);
    thread?.update(message.thread ?? []);
  }

  function drawTools(message, user) {
    refill(tools,
      thread && !message.thread?.length && tool(said.reply, "thread-open", () => thread.open(true)),
      room.changes(message.user) && tool(said.edit, "edit", () => edit(message)),
      room.changes(message.user) && tool(said.remove, "delete", () => room.post("delete", { ts: message.ts })));
  }

  function tool(label, testid, onclick) {
    return h("button", { type: "button", class: "tool", data: { testid, focus: testid }, onclick }, label);
  }

  function edit(message) {
    const done = () => {
      box.remove();
      mark(words_, "hidden", false);
      tools.querySelector('[data-focus="edit"]')?.focus();
    };
    const { field, submit } = writing({ class: "field", "aria-label": said.edit, data: { testid: "edit-input" } }, async (text) => {
      const sent = await room.post("edit", { ts: message.ts, text });
      if (sent) done();
      return sent;
    });
    const box = h("div", { class: "editing" }, field, h("div", { class: "b-actions" },
      h("button", { type: "button", class: "b-button b-plain", onclick: done }, said.cancel),
      h("button", { type: "button", class: "b-button b-primary", data: { testid: "edit-save" }, onclick: submit }, said.save)));
    box.addEventListener("keydown", (event) => event.key === "Escape" && done());
    words_.before(box);
    mark(words_, "hidden", true);
    field.value = (message.text ?? "").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
    field.focus();
  }

  return element;
}

/** Threads stand open until somebody closes them: what an officer and a resident say is the heart of the channel. */
function threadOf(ts, room) {
  let closed = false;
  let wanted = false;
  let count = 0;
  const toggle = h("button", { type: "button", class: "thread-toggle", data: { testid: "thread-toggle" }, onclick: () => open(closed) });
  const list = h("ol", { class: "posts" });
  const { field, submit } = writing(
    { class: "field", placeholder: said.replyHint, "aria-label": said.reply, data: { testid: "thread-input" } },
    (text) => room.post("say", { user: room.me(), text, threadTs: ts }));
  const form = h("form", { class: "composer composer-thread", onsubmit: (event) => { event.preventDefault(); submit(); field.focus(); } },
    field, h("button", { type: "submit", class: "tool", data: { testid: "thread-send" } }, said.send));
  const inside = h("div", { class: "thread-inside" }, list, form);
  const element = h("div", { class: "thread", data: { testid: "thread", ts } }, toggle, inside);

  function open(now) {
    closed = !now;
    wanted = now;
    draw();
    if (now) field.focus();
  }

  function draw() {
    mark(element, "hidden", !count && !wanted);
    mark(toggle, "hidden", !count);
    mark(toggle, "aria-expanded", String(!closed));
    say(toggle, said.replies(count));
    mark(inside, "hidden", closed);
  }

  function update(replies) {
    count = replies.length;
    keyed(list, replies, (one) => one.ts, (one) => slackPost(one, { ...room, threads: false }), (one, reply) => one.update(reply));
    draw();
  }

  return { element, update, open };
}
