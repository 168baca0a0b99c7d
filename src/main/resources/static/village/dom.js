/** Small tools for drawing: elements from plain values, never from markup. */
const SVG = "http://www.w3.org/2000/svg";

export function h(tag, props = {}, ...children) {
  return dress(document.createElement(tag), props, children);
}

export function s(tag, props = {}, ...children) {
  return dress(document.createElementNS(SVG, tag), props, children);
}

function dress(element, props, children) {
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "data") Object.assign(element.dataset, value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** Changes an attribute only when it differs, so that nothing is announced or repainted in vain. */
export function mark(element, name, value) {
  const wanted = value === true ? "" : value;
  if (wanted === null || wanted === undefined || wanted === false) {
    if (element.hasAttribute(name)) element.removeAttribute(name);
  } else if (element.getAttribute(name) !== String(wanted)) {
    element.setAttribute(name, wanted);
  }
}

export function say(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** What somebody on the map is called by neighbours. */
export const firstNameOf = (homes, id) => (homes.find((home) => home.phone === id)?.name ?? id).split(" ")[0];

const drawn = new WeakMap();

/**
 * Keeps one child per item, in the items' order. An item that has not changed keeps its element untouched,
 * and with it focus, scroll position and half-written words. Returns the keys that are new.
 */
export function keyed(parent, items, keyOf, make, update) {
  const before = drawn.get(parent) ?? new Map();
  const after = new Map();
  const fresh = [];
  let place = parent.firstElementChild;
  for (const item of items) {
    const key = keyOf(item);
    const look = JSON.stringify(item);
    let entry = before.get(key);
    if (!entry) {
      entry = { element: make(item), look };
      update?.(entry.element, item);
      fresh.push(key);
    } else if (entry.look !== look) {
      entry.look = look;
      update?.(entry.element, item);
    }
    after.set(key, entry);
    if (entry.element === place) place = place.nextElementSibling;
    else parent.insertBefore(entry.element, place);
  }
  for (const [key, entry] of before) if (!after.has(key)) entry.element.remove();
  drawn.set(parent, after);
  return fresh;
}

/** Puts new children in place and gives focus back to the control that had it (by its data-focus). */
export function refill(element, ...children) {
  const focused = element.contains(document.activeElement) ? document.activeElement.dataset.focus : null;
  element.replaceChildren(...children.flat().filter(Boolean));
  if (!focused) return;
  for (const candidate of element.querySelectorAll("[data-focus]")) {
    if (candidate.dataset.focus === focused) {
      candidate.focus({ preventScroll: true });
      return;
    }
  }
}

/** Runs a change to a scrolling list: whoever was reading the end stays at the end, others stay where they are. */
export function keepingScroll(list, change) {
  const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 48;
  const top = list.scrollTop;
  change();
  list.scrollTop = atEnd ? list.scrollHeight : top;
}

/** A text field that grows with its words; Enter sends, Shift+Enter starts a new line. */
export function writing(props, send) {
  const field = h("textarea", { rows: 1, dir: "auto", autocomplete: "off", enterkeyhint: "send", maxlength: 4000, ...props });
  const grow = () => {
    field.style.height = "auto";
    if (field.scrollHeight) field.style.height = `${Math.min(field.scrollHeight, 132)}px`;
  };
  const submit = async () => {
    const text = field.value;
    if (!text.trim()) return;
    field.value = "";
    grow();
    if (!(await send(text)) && !field.value) {
      field.value = text;
      grow();
    }
  };
  field.addEventListener("input", grow);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      submit();
    }
  });
  return { field, submit, grow };
}

/** Left/right (or up/down) walk through a group of controls of which one is in the tab order. */
export function walkable(group, selector, chosen = () => {}) {
  group.addEventListener("keydown", (event) => {
    const all = [...group.querySelectorAll(selector)];
    const at = all.indexOf(document.activeElement);
    if (at < 0) return;
    const to = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = all[(to + all.length) % all.length];
    all.forEach((one) => mark(one, "tabindex", one === next ? "0" : "-1"));
    next.focus();
    chosen(next);
  });
}
