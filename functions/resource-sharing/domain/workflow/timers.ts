import type { Trigger } from './triggers.ts';

/** Every timer of the workflow, with the trigger that it sets off when it runs out. */
export const TIMERS = {
  'source-by': 'sourcing-stalled',
  'answer-by': 'answer-timeout',
  'cancel-answer-by': 'cancel-timeout',
  'renew-answer-by': 'renew-timeout',
  'ship-by': 'ship-late',
  'arrive-by': 'arrival-late',
  'pickup-by': 'pickup-late',
  'ship-back-by': 'ship-back-late',
  'home-by': 'home-late',
  'terms-by': 'terms-lapsed',
  'reply-by': 'reply-late',
  'claim-by': 'claim-late',
  'copy-by': 'copy-late',
  'retry-at': 'retry-due',
  due: 'due-passed',
} as const satisfies Record<string, Trigger>;

/** The name of a timer. */
export type TimerName = keyof typeof TIMERS;

/** How fast an answer is wanted (three of ISO 18626's service levels). */
export type ServiceLevel = 'normal' | 'rush' | 'express';

/** Timers that end on a given date instead of after a wait: the due date, or a date that a supplier named. */
type DayTimer = 'due' | 'retry-at';

/** Waiting times in minutes; only that for the answer depends on the service level. */
export type TimerPolicy = {
  answerMinutes: Record<ServiceLevel, number>;
  waitMinutes: Record<Exclude<TimerName, 'answer-by' | DayTimer>, number>;
};

/** A period in which a supplier is open: ISO 8601 UTC instants, `to` excluded. */
export type OpenInterval = { from: string; to: string };

const HOUR = 60;
const DAY = 24 * HOUR;

/** Days, as between real libraries: answer in 3 days, rush 24 h, express 2 h (the peers' request aging). */
export const TIMERS_IN_LIFE: TimerPolicy = {
  answerMinutes: { normal: 3 * DAY, rush: DAY, express: 2 * HOUR },
  waitMinutes: {
    'source-by': HOUR,
    'cancel-answer-by': DAY,
    'renew-answer-by': 2 * DAY,
    'ship-by': 3 * DAY,
    'arrive-by': 7 * DAY,
    'pickup-by': 10 * DAY,
    'ship-back-by': 2 * DAY,
    'home-by': 7 * DAY,
    'terms-by': 3 * DAY,
    'reply-by': 2 * DAY,
    'claim-by': 14 * DAY,
    'copy-by': DAY,
  },
};

/** Minutes, so that a demonstration shows a time-out within minutes. */
export const TIMERS_IN_DEMO: TimerPolicy = {
  answerMinutes: { normal: 3, rush: 2, express: 1 },
  waitMinutes: {
    'source-by': 1,
    'cancel-answer-by': 2,
    'renew-answer-by': 2,
    'ship-by': 10,
    'arrive-by': 15,
    'pickup-by': 30,
    'ship-back-by': 10,
    'home-by': 15,
    'terms-by': 5,
    'reply-by': 5,
    'claim-by': 30,
    'copy-by': 5,
  },
};

const MINUTE_MS = 60_000;
const iso = (ms: number): string => new Date(ms).toISOString();

/**
 * Returns the instant `minutes` of open time after `at`. Without intervals every minute counts; after the last known
 * interval the rest counts fully, so that a timer always ends.
 */
export function afterOpenMinutes(at: string, minutes: number, open: readonly OpenInterval[] = []): string {
  let cursor = Date.parse(at);
  let left = minutes * MINUTE_MS;
  const byStart = [...open].sort((a, b) => Date.parse(a.from) - Date.parse(b.from));
  for (const interval of byStart) {
    const start = Math.max(cursor, Date.parse(interval.from));
    const end = Date.parse(interval.to);
    if (end <= start) continue;
    if (left <= end - start) return iso(start + left);
    left -= end - start;
    cursor = end;
  }
  return iso(cursor + left);
}

/**
 * Returns a supplier's deadline: the policy's minutes for the service level, in its open hours when they are known, and
 * never after the need-by date.
 */
export function answerBy(
  at: string,
  level: ServiceLevel,
  policy: TimerPolicy,
  more: { open?: readonly OpenInterval[]; needBy?: string } = {},
): string {
  const until = afterOpenMinutes(at, policy.answerMinutes[level], more.open);
  const { needBy } = more;
  if (needBy === undefined || Date.parse(needBy) <= Date.parse(at)) return until;
  return Date.parse(needBy) < Date.parse(until) ? iso(Date.parse(needBy)) : until;
}

/** Returns the end of a timer other than the answer's; `due` is the loan's due date, or `at` without one. */
export function runsOutAt(
  timer: Exclude<TimerName, 'answer-by' | 'retry-at'>,
  at: string,
  policy: TimerPolicy,
  due?: string,
): string {
  return timer === 'due' ? (due ?? at) : iso(Date.parse(at) + policy.waitMinutes[timer] * MINUTE_MS);
}
