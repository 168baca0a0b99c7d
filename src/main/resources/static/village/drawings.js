/** Small pictures, drawn here so that nothing has to be fetched. */
import { h, s } from "./dom.js";

const paths = {
  send: "M3 20.500 21.500 12 3 3.500v6.800L15 12 3 13.700z",
  plus: "M11 4h2v7h7v2h-7v7h-2v-7H4v-2h7z",
  pin: "M12 2a7 7 0 0 0-7 7c0 5.200 7 13 7 13s7-7.800 7-13a7 7 0 0 0-7-7zm0 9.800A2.800 2.800 0 1 1 12 6.200a2.800 2.800 0 0 1 0 5.600z",
  audio: "M12 15a3.500 3.500 0 0 0 3.500-3.500v-6a3.500 3.500 0 1 0-7 0v6A3.500 3.500 0 0 0 12 15zm6-3.500a6 6 0 0 1-12 0H4.200a7.800 7.800 0 0 0 6.900 7.700V22h1.800v-2.800a7.800 7.800 0 0 0 6.900-7.700z",
  image: "M4 4h16a1.500 1.500 0 0 1 1.500 1.500v13A1.500 1.500 0 0 1 20 20H4a1.500 1.500 0 0 1-1.500-1.500v-13A1.500 1.500 0 0 1 4 4zm.500 14h15l-5-7-3.700 5-2.300-2.800zM8 10.500A1.700 1.700 0 1 0 8 7a1.700 1.700 0 0 0 0 3.500z",
  sticker: "M5 3h14a2 2 0 0 1 2 2v9l-7 7H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2zm9 15.800L18.800 14H15a1 1 0 0 0-1 1zM8.500 10A1.300 1.300 0 1 0 8.500 7.400 1.300 1.300 0 0 0 8.500 10zm7 0a1.300 1.300 0 1 0 0-2.600 1.300 1.300 0 0 0 0 2.600zM8 12.500c.700 1.800 2.200 2.800 4 2.800s3.300-1 4-2.800z",
  contact: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zm0 2c-4 0-8 2-8 5v1.500h16V19c0-3-4-5-8-5z",
  thumb: "M2 10.500h4V21H2zM8 20.500V10l4.500-7.500c1.600 0 2.500 1.200 2.200 2.700L14 9h5.500c1.400 0 2.300 1.200 2 2.500l-1.800 7.700c-.200 1-1.200 1.800-2.300 1.800H10c-.800 0-1.400-.100-2-.500z",
  list: "M4 6h2v2H4zm4 0h12v2H8zM4 11h2v2H4zm4 0h12v2H8zM4 16h2v2H4zm4 0h12v2H8z",
  back: "M14.500 5 7.500 12l7 7 1.500-1.500L10.500 12 16 6.500z",
  close: "M6.400 5 5 6.400 10.600 12 5 17.600 6.400 19 12 13.400 17.600 19 19 17.600 13.400 12 19 6.400 17.600 5 12 10.600z",
  play: "M7 4.500v15L20 12z",
  stop: "M6 6h12v12H6z",
  lock: "M7 10V7.500a5 5 0 0 1 10 0V10h1.500v10h-13V10zm2 0h6V7.500a3 3 0 0 0-6 0z",
  hash: "M9.800 3 9.200 7H5v2h3.900l-.800 6H4v2h3.800l-.600 4h2l.600-4h5l-.600 4h2l.600-4H20v-2h-3l.800-6H21V7h-2.900l.600-4h-2l-.600 4h-5l.700-4zm1.100 6h5l-.800 6h-5z",
  phones: "M8 2h8a2 2 0 0 1 2 2v16a2 2 0 0 1-2 2H8a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2zm0 3v12.500h8V5zm3 14v1.200h2V19z",
  group: "M4 4h16a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-8l-5 4.500V17H4a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2z",
  officers: "M12 2 4 5v6.500C4 16.500 7.400 20.700 12 22c4.600-1.300 8-5.500 8-10.500V5zm-1.200 14-4-4 1.500-1.500 2.500 2.500 5-5 1.500 1.500z",
  map: "M9 3.500 3 6v14.500l6-2.500 6 2.500 6-2.500V3.500L15 6zm1 2.300 4 1.600v10.800l-4-1.600z",
  warn: "M12 3 1.500 21h21zm-1 6.500h2v6h-2zm0 7.500h2v2h-2z",
};

/** A picture beside words: it is not read out. */
export function icon(name, className = "icon") {
  return s("svg", { class: className, viewBox: "0 0 24 24", "aria-hidden": "true", focusable: "false" }, s("path", { d: paths[name] }));
}

/** Everybody has a front door of their own colour; the number picks it (see the colours in base.css). */
export function door(number, className = "door") {
  return s(
    "svg",
    { class: `${className} door-${number % 8}`, viewBox: "0 0 34 40", "aria-hidden": "true", focusable: "false" },
    s("path", { class: "door-leaf", d: "M5 36V15.500C5 8.600 10.400 3 17 3s12 5.600 12 12.500V36z" }),
    s("path", { class: "door-light", d: "M9.500 15C9.500 10.700 12.900 7.500 17 7.500s7.500 3.200 7.500 7.500z" }),
    s("path", { class: "door-panel", d: "M10 19h6v6h-6zM18 19h6v6h-6zM10 27h6v6h-6zM18 27h6v6h-6z" }),
    s("circle", { class: "door-knob", cx: 25.6, cy: 25.8, r: 1.5 }),
    s("rect", { class: "door-step", x: 1, y: 36, width: 32, height: 4, rx: 1 }),
  );
}

/** One tick, two ticks, two bright ticks, or a warning: how far a message has come. */
export function ticks(status, label) {
  const strokes = {
    queued: ["M6 6.500h4M8 4v2.500"],
    sent: ["M3 6.500 6 9.500 12 3"],
    delivered: ["M1 6.500 4 9.500 10 3", "M7.500 9.500 14 3"],
    read: ["M1 6.500 4 9.500 10 3", "M7.500 9.500 14 3"],
  }[status];
  if (!strokes) return h("span", { class: "failed" }, icon("warn", "icon-small"), h("span", {}, label));
  return s(
    "svg",
    { class: `ticks ticks-${status}`, viewBox: "0 0 15 12", role: "img", "aria-label": label },
    s("title", {}, label),
    ...strokes.map((d) => s("path", { d })),
  );
}
