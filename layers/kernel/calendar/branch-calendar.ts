import * as z from 'zod';
import { oneLine } from '../text/typed-text.ts';
import { isTimeZone } from './time-zone.ts';

/** The days of the week as used in calendars, in luxon's order: Monday is 1. */
export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof weekdays)[number];

/** A calendar day at the branch, `YYYY-MM-DD`. */
export const daySchema = z.iso.date();

/** A time of the day at the branch, `HH:MM`. */
export const timeOfDaySchema = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'a time is HH:MM');

const timeSchema = z
  .string()
  .regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, 'a time is HH:MM, 24:00 for midnight at the end');

const hoursSchema = z
  .strictObject({ open: timeSchema, close: timeSchema })
  .refine((hours) => hours.open < hours.close, 'closing comes after opening on the same day');

/** A closure: its days, both ends included, and the time at which the branch closes on the first of them, if it opens that day. */
const closureSchema = z
  .strictObject({ from: daySchema, to: daySchema, closesAt: timeOfDaySchema.optional(), reason: oneLine(200) })
  .refine((closure) => closure.from <= closure.to, 'a closure ends on or after its first day');

const dayHours = z.array(hoursSchema).max(6).meta({ id: 'OpeningHours' }).optional();

/** A branch's opening times: weekly hours in its time zone (IANA name; a missing day is closed) and closures, both ends included. */
export const branchCalendarSchema = z.strictObject({
  timeZone: z.string().refine(isTimeZone, 'not an IANA time zone'),
  weekly: z.strictObject({
    monday: dayHours,
    tuesday: dayHours,
    wednesday: dayHours,
    thursday: dayHours,
    friday: dayHours,
    saturday: dayHours,
    sunday: dayHours,
  }),
  closures: z.array(closureSchema).max(400),
});
export type BranchCalendar = z.infer<typeof branchCalendarSchema>;

/** A calendar with those that precede it, each until a day (exclusive), so that each day is judged by the hours of then. */
export type CalendarWithPast = BranchCalendar & { past?: readonly { until: string; calendar: BranchCalendar }[] };

/** How to move a due date that falls on a closed day or outside opening hours. */
export const closedDayStrategies = ['later', 'earlier', 'keep'] as const;
export type ClosedDayStrategy = (typeof closedDayStrategies)[number];
