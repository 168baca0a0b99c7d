/** Who looks at a request first: the three models of a cell, to be tried one after the other. */
import { h, mark } from "./dom.js";
import { words } from "./words.js";

const said = words.model;

export function model(host, { post }) {
  const choices = said.choices.map(({ key, label, name }) =>
    h("button", {
      type: "button", class: "pill", "aria-label": name, "aria-pressed": "false", data: { testid: `model-${key}`, key },
      onclick: () => post("model", { model: key }),
    }, label));
  host.append(h("div", { class: "model", role: "group", "aria-label": said.title }, h("span", { class: "model-title" }, said.title), ...choices));

  function update({ cell }) {
    for (const choice of choices) mark(choice, "aria-pressed", String(choice.dataset.key === cell.model));
  }

  return { update };
}
