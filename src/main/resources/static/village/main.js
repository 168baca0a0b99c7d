/**
 * The village's page. It draws what GET /village/state says, looks again when /village/events says so,
 * and posts what people do. It holds no knowledge of Doorstep: whatever the page shows, the service did.
 *
 * Hooks for browser tests (data-testid):
 *   show-phone-<id>        the door in the strip that brings a phone into view (phones out of view are hidden)
 *   phone-<id>             a phone;  phone-<id>-input, phone-<id>-send, phone-<id>-attach
 *   message                one message, on a phone (data-id, data-status) or in Slack (data-ts, data-user)
 *   reply                  a quick reply (data-payload);  list-open, then list-item (data-id) in the sheet
 *   sheet                  what attach and list-open open;  attach-thumb, -pin, -audio, -image, -sticker, -contact;  attach-place after attach-pin
 *   opener                 a suggested first sentence on an empty phone: fills the input
 *   channel-<id>           a channel;  channel-<id>-input, channel-<id>-send, as-<id> (as whom), show-channel-<id> (its tab, where there are several)
 *   dm-<user>              direct messages;  dm-<user>-input, dm-<user>-send, show-dm-<user>
 *   thread                 a thread (data-ts);  thread-open (no replies yet), thread-toggle, thread-input, thread-send
 *   block-button           a button in a block (data-action, data-value);  block-select, then block-select-go;  confirm-yes
 *   home-<user>            a Home tab, opened by show-home-<user>;  home-<user>-input, home-<user>-send;  words that begin with / are a command
 *   form                   the form somebody has open: field-<block>, form-send, form-close
 *   edit, edit-input, edit-save, delete    on a message of somebody one can write as
 *   clock                  the time;  forward-300, forward-1800, forward-14400, forward-tomorrow
 *   map, job               the picture;  one job beside it (data-request, data-state), with its standby;  regular, each arrangement beside them (data-home)
 *   story-play             starts and stops the story
 *   workspace-<team>       a workspace, with leave-<team> or join-<team>
 *   model-<key>            direct, hubs, broker: who looks first
 *   tab-<view>             phones, group, officers, map: the bar at the bottom of a small screen
 */
import { h, mark, say } from "./dom.js";
import { clock } from "./clock.js";
import { icon } from "./drawings.js";
import { map } from "./map.js";
import { model } from "./model.js";
import { phones } from "./phones.js";
import { slackWindow } from "./slack.js";
import { story } from "./story.js";
import { wire } from "./wire.js";
import { words } from "./words.js";
import { workspaces } from "./workspaces.js";

const OFFICERS = ["C0OFFICERS", "C0SAFE", "C0HUB", "C0BROKER", "C0ADVICE"];
const OFFICER_PEOPLE = ["U0AMINA", "U0DEREK", "U0SAIRA", "U0TOBY", "U0RUTH", "U0TARIQ", "U0MEI", "U0LENA", "U0NADIA"];
const GROUP_PEOPLE = ["U0JOAN", "U0MARCUS"];
const $ = (id) => document.getElementById(id);

let line = null;
const post = (path, body) => line.post(path, body);

const spoken = $("announcer");
let quiet = true;

/** Says aloud what is new, in few words; what was there when the page opened is not news. */
function announce(text) {
  if (quiet) return;
  const one = h("p", { dir: "auto" }, text.length > 180 ? `${text.slice(0, 179)}…` : text);
  spoken.append(one);
  setTimeout(() => one.remove(), 8000);
}

const notice = $("notice");
let fading = 0;

function onNotice(text, forMillis) {
  clearTimeout(fading);
  say(notice, text ?? "");
  mark(notice, "hidden", !text);
  if (forMillis) fading = setTimeout(() => onNotice(null), forMillis);
}

const tabs = new Map();
for (const view of ["phones", "group", "officers", "map"]) {
  const badge = h("span", { class: "badge", hidden: true });
  const button = h("button", { type: "button", class: "tab", data: { testid: `tab-${view}` }, onclick: () => look(view) },
    h("span", { class: "tab-icon" }, icon(view), badge), h("span", {}, words.tabs[view]));
  tabs.set(view, { button, badge, news: 0 });
  $("tabs").append(button);
}

function look(view) {
  document.body.dataset.view = view;
  tabs.get(view).news = 0;
  for (const [name, tab] of tabs) {
    mark(tab.button, "aria-current", name === view ? "page" : null);
    drawTab(name, tab);
  }
  for (const log of $(view).querySelectorAll(".log")) log.scrollTop = log.scrollHeight;
}

function drawTab(name, tab) {
  tab.badge.hidden = !tab.news;
  say(tab.badge, tab.news ? String(tab.news) : "");
  mark(tab.button, "aria-label", words.tabNews(words.tabs[name], tab.news));
}

const news = (view, add) => (n) => {
  const tab = tabs.get(view);
  tab.news = add ? (document.body.dataset.view === view ? 0 : tab.news + n) : n;
  drawTab(view, tab);
};

const parts = [
  clock($("clock"), { post }),
  story($("story"), { post, announce }),
  map($("map")),
  phones($("phones"), { post, announce, news: news("phones") }),
  slackWindow($("group"), {
    mine: (room) => (room.dm ? !OFFICER_PEOPLE.includes(room.dm) : !OFFICERS.includes(room.id)),
    actors: GROUP_PEOPLE, post, announce, news: news("group", true),
  }),
  model($("officers"), { post }),
  workspaces($("officers"), { post }),
  slackWindow($("officers"), {
    mine: (room) => (room.dm ? OFFICER_PEOPLE.includes(room.dm) : OFFICERS.includes(room.id)),
    actors: OFFICER_PEOPLE, post, announce, news: news("officers", true),
  }),
];

look("phones");
onNotice(words.connection.starting);
line = wire({
  onNotice,
  onState(state) {
    say($("place"), words.place(state.cell.name, state.cell.number));
    for (const part of parts) part.update(state);
    quiet = false;
    mark(document.body, "data-ready", true);
  },
});
