/** The form that somebody has open in Slack, over everything else until it is sent or closed. */
import { h, mark, say } from "./dom.js";
import { words } from "./words.js";

const said = words.slack;
const plain = (object) => object?.text ?? "";

export function forms(host, { actors, post }) {
  let shown = null;

  function update(state) {
    const page = state.slack.homes.find((one) => actors.includes(one.user) && one.form);
    if (!page) {
      shown?.close();
      shown = null;
    } else if (shown?.id !== page.form.id) {
      shown?.close();
      shown = draw(host, page.user, page.form, post);
    }
    shown?.faults(page.form.errors);
  }

  return { update };
}

function draw(host, user, form, post) {
  const act = (verb, body = {}) => post(`slack/dm/${encodeURIComponent(user)}/${verb}`, body);
  const fields = form.blocks.filter((block) => block.type === "input").map(input);
  const box = h("dialog", { class: "sure form", "aria-label": plain(form.title), data: { testid: "form" } },
    h("h4", { dir: "auto" }, plain(form.title)),
    h("form", {
      onsubmit: (event) => {
        event.preventDefault();
        const values = {};
        for (const field of fields) values[field.id] = { [field.action]: field.value() };
        act("hand-in", { values });
      },
    },
    h("div", { class: "form-fields" }, ...fields.map((field) => field.element)),
    h("div", { class: "b-actions" },
      h("button", { type: "button", class: "b-button b-plain", data: { testid: "form-close" }, onclick: () => act("dismiss") }, plain(form.close) || said.cancel),
      h("button", { class: "b-button b-primary", data: { testid: "form-send" } }, plain(form.submit)))));
  box.addEventListener("cancel", (event) => {
    event.preventDefault();
    act("dismiss");
  });
  host.append(box);
  box.showModal();
  return {
    id: form.id,
    close: () => box.remove(),
    faults: (errors) => fields.forEach((field) => field.fault(errors?.[field.id])),
  };
}

function input(block) {
  const part = block.element;
  const wrong = h("p", { class: "form-wrong", role: "alert", dir: "auto", hidden: true });
  const hint = block.hint && h("p", { class: "b-context form-hint", dir: "auto" }, plain(block.hint));
  const { control, value } = controls(part, block);
  const element = h("fieldset", { class: "form-field", data: { testid: `field-${block.block_id}` } },
    h("legend", { dir: "auto" }, plain(block.label), block.optional && h("span", { class: "post-title" }, ` (${said.optional})`)),
    control, wrong, hint);
  return {
    id: block.block_id, action: part.action_id, element, value,
    fault(text) {
      say(wrong, text ?? "");
      mark(wrong, "hidden", !text);
    },
  };
}

function controls(part, block) {
  const label = plain(block.label);
  if (part.type === "plain_text_input") {
    const field = h(part.multiline ? "textarea" : "input", { class: "field", dir: "auto", "aria-label": label, maxlength: part.max_length, rows: part.multiline ? 3 : null });
    if (part.initial_value) field.value = part.initial_value;
    return { control: field, value: () => ({ type: part.type, value: field.value || null }) };
  }
  if (part.type === "datepicker") {
    const field = h("input", { type: "date", class: "field", "aria-label": label });
    if (part.initial_date) field.value = part.initial_date;
    return { control: field, value: () => ({ type: part.type, selected_date: field.value || null }) };
  }
  const many = part.type === "checkboxes" || part.type === "multi_static_select";
  const first = (part.initial_options ?? (part.initial_option ? [part.initial_option] : [])).map((option) => option.value);
  const boxes = part.options.map((option) => {
    const box = h("input", { type: many ? "checkbox" : "radio", name: block.block_id, value: option.value });
    box.checked = first.includes(option.value);
    return { option, box, line: h("label", { class: "form-option" }, box, h("span", { dir: "auto" }, plain(option.text),
      option.description && h("span", { class: "post-title" }, ` ${plain(option.description)}`))) };
  });
  const picked = () => boxes.filter(({ box }) => box.checked).map(({ option }) => ({ text: option.text, value: option.value }));
  return {
    control: h("div", { class: "form-options" }, ...boxes.map(({ line }) => line)),
    value: () => (many ? { type: part.type, selected_options: picked() } : { type: part.type, selected_option: picked()[0] ?? null }),
  };
}
