/** What people wrote, as text nodes and a few marks: nothing that was typed can become markup of this page. */
import { h } from "./dom.js";

/** WhatsApp's own marks: *bold*, _italic_, ~struck~, ```fixed```. */
export function fromChat(text) {
  const nodes = [];
  const pattern = /```([\s\S]+?)```|(?<![\p{L}\p{N}*])\*([^\s*](?:[^*\n]*[^\s*])?)\*(?![\p{L}\p{N}*])|(?<![\p{L}\p{N}_])_([^\s_](?:[^_\n]*[^\s_])?)_(?![\p{L}\p{N}_])|(?<![\p{L}\p{N}~])~([^\s~](?:[^~\n]*[^\s~])?)~(?![\p{L}\p{N}~])/gu;
  let from = 0;
  for (const found of text.matchAll(pattern)) {
    if (found.index > from) nodes.push(text.slice(from, found.index));
    const [, fixed, bold, italic, struck] = found;
    if (fixed !== undefined) nodes.push(h("code", {}, fixed));
    else if (bold !== undefined) nodes.push(h("strong", {}, bold));
    else if (italic !== undefined) nodes.push(h("em", {}, italic));
    else nodes.push(h("s", {}, struck));
    from = found.index + found[0].length;
  }
  if (from < text.length) nodes.push(text.slice(from));
  return nodes;
}

const decoded = (text) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

/** Slack's mrkdwn. People's and channels' names are looked up by the caller's functions. */
export function fromSlack(text, names) {
  const nodes = [];
  for (const [i, part] of text.split(/```/).entries()) {
    if (i % 2) {
      nodes.push(h("pre", {}, decoded(part.replace(/^\n|\n$/g, ""))));
      continue;
    }
    let quote = null;
    const lines = part.split("\n");
    for (const [n, line] of lines.entries()) {
      const quoted = /^(?:&gt;|>) ?/.exec(line);
      if (quoted) {
        if (!quote) nodes.push((quote = h("blockquote", { dir: "auto" })));
        else quote.append("\n");
        quote.append(...inline(line.slice(quoted[0].length), names));
      } else {
        nodes.push(...inline(line, names));
        if (n < lines.length - 1) nodes.push("\n");
        quote = null;
      }
    }
  }
  return nodes;
}

const INLINE = /<([^<>\n]+)>|`([^`\n]+)`|(?<![\p{L}\p{N}*])\*([^\s*](?:[^*\n]*[^\s*])?)\*(?![\p{L}\p{N}*])|(?<![\p{L}\p{N}_])_([^\s_](?:[^_\n]*[^\s_])?)_(?![\p{L}\p{N}_])|(?<![\p{L}\p{N}~])~([^\s~](?:[^~\n]*[^\s~])?)~(?![\p{L}\p{N}~])|:([a-z0-9_+'-]+):/gu;

function inline(text, names) {
  const nodes = [];
  let from = 0;
  for (const found of text.matchAll(INLINE)) {
    if (found.index > from) nodes.push(decoded(text.slice(from, found.index)));
    const [whole, angled, fixed, bold, italic, struck, name] = found;
    if (angled !== undefined) nodes.push(reference(angled, names));
    else if (fixed !== undefined) nodes.push(h("code", {}, decoded(fixed)));
    else if (bold !== undefined) nodes.push(h("strong", {}, ...inline(bold, names)));
    else if (italic !== undefined) nodes.push(h("em", {}, ...inline(italic, names)));
    else if (struck !== undefined) nodes.push(h("s", {}, ...inline(struck, names)));
    else nodes.push(emoji(name) ?? decoded(whole));
    from = found.index + whole.length;
  }
  if (from < text.length) nodes.push(decoded(text.slice(from)));
  return nodes;
}

function reference(angled, names) {
  const [target, label] = angled.split("|");
  if (target.startsWith("@")) return h("span", { class: "mention" }, `@${label ?? names.user(target.slice(1))}`);
  if (target.startsWith("#")) return h("span", { class: "mention" }, `#${label ?? names.channel(target.slice(1))}`);
  if (target.startsWith("!date^")) return decoded(label ?? target);
  if (target.startsWith("!")) return h("span", { class: "mention" }, `@${label ?? target.slice(1).split("^")[0]}`);
  return link(decoded(target), decoded(label ?? target.replace(/^(mailto|tel):/, "")));
}

/** Only addresses that a person can mean; anything else stays text. */
export function link(address, label) {
  if (!/^(https?:\/\/|mailto:|tel:)/i.test(address)) return h("span", {}, label);
  return h("a", { href: address, target: "_blank", rel: "noopener noreferrer nofollow" }, label);
}

const EMOJI = {
  "+1": "👍", thumbsup: "👍", "-1": "👎", white_check_mark: "✅", heavy_check_mark: "✔️", ballot_box_with_check: "☑️",
  x: "❌", warning: "⚠️", rotating_light: "🚨", sos: "🆘", exclamation: "❗", question: "❓", eyes: "👀", heart: "❤️",
  yellow_heart: "💛", tada: "🎉", wave: "👋", pray: "🙏", raised_hand: "✋", raised_hands: "🙌", clap: "👏", ok_hand: "👌",
  muscle: "💪", smile: "😄", slightly_smiling_face: "🙂", blush: "😊", hourglass: "⌛", hourglass_flowing_sand: "⏳",
  clock3: "🕒", alarm_clock: "⏰", calendar: "📅", bell: "🔔", no_bell: "🔕", lock: "🔒", unlock: "🔓", house: "🏠",
  house_with_garden: "🏡", door: "🚪", pill: "💊", shopping_trolley: "🛒", shopping_bags: "🛍️", dog: "🐕", dog2: "🐕",
  phone: "☎️", telephone: "☎️", telephone_receiver: "📞", iphone: "📱", car: "🚗", bike: "🚲", walking: "🚶", bus: "🚌",
  pushpin: "📌", round_pushpin: "📍", incoming_envelope: "📨", outbox_tray: "📤", inbox_tray: "📥", envelope: "✉️",
  speech_balloon: "💬", memo: "📝", arrow_right: "➡️", leftwards_arrow_with_hook: "↩️", arrows_counterclockwise: "🔄",
  large_green_circle: "🟢", large_yellow_circle: "🟡", red_circle: "🔴", large_blue_circle: "🔵", white_circle: "⚪",
  zzz: "💤", sleeping: "😴", sparkles: "✨", star: "⭐", handshake: "🤝", busts_in_silhouette: "👥", mailbox: "📫",
  no_entry: "⛔", heavy_plus_sign: "➕", information_source: "ℹ️", hospital: "🏥", ambulance: "🚑", sunny: "☀️", tea: "🍵",
};

export const emoji = (name) => EMOJI[name.split("::")[0]] ?? null;
