/**
 * The ground of the made-up neighbourhood, in metres east and south of its middle: roads, a park, a beck,
 * a railway and terraces of brick. Drawn wider than anybody lives, so that the map may grow.
 */
import { s } from "./dom.js";
import { words } from "./words.js";

export const MIDDLE = { lat: 53.822, lon: -1.575 };
const PER_LAT = 111320;
const PER_LON = PER_LAT * Math.cos((MIDDLE.lat * Math.PI) / 180);

export const at = (lat, lon) => ({ x: (lon - MIDDLE.lon) * PER_LON, y: (MIDDLE.lat - lat) * PER_LAT });
const from = (x, y) => ({ lat: MIDDLE.lat - y / PER_LAT, lon: MIDDLE.lon + x / PER_LON });

const roads = [
  { name: "Otley Road", width: 26, main: true, line: [[-3000, -1750], [-1500, -900], [-500, -330], [150, 120], [700, 560], [1500, 1080], [3000, 1900]] },
  { name: "North Lane", width: 20, main: true, line: [[-500, -330], [-650, 0], [-900, 420], [-1300, 900], [-2000, 1900]] },
  { name: "Cardigan Road", width: 18, line: [[-900, 420], [-300, 760], [250, 1250], [700, 1900]] },
  { name: "Victoria Road", width: 16, line: [[150, 120], [-90, 430], [-300, 760]] },
  { name: "Ash Grove", width: 13, line: [[-200, -122], [-430, 260], [-610, 600]] },
  { name: "Hyde Park Road", width: 16, line: [[700, 560], [420, 1000], [250, 1250]] },
  { name: "Grove Lane", width: 16, line: [[150, 120], [480, -260], [900, -700], [1500, -1500]] },
  { name: "Wood Lane", width: 14, line: [[-500, -330], [-200, -800], [100, -1400], [200, -2000]] },
  { name: "Monk Bridge Road", width: 14, line: [[-200, -800], [150, -560], [480, -260]] },
  { name: "Delph Lane", width: 14, line: [[900, -700], [1150, -200], [1000, 250], [700, 560]] },
  { name: "Kirkstall Lane", width: 18, line: [[-650, 0], [-1500, 150], [-3000, 250]] },
  { name: "Raglan Road", width: 14, line: [[1150, -200], [1900, 300], [3000, 700]] },
];
const moor = [[745, 540], [1010, 275], [1300, 300], [1700, 640], [1560, 1040], [1480, 1030]];
const field = { x: -1010, y: 130, rx: 150, ry: 105 };
const wood = [[-60, -1900], [-330, -860], [-560, -520], [-900, -640], [-1300, -1000], [-900, -2000]];
const beck = [[900, -2000], [1250, -1200], [1700, -560], [2300, -150], [3000, 150]];
const rails = [[-3000, 500], [-1800, 1100], [-800, 1420], [0, 1900], [300, 2300]];

/** Quarters of terraces: a polygon and the way its streets run, in degrees. */
const quarters = [
  { turn: 34, edge: [[-480, -280], [130, 145], [-100, 415], [-310, 735], [-880, 400], [-630, 10]] },
  { turn: -58, edge: [[170, 160], [680, 575], [410, 980], [240, 1200], [-270, 740], [-70, 440]] },
  { turn: 48, edge: [[-480, -370], [-190, -760], [140, -530], [450, -250], [150, 80]] },
  { turn: -50, edge: [[190, 120], [500, -250], [890, -660], [1120, -200], [970, 240], [700, 520]] },
  { turn: 20, edge: [[-680, 40], [-850, 420], [-1300, 860], [-2300, 700], [-2300, 260], [-1500, 190]] },
  { turn: 34, edge: [[-880, 460], [-320, 800], [200, 1280], [-100, 1700], [-780, 1340], [-1230, 950]] },
  { turn: -20, edge: [[520, -290], [180, -590], [-170, -830], [110, -1380], [1400, -1450], [890, -720]] },
  { turn: 30, edge: [[1000, -650], [1500, -1350], [2000, -300], [1850, 240], [1180, -220]] },
  { turn: -56, edge: [[720, 620], [1440, 1100], [1500, 1800], [720, 1800], [300, 1260], [450, 1010]] },
  { turn: 30, edge: [[-560, -400], [-1500, -950], [-2300, -1350], [-2300, 130], [-1500, 100], [-680, -40]] },
];

/** Places that somebody might send a pin of. */
export const landmarks = [
  { ...from(-560, -190), label: "Boots, North Lane" },
  { ...from(1180, 620), label: "The Moor" },
  { ...from(700, 560), label: "Hyde Park Corner" },
];

const path = (line) => `M${line.map((point) => point.join(" ")).join("L")}`;

function curve(line) {
  let d = `M${line[0].join(" ")}`;
  for (let i = 1; i < line.length - 1; i++) {
    const [x, y] = line[i];
    const [nx, ny] = line[i + 1];
    const end = i === line.length - 2 ? [nx, ny] : [(x + nx) / 2, (y + ny) / 2];
    d += `Q${x} ${y} ${end[0]} ${end[1]}`;
  }
  return line.length === 2 ? path(line) : d;
}

function inside([x, y], edge) {
  let within = false;
  for (let i = 0, j = edge.length - 1; i < edge.length; j = i++) {
    const [xi, yi] = edge[i];
    const [xj, yj] = edge[j];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) within = !within;
  }
  return within;
}

function near([x, y], line) {
  let least = Infinity;
  for (let i = 1; i < line.length; i++) {
    const [ax, ay] = line[i - 1];
    const [bx, by] = line[i];
    const t = Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2)));
    least = Math.min(least, Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay)));
  }
  return least;
}

/** Rows of houses, back to back, with a lane between every second row; some gardens are left out, always the same. */
function terraces() {
  let houses = "";
  let lanes = "";
  for (const { turn, edge } of quarters) {
    const angle = (turn * Math.PI) / 180;
    const [cx, cy] = edge.reduce(([x, y], [ex, ey]) => [x + ex / edge.length, y + ey / edge.length], [0, 0]);
    const put = (u, v) => [cx + u * Math.cos(angle) - v * Math.sin(angle), cy + u * Math.sin(angle) + v * Math.cos(angle)];
    const free = (point) => inside(point, edge) && roads.every((road) => near(point, road.line) > road.width / 2 + 12)
      && Math.hypot((point[0] - field.x) / (field.rx + 25), (point[1] - field.y) / (field.ry + 25)) > 1 && near(point, rails) > 40;
    for (let v = -1300, row = 0; v < 1300; v += 34, row++) {
      let lane = null;
      for (let u = -1500; u < 1500; u += 46) {
        const corners = [put(u, v), put(u + 40, v), put(u + 40, v + 15), put(u, v + 15)];
        const fits = corners.every(free);
        if (fits && (Math.floor(u / 46) * 7 + row * 13) % 11 !== 0) houses += `${path(corners)}z`;
        if (row % 2) continue;
        const mid = put(u, v + 24.5);
        if (fits && free(mid)) {
          lanes += `${lane ? "L" : "M"}${mid.map(Math.round).join(" ")}`;
          lane = mid;
        } else lane = null;
      }
    }
  }
  return { houses: houses.replace(/(\.\d)\d+/g, "$1"), lanes };
}

function trees() {
  const spots = [];
  for (let i = 0; i < 420 && spots.length < 90; i++) {
    const x = -1300 + ((i * 379) % 3000);
    const y = -1900 + ((i * 733) % 2960);
    if ((inside([x, y], moor) || inside([x, y], wood)) && roads.every((road) => near([x, y], road.line) > 30)) spots.push([x, y, 13 + (i % 4) * 4]);
  }
  return spots;
}

/** Draws the ground once; further pictures of it only point at it. */
export function ground() {
  const { houses, lanes } = terraces();
  return s("g", { id: "ground", class: "ground" },
    s("rect", { class: "g-land", x: -6000, y: -6000, width: 12000, height: 12000 }),
    s("path", { class: "g-wood", d: `${path(wood)}z` }),
    s("path", { class: "g-park", d: `${path(moor)}z` }),
    s("ellipse", { class: "g-park", cx: field.x, cy: field.y, rx: field.rx, ry: field.ry }),
    s("rect", { class: "g-pitch", x: field.x - 34, y: field.y - 12, width: 68, height: 24, rx: 6 }),
    s("path", { class: "g-beck", d: curve(beck) }),
    ...trees().map(([cx, cy, r]) => s("circle", { class: "g-tree", cx, cy, r })),
    s("path", { class: "g-rail", d: curve(rails) }),
    s("path", { class: "g-rail-ties", d: curve(rails) }),
    s("path", { class: "g-lanes", d: lanes }),
    s("path", { class: "g-houses", d: houses }),
    s("path", { class: "g-path", d: `${path([[745, 540], [1560, 900]])}${path([[1010, 275], [1180, 620], [1480, 1030]])}${path([[1700, 640], [1180, 620]])}` }),
    ...roads.map(({ width, line }) => s("path", { class: "g-kerb", d: curve(line), "stroke-width": width + 7 })),
    ...roads.map(({ width, line, main }) => s("path", { class: main ? "g-road g-main" : "g-road", d: curve(line), "stroke-width": width })));
}

/** Names of streets and greens; they are drawn in the size of the screen, not of the map. */
export function names() {
  const lines = roads.map((road, i) => ({ id: `street-${i}`, name: road.name, line: road.line, d: curve(road.line[0][0] > road.line.at(-1)[0] ? [...road.line].reverse() : road.line) }));
  return {
    paths: lines.map(({ id, d }) => s("path", { id, d, fill: "none" })),
    streets: lines.map(({ id, name, line }) => ({ id, name, middle: line[Math.floor(line.length / 2)], d: line })),
    places: [{ name: words.map.park, x: 1240, y: 520 }, { name: words.map.field, x: field.x, y: field.y + 45 }],
  };
}
