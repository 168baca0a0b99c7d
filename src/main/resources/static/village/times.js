/** The village keeps British time, whatever the reader's computer keeps. */
const ZONE = "Europe/London";
const format = (options) => new Intl.DateTimeFormat("en-GB", { timeZone: ZONE, ...options });
const clock = format({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const day = format({ weekday: "short", day: "numeric", month: "short" });
const parts = format({ year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", second: "numeric", hourCycle: "h23" });

export const timeOf = (at) => (isNaN(new Date(at)) ? "" : clock.format(new Date(at)));
export const dayOf = (at) => (isNaN(new Date(at)) ? "" : day.format(new Date(at)).replace(",", ""));
export const dayAndTime = (at) => `${dayOf(at)}, ${timeOf(at)}`;

function wall(instant) {
  const got = Object.fromEntries(parts.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(got.year, got.month - 1, got.day, got.hour, got.minute, got.second);
}

/** Hours and minutes on the wall, for the hands of the clock. */
export function handsAt(instant) {
  const at = new Date(wall(new Date(instant)));
  return { hours: at.getUTCHours(), minutes: at.getUTCMinutes() };
}

/** Seconds until 8 in the morning of the next day, also over a change of summer time. */
export function secondsUntilTomorrowAtEight(now) {
  const local = new Date(wall(new Date(now)));
  const wanted = Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate() + 1, 8);
  let guess = wanted;
  guess -= wall(new Date(guess)) - wanted;
  return Math.max(60, Math.round((guess - new Date(now).getTime()) / 1000));
}
