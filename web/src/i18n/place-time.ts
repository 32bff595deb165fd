import { useSyncExternalStore } from 'react';

const MINUTE_MS = 60_000;
const clocks = new Map<string | undefined, Intl.DateTimeFormat>();
const listeners = new Set<() => void>();
let zone: string | undefined;

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Returns the time zone in which days and times are shown; undefined is the zone of the browser. */
export const placeZone = (): string | undefined => zone;

/** Sets the time zone in which days and times are shown and entered, that of the branch or library in use. */
export const setPlaceZone = (next: string | undefined): void => {
  if (next === zone) return;
  zone = next;
  for (const listener of listeners) listener();
};

/** Returns the time zone of the place, and renders again when it changes. */
export const usePlaceZone = (): string | undefined => useSyncExternalStore(subscribe, placeZone);

/** Returns the day and the time of the clock at a place. */
export const placeTime = (timeZone: string | undefined, now: Date): { day: string; time: string } => {
  // Swedish is written as ISO 8601 is.
  const clock =
    clocks.get(timeZone) ?? new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  clocks.set(timeZone, clock);
  const [day = '', time = ''] = clock.format(now).split(' ');
  return { day, time };
};

/** Returns the instant at which the clock of the place shows a day and a time (`HH:MM` or `HH:MM:SS`). */
export const instantAt = (day: string, time: string): Date => {
  const wanted = Date.parse(`${day}T${time}Z`);
  const aheadAt = (at: number): number => {
    const shown = placeTime(zone, new Date(at));
    return Date.parse(`${shown.day}T${shown.time}Z`) - Math.floor(at / MINUTE_MS) * MINUTE_MS;
  };
  const near = wanted - aheadAt(wanted);
  return new Date(wanted - aheadAt(near));
};
