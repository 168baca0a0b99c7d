/** The workspaces that Doorstep is in, or was taken out of. Letting it in is Slack's page, in this tab. */
import { h, mark, say } from "./dom.js";
import { words } from "./words.js";

const said = words.workspaces;

export function workspaces(host, { post }) {
  const list = h("div", { class: "workspaces", role: "group", "aria-label": said.title });
  const known = new Map();
  host.append(list);

  function made({ id, name }) {
    const state = h("span", { class: "workspace-state" });
    const leave = h("button", {
      type: "button", class: "pill", "aria-label": said.leaveName(name), data: { testid: `leave-${id}` },
      onclick: () => post(`slack/workspaces/${encodeURIComponent(id)}/uninstall`, {}),
    }, said.leave);
    const join = h("a", {
      class: "pill", href: `/slack/install?team=${encodeURIComponent(id)}`, "aria-label": said.joinName(name),
      data: { testid: `join-${id}` },
    }, said.join);
    list.append(h("div", { class: "workspace", data: { testid: `workspace-${id}` } },
      h("span", { class: "workspace-name" }, name), state, leave, join));
    return { state, leave, join };
  }

  function update({ slack }) {
    for (const one of slack.workspaces ?? []) {
      if (!known.has(one.id)) known.set(one.id, made(one));
      const { state, leave, join } = known.get(one.id);
      say(state, one.installed ? said.there : said.away);
      mark(leave, "hidden", !one.installed);
      mark(join, "hidden", one.installed);
    }
  }

  return { update };
}
