/** Who lives where, who was asked in which wave, who has the job and who stands by. */
import { firstNameOf, h, keyed, mark, refill, s } from "./dom.js";
import { at, ground, names } from "./ground.js";
import { regular } from "./regular.js";
import { words } from "./words.js";

const said = words.map;
const AROUND = 240;
const BELOW = 480; // room for a name and for the legend
const SMALLEST = { width: 1000, height: 640 };

export function map(host) {
  const streetNames = names();
  const labels = s("g", { class: "m-names", "aria-hidden": "true" });
  const rings = s("g", { "aria-hidden": "true" });
  const lines = s("g", { "aria-hidden": "true" });
  const spots = s("g", {});
  const svg = s("svg", { class: "m-picture", role: "img", "aria-label": said.picture, preserveAspectRatio: "xMidYMid meet" },
    s("defs", {}, ...streetNames.paths), ground(), labels, rings, lines, spots);
  const list = h("ol", { class: "jobs", "aria-label": said.jobs });
  const none = h("p", { class: "jobs-none" }, said.none);
  const again = regular();
  host.append(
    h("div", { class: "m-frame", data: { testid: "map" } }, svg, legend()),
    h("div", { class: "jobs-side", tabindex: "0", role: "region", "aria-label": said.jobs }, none, list, again.element));
  let state = null;
  let chosen = null;

  new ResizeObserver(() => state && draw()).observe(svg);

  function update(next) {
    state = next;
    const jobs = next.map.jobs;
    const open = [...jobs].reverse().find((job) => job.state === "seeking" || job.state === "claimed");
    if (!jobs.some((job) => job.request === chosen?.request) || (chosen.auto && open && open.request !== chosen.request)) {
      const pick = open ?? jobs.at(-1);
      chosen = pick ? { request: pick.request, auto: true } : null;
    }
    again.update(next.map);
    mark(none, "hidden", jobs.length > 0);
    keyed(list, [...jobs].reverse().map((job) => ({ ...job, shown: job.request === chosen?.request })), (job) => job.request, jobRow, fillJob);
    draw();
  }

  function jobRow(job) {
    return h("li", { class: "job", data: { testid: "job", request: job.request } });
  }

  function fillJob(row, job) {
    row.dataset.state = job.state;
    refill(row,
      h("button", {
        type: "button", class: "job-head", "aria-pressed": String(job.shown), data: { focus: "job" },
        onclick: () => { chosen = { request: job.request, auto: false }; update(state); },
      }, h("span", { class: "job-name", dir: "auto" }, job.label), h("span", { class: `job-state job-${job.state}` }, said.states[job.state] ?? job.state)),
      ...(job.waves ?? []).map(({ wave, phones }) => h("p", { class: "job-wave" },
        h("span", { class: `wave-number wave-${Math.min(wave, 4)}`, "aria-hidden": "true" }, String(wave)),
        h("span", { class: "away" }, said.wave(wave, phones.map(firstName).join(", "))),
        h("span", { "aria-hidden": "true" }, phones.map(firstName).join(", ")))),
      job.holder && h("p", { class: "job-holder" }, said.held(firstName(job.holder))),
      job.standby?.length > 0 && h("div", { class: "job-standby", data: { testid: "standby" } },
        h("p", { id: `line-${job.request}` }, said.standby),
        h("ol", { "aria-labelledby": `line-${job.request}` }, ...job.standby.map((phone) => h("li", {}, firstName(phone))))));
  }

  const firstName = (id) => firstNameOf(state.map.homes, id);

  function draw() {
    const homes = state.map.homes.map((home, i) => ({ ...home, number: i, ...at(home.lat, home.lon) }));
    const jobs = state.map.jobs.map((job) => ({ ...job, ...at(job.lat, job.lon) }));
    const job = jobs.find((one) => one.request === chosen?.request);
    const scale = frame([...homes, ...jobs]);
    drawNames(scale);
    const asked = new Map();
    for (const { wave, phones } of job?.waves ?? []) for (const phone of phones) if (!asked.has(phone)) asked.set(phone, wave);
    const home = (phone) => homes.find((one) => one.phone === phone);
    const place = (one) => `translate(${one.x.toFixed(1)} ${one.y.toFixed(1)}) scale(${scale.toFixed(3)})`;

    rings.replaceChildren(...(job ? (job.waves ?? []).map(({ wave, phones }) => {
      const reach = Math.max(60, ...phones.map(home).filter(Boolean).map((one) => Math.hypot(one.x - job.x, one.y - job.y))) + 22 * scale;
      return s("circle", { class: `m-ring wave-${Math.min(wave, 4)}`, cx: job.x, cy: job.y, r: reach.toFixed(0), "stroke-width": 1.6 * scale, "stroke-dasharray": `${5 * scale} ${5 * scale}` });
    }).reverse() : []));
    lines.replaceChildren(...[...asked].map(([phone, wave]) => {
      const there = home(phone);
      if (!there) return "";
      const held = job.holder === phone;
      return s("line", { class: held ? "m-line m-held" : `m-line wave-${Math.min(wave, 4)}`, x1: job.x, y1: job.y, x2: there.x, y2: there.y, "stroke-width": (held ? 4 : 1.6) * scale });
    }));
    const words_ = placeLabels(homes, jobs, scale);
    spots.replaceChildren(
      ...homes.map((one) => s("g", { class: `m-home m-${one.role}${job?.holder === one.phone ? " m-holder" : ""}`, transform: place(one), role: "img", "aria-label": said.home(one.name, words.phones[one.role] ?? one.role) },
        job?.holder === one.phone && s("circle", { class: "m-glow", r: 19, cy: -1 }),
        house(one, `door-${one.number % 8}`),
        asked.has(one.phone) && s("g", { transform: "translate(10 -11)" },
          s("circle", { class: `m-badge wave-${Math.min(asked.get(one.phone), 4)}`, r: 7 }),
          s("text", { class: "m-badge-text", y: 3.4 }, String(asked.get(one.phone)))),
        s("text", { class: "m-label", ...words_.get(one.phone) }, one.name.split(" ")[0]))),
      ...jobs.map((one) => s("g", { class: `m-job m-job-${one.state}${one === job ? " m-chosen" : ""}`, transform: place(one), role: "img", "aria-label": `${one.label}. ${said.states[one.state] ?? one.state}` },
        s("g", { transform: "translate(0 -13)" },
          one.state === "seeking" && s("circle", { class: "m-pulse", r: 15 }),
          s("path", { class: "m-marker", d: "M0 13C-9 3-11-1-11-5a11 11 0 0 1 22 0C11-1 9 3 0 13z" }),
          one.state === "delivered" || one.state === "closed"
            ? s("path", { class: "m-tick", d: "M-5-5.500-1.500-2 5-9" })
            : s("text", { class: "m-ask", y: -0.5 }, one.state === "claimed" ? "…" : "?")))));
  }

  /** Shows everybody with some air around; answers how many metres a pixel is. */
  function frame(points) {
    const width = svg.clientWidth || 600;
    const height = svg.clientHeight || 300;
    const xs = points.map((one) => one.x);
    const ys = points.map((one) => one.y);
    const left = points.length ? Math.min(...xs) - AROUND : -500;
    const top = points.length ? Math.min(...ys) - AROUND : -320;
    const wide = points.length ? Math.max(SMALLEST.width, Math.max(...xs) + AROUND - left) : SMALLEST.width;
    const high = points.length ? Math.max(SMALLEST.height, Math.max(...ys) + BELOW - top) : SMALLEST.height;
    mark(svg, "viewBox", [left, top, wide, high].map(Math.round).join(" "));
    return Math.max(wide / width, high / height);
  }

  function drawNames(scale) {
    mark(labels, "font-size", (10.5 * scale).toFixed(1));
    if (labels.dataset.scale === scale.toFixed(2)) return;
    labels.dataset.scale = scale.toFixed(2);
    labels.replaceChildren(
      ...streetNames.streets.map(({ id, name }) => s("text", { class: "m-street", dy: 3.4 * scale },
        s("textPath", { href: `#${id}`, startOffset: "50%" }, name))),
      ...streetNames.places.map(({ name, x, y }) => s("text", { class: "m-green", x, y }, name)));
  }

  return { update };
}

/** Names stand under the houses, or wherever next to them is still free. */
function placeLabels(homes, jobs, scale) {
  const taken = [...homes.map((one) => box(one, 0, -2, 24, 28)), ...jobs.map((one) => box(one, 0, -16, 24, 30))];
  function box(one, dx, dy, width, height) {
    return { x: one.x / scale + dx, y: one.y / scale + dy, width, height };
  }
  const clash = (a, b) => Math.abs(a.x - b.x) * 2 < a.width + b.width && Math.abs(a.y - b.y) * 2 < a.height + b.height;
  const chosen = new Map();
  for (const one of homes) {
    const width = one.name.split(" ")[0].length * 7 + 6;
    const spots = [
      [{ x: 0, y: 24, "text-anchor": "middle" }, box(one, 0, 20, width, 14)],
      [{ x: 0, y: -17, "text-anchor": "middle" }, box(one, 0, -21, width, 14)],
      [{ x: 16, y: 5, "text-anchor": "start" }, box(one, 16 + width / 2, 1, width, 14)],
      [{ x: -16, y: 5, "text-anchor": "end" }, box(one, -16 - width / 2, 1, width, 14)],
    ];
    const [where, area] = spots.find(([, area]) => !taken.some((other) => clash(area, other))) ?? spots[0];
    taken.push(area);
    chosen.set(one.phone, where);
  }
  return chosen;
}

function house({ role }, colour) {
  return s("g", { class: `m-house ${colour}` },
    s("path", { class: "m-wall", d: "M-12-1 0-12 12-1V12H-12z" }),
    s("path", { class: "m-roof", d: "M-14 0 0-13 14 0" }),
    s("path", { class: "door-leaf", d: "M-4 12V3.500a4 4 0 0 1 8 0V12z" }),
    role === "resident" && s("path", { class: "m-heart", d: "M0-1.200C-4.200-4-3.600-7.300-1.500-7.300-.600-7.300 0-6.500 0-6.100 0-6.500 .600-7.300 1.500-7.300 3.600-7.300 4.200-4 0-1.200z" }));
}

function legend() {
  const sample = (role, holder) => s("svg", { viewBox: "-18 -18 36 34", width: 22, height: 21, "aria-hidden": "true" },
    holder && s("circle", { class: "m-glow", r: 17 }), house({ role }, "door-1"));
  return h("div", { class: "m-legend" },
    h("span", {}, sample("resident"), said.legend.resident),
    h("span", {}, sample("volunteer"), said.legend.volunteer),
    h("span", {}, sample("volunteer", true), said.legend.holder));
}

/** A small piece of the same map around a pin. */
export function miniature(lat, lon, label) {
  const { x, y } = at(lat, lon);
  const far = Math.hypot(x, y) > 4000;
  return s("svg", { class: "miniature", viewBox: `${x - 260} ${y - 130} 520 260`, preserveAspectRatio: "xMidYMid slice", role: "img", "aria-label": label },
    s("rect", { class: far ? "g-sea" : "g-land", x: x - 3000, y: y - 3000, width: 6000, height: 6000 }),
    !far && s("use", { href: "#ground" }),
    s("g", { class: "miniature-pin", transform: `translate(${x} ${y}) scale(3.200)` }, s("path", { d: "M0 0C-9-10-11-14-11-18a11 11 0 0 1 22 0C11-14 9-10 0 0z" }), s("circle", { cy: -18, r: 4 })));
}
