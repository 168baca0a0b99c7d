/** A sheet that slides up inside a phone: a list to pick from. Escape closes it, arrows walk through it. */
import { h, walkable } from "./dom.js";
import { icon } from "./drawings.js";
import { words } from "./words.js";

/** Items: {title, description?, icon?, id?, testid, pick}. A pick that returns items shows those instead. */
export function sheet(host, returnTo, title, items) {
  host.querySelector(".sheet-back")?.remove();
  const close = (back = true) => {
    cover.remove();
    if (back) returnTo()?.focus();
  };
  const list = h("div", { class: "sheet-items" });
  const heading = h("h4", { class: "sheet-title" }, title);
  const fill = (shown) => {
    list.replaceChildren(...shown.map((item, i) =>
      h("button", {
        type: "button", class: "sheet-item", tabindex: i ? "-1" : "0", data: { testid: item.testid, id: item.id ?? "" },
        onclick: async () => {
          const next = item.pick();
          if (Array.isArray(next)) fill(next);
          else close();
        },
      },
      item.icon && icon(item.icon),
      h("span", { class: "sheet-words" },
        h("span", { class: "sheet-name", dir: "auto" }, item.title),
        item.description && h("span", { class: "sheet-about", dir: "auto" }, item.description)))));
    list.firstElementChild?.focus();
  };
  const box = h("div", { class: "sheet", role: "dialog", "aria-modal": "true", "aria-label": title, data: { testid: "sheet" } },
    h("div", { class: "sheet-head" }, heading,
      h("button", { type: "button", class: "quiet", "aria-label": words.phones.close, onclick: () => close() }, icon("close"))),
    list);
  const cover = h("div", { class: "sheet-back", onclick: (event) => event.target === cover && close() }, box);
  cover.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      event.stopPropagation();
      close();
    }
    if (event.key === "Tab") {
      const stops = [...box.querySelectorAll('button:not([tabindex="-1"])')];
      const edge = event.shiftKey ? stops[0] : stops.at(-1);
      if (document.activeElement === edge || !stops.includes(document.activeElement)) {
        event.preventDefault();
        (event.shiftKey ? stops.at(-1) : stops[0]).focus();
      }
    }
  });
  walkable(list, ".sheet-item");
  host.append(cover);
  fill(items);
}
