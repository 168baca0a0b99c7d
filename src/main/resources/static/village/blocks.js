/** Slack's Block Kit, as far as the village uses it. press(actionId, value) is told of buttons and choices. */
import { h } from "./dom.js";
import { words } from "./words.js";
import { emoji, fromSlack, link } from "./written.js";

const said = words.slack;

export function blocks(list, names, press) {
  return list.map((block, i) => draw(block, names, press, block.block_id ?? `block-${i}`));
}

function draw(block, names, press, key) {
  switch (block.type) {
    case "header":
      return h("h4", { class: "b-header", dir: "auto" }, plain(block.text));
    case "section":
      return h("div", { class: "b-section" },
        h("div", { class: "b-words" },
          block.text && h("p", { dir: "auto" }, text(block.text, names)),
          block.fields && h("div", { class: "b-fields" }, ...block.fields.map((field) => h("p", { dir: "auto" }, text(field, names))))),
        block.accessory && element(block.accessory, names, press, key));
    case "rich_text":
      return h("div", { class: "b-rich" }, ...block.elements.map((part) => rich(part, names)));
    case "context":
      return h("div", { class: "b-context" }, ...block.elements.map((part) =>
        part.type === "image" ? h("span", {}, said.picture(part.alt_text)) : h("span", { dir: "auto" }, text(part, names))));
    case "actions":
      return h("div", { class: "b-actions" }, ...block.elements.map((part) => element(part, names, press, key)));
    case "divider":
      return h("hr", {});
    case "image":
      // only what the village itself keeps: the page asks nobody else for anything
      if (block.image_url?.startsWith("/village/")) return h("img", { class: "b-image", src: block.image_url, alt: block.alt_text ?? "" });
      return h("p", { class: "b-context" }, said.picture(block.alt_text ?? ""));
    default:
      return h("p", { class: "b-context" }, said.cannot);
  }
}

const plain = (object) => withEmoji(object?.text ?? "");
const withEmoji = (words) => words.replace(/:([a-z0-9_+'-]+):/g, (whole, name) => emoji(name) ?? whole);
const text = (object, names) => (object.type === "mrkdwn" ? fromSlack(object.text, names) : [plain(object)]);

function element(part, names, press, key) {
  const focus = `${key}-${part.action_id}`;
  if (part.type === "button") {
    const data = { testid: "block-button", action: part.action_id, value: part.value ?? "", focus };
    const props = { type: "button", dir: "auto", class: `b-button b-${part.style ?? "plain"}`, data, "aria-label": part.accessibility_label };
    const button = h("button", props, plain(part.text));
    button.addEventListener("click", async () => {
      if (!part.confirm || (await sure(part.confirm, names))) press(part.action_id, part.value ?? null);
    });
    return button;
  }
  if (part.type === "static_select" || part.type === "overflow") {
    const groups = part.option_groups ?? [{ options: part.options ?? [] }];
    const option = (one) => h("option", { value: one.value, selected: one.value === part.initial_option?.value }, plain(one.text));
    const placeholder = part.placeholder ? plain(part.placeholder) : said.options;
    const select = h("select", { class: "b-select", "aria-label": placeholder, data: { testid: "block-select", action: part.action_id, focus } },
      !part.initial_option && h("option", { value: "", disabled: true, selected: true }, placeholder),
      ...groups.map((group) => (group.label
        ? h("optgroup", { label: plain(group.label) }, ...group.options.map(option))
        : group.options.map(option))).flat());
    // A choice is sent by its own button: with a keyboard, walking through the options must not send each of them.
    const go = h("button", { type: "button", class: "b-button b-plain", "aria-label": `${said.choose}: ${placeholder}`,
      data: { testid: "block-select-go", action: part.action_id, focus: `${focus}-go` } }, said.choose);
    go.addEventListener("click", async () => {
      if (!select.value) select.focus();
      else if (!part.confirm || (await sure(part.confirm, names))) press(part.action_id, select.value);
    });
    return h("span", { class: "b-choice" }, select, go);
  }
  return h("span", { class: "b-context" }, said.cannot);
}

/** Asks once more, as Slack does for a button that carries a confirmation. */
function sure(confirm, names) {
  return new Promise((answered) => {
    const box = h("dialog", { class: "sure", "aria-label": plain(confirm.title) || said.confirm.title },
      h("h4", {}, plain(confirm.title) || said.confirm.title),
      confirm.text && h("p", { dir: "auto" }, text(confirm.text, names)),
      h("form", { method: "dialog", class: "b-actions" },
        h("button", { class: "b-button b-plain", value: "no" }, plain(confirm.deny) || said.confirm.no),
        h("button", { class: `b-button b-${confirm.style ?? "primary"}`, value: "yes", data: { testid: "confirm-yes" } }, plain(confirm.confirm) || said.confirm.yes)));
    box.addEventListener("close", () => {
      box.remove();
      answered(box.returnValue === "yes");
    });
    document.body.append(box);
    box.showModal();
  });
}

function rich(part, names) {
  switch (part.type) {
    case "rich_text_section":
      return h("p", { dir: "auto" }, ...part.elements.map((one) => richLeaf(one, names)));
    case "rich_text_quote":
      return h("blockquote", { dir: "auto" }, ...part.elements.map((one) => richLeaf(one, names)));
    case "rich_text_preformatted":
      return h("pre", { dir: "auto" }, ...part.elements.map((one) => richLeaf(one, names)));
    case "rich_text_list":
      return h(part.style === "ordered" ? "ol" : "ul", { class: `b-list b-indent-${Math.min(part.indent ?? 0, 3)}`, start: part.offset ? part.offset + 1 : null },
        ...part.elements.map((item) => h("li", { dir: "auto" }, ...item.elements.map((one) => richLeaf(one, names)))));
    default:
      return h("p", { class: "b-context" }, said.cannot);
  }
}

function richLeaf(leaf, names) {
  switch (leaf.type) {
    case "text":
      return styled(leaf.text, leaf.style);
    case "link":
      return link(leaf.url, leaf.text ?? leaf.url);
    case "user":
      return h("span", { class: "mention" }, `@${names.user(leaf.user_id)}`);
    case "channel":
      return h("span", { class: "mention" }, `#${names.channel(leaf.channel_id)}`);
    case "emoji":
      return emoji(leaf.name) ?? `:${leaf.name}:`;
    case "broadcast":
      return h("span", { class: "mention" }, `@${leaf.range}`);
    case "date":
      return leaf.fallback ?? "";
    default:
      return leaf.text ?? "";
  }
}

function styled(words, style = {}) {
  let node = words;
  if (style.code) node = h("code", {}, node);
  if (style.strike) node = h("s", {}, node);
  if (style.italic) node = h("em", {}, node);
  if (style.bold) node = h("strong", {}, node);
  return node;
}
