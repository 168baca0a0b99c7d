/** What somebody needs again and again: how often, who does it, the next time, and a time that is left out. */
import { firstNameOf, h, keyed, mark, refill } from "./dom.js";
import { words } from "./words.js";

const said = words.map;

export function regular() {
  const list = h("ul", { class: "regulars", "aria-labelledby": "regular-title" });
  const element = h("section", { class: "regular-side", hidden: true },
    h("h3", { class: "regular-title", id: "regular-title" }, said.regular), list);

  function update({ homes, regular: all = [] }) {
    mark(element, "hidden", all.length === 0);
    const shown = all.map((one) => ({ ...one, name: firstNameOf(homes, one.home) }));
    keyed(list, shown, (one) => `${one.home} ${one.need}`,
      (one) => h("li", { class: "regular", data: { testid: "regular", home: one.home } }), fill);
  }

  function fill(row, one) {
    refill(row,
      h("p", { class: "job-name", dir: "auto" }, said.regularFor(one.need, one.name)),
      h("p", { class: "regular-often", dir: "auto" }, one.often),
      one.by ? h("p", { class: "job-holder", dir: "auto" }, said.regularBy(one.by)) : h("p", { class: "regular-nobody" }, said.regularNobody),
      one.next && h("p", { class: "regular-next" }, said.regularNext(one.next)),
      one.leftOut && h("p", { class: "regular-out" }, said.regularLeftOut(one.leftOut)),
      one.standIn && h("p", { class: "regular-out" }, said.regularStandIn(one.standIn)));
  }

  return { element, update };
}
