import { DateTime } from 'luxon';
import { instant, millis } from '../../../../layers/kernel/calendar/days.ts';

const MINUTE = 60_000;
const HOUR = 3_600_000;

/**
 * What a typed local time means in a time zone: one instant; two where the clock goes back, of which the later one is proposed; or none
 * where it goes forward, with the last minute before and the first after.
 */
export type LocalMoment =
  | { kind: 'one'; at: string }
  | { kind: 'twice'; earlier: string; later: string }
  | { kind: 'none'; before: string; after: string };

/** Returns the instant at which the zone's offset changes, between two that have different offsets. */
const changeBetween = (zone: string, from: number, to: number): number => {
  let [low, high] = [from, to];
  const offset = (at: number): number => DateTime.fromMillis(at, { zone }).offset;
  const before = offset(low);
  while (high - low > MINUTE) {
    const middle = low + Math.floor((high - low) / 2 / MINUTE) * MINUTE;
    if (offset(middle) === before) low = middle;
    else high = middle;
  }
  return high;
};

/** Reads a local day and time as typed, `2026-03-08T02:30`. Throws a RangeError when it is none. */
export const localMoment = (zone: string, typed: string): LocalMoment => {
  const read = DateTime.fromISO(typed, { zone });
  if (!read.isValid) throw new RangeError(`Not a local time: ${typed}`);
  if (read.toFormat("yyyy-MM-dd'T'HH:mm") !== typed) {
    const change = changeBetween(zone, read.toMillis() - 4 * HOUR, read.toMillis());
    return { kind: 'none', before: instant(change - MINUTE), after: instant(change) };
  }
  const [earlier, later] = read
    .getPossibleOffsets()
    .map((one) => one.toMillis())
    .sort((a, b) => a - b);
  if (earlier !== undefined && later !== undefined)
    return { kind: 'twice', earlier: instant(earlier), later: instant(later) };
  return { kind: 'one', at: instant(read) };
};

/** Returns the same local time some days later: between two changes of the clock, not a multiple of 24 hours. */
export const daysLater = (zone: string, from: string, days: number): string =>
  instant(DateTime.fromMillis(millis(from), { zone }).plus({ days }));

/** Returns the instant at which a local day is over: the first of the next day. A ballot's time does not include it. */
export const endOfLocalDay = (zone: string, day: string): string =>
  instant(DateTime.fromISO(day, { zone }).plus({ days: 1 }).startOf('day'));

/** Returns an instant as a day and time of a zone in words, with the name of the zone, for e-mails. */
export const momentText = (zone: string, at: string, locale: string): string =>
  DateTime.fromISO(at, { zone })
    .setLocale(locale)
    .toLocaleString({
      ...{ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: 'numeric', minute: '2-digit' },
      timeZoneName: 'short',
    });

/** Returns whole and part hours between two instants. */
export const hoursBetween = (from: string, to: string): number => (millis(to) - millis(from)) / HOUR;

/** Returns the clear days between two local days: neither the day of sending nor the day of the meeting counts. */
export const clearDays = (sent: string, meeting: string): number =>
  DateTime.fromISO(meeting, { zone: 'utc' }).diff(DateTime.fromISO(sent, { zone: 'utc' }), 'days').days - 1;

/** What the bylaws say about the time of a ballot that follows a meeting; days are days of the zone. */
export type TimeRule = {
  /** Between the meeting and the opening. */
  daysAfterMeeting?: number;
  leastDays?: number;
  leastHours?: number;
  /** Between the close and the publication, at most. */
  resultWithinDays?: number;
  /** On how many agendas the item must have been. */
  readings?: number;
};
/** When a ballot is to be held, and what came before: instants. */
export type BallotTimes = { meetingAt?: string; opensAt: string; closesAt: string; agendas: number };
export type TimeFault = 'opens-too-early' | 'too-short' | 'closes-before-it-opens' | 'needs-readings';

/** Returns what the times of a ballot lack by the rule. */
export const timeFaults = (zone: string, rule: TimeRule, times: BallotTimes): TimeFault[] => {
  const { meetingAt, opensAt, closesAt, agendas } = times;
  const { daysAfterMeeting, leastDays, leastHours = 0, readings = 0 } = rule;
  const faults: TimeFault[] = [];
  if (closesAt <= opensAt) faults.push('closes-before-it-opens');
  else if (hoursBetween(opensAt, closesAt) < leastHours) faults.push('too-short');
  else if (leastDays !== undefined && closesAt < daysLater(zone, opensAt, leastDays)) faults.push('too-short');
  if (meetingAt !== undefined && opensAt < daysLater(zone, meetingAt, daysAfterMeeting ?? 0))
    faults.push('opens-too-early');
  if (agendas < readings) faults.push('needs-readings');
  return faults;
};

/** Returns until when the result must be published; undefined where the rule does not say. */
export const resultDue = (zone: string, { resultWithinDays }: TimeRule, closesAt: string): string | undefined =>
  resultWithinDays === undefined ? undefined : daysLater(zone, closesAt, resultWithinDays);
