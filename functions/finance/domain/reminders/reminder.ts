import * as z from 'zod';
import { oneLine, someLines } from '../../../../layers/kernel/text/typed-text.ts';

/** The languages in which reminders are written. */
export const reminderLanguages = ['eng', 'spa'] as const;
export type ReminderLanguage = (typeof reminderLanguages)[number];

/** The largest number of reminders of one invoice. */
export const MOST_REMINDERS = 3;

const reminderLevelSchema = z.strictObject({
  daysAfterDue: z.int().min(1).max(365).describe('Days after the invoice was due'),
  text: someLines(1000).exactOptional().describe('Replaces the usual sentence of this reminder'),
});

type Level = z.infer<typeof reminderLevelSchema>;

const daysRise = (levels: readonly Level[]): boolean =>
  levels.every(({ daysAfterDue }, at) => at === 0 || daysAfterDue > (levels[at - 1]?.daysAfterDue ?? 0));

/** The reminders of overdue invoices, the first level first; none are sent without levels. */
export const reminderRulesSchema = z.strictObject({
  language: z.enum(reminderLanguages).default('eng'),
  levels: z
    .array(reminderLevelSchema)
    .max(MOST_REMINDERS)
    .refine(daysRise, 'Each reminder comes later than the one before it')
    .default([]),
});
export type ReminderRules = z.output<typeof reminderRulesSchema>;

/**
 * A reminder of an invoice, once for each level: `amount` is what it asks for, in minor units; `by` is `schedule` or who sent it. `sending`
 * remains when the e-mail service never answered: the e-mail may have been sent, and is not sent again.
 */
export const reminderSchema = z.strictObject({
  invoice: z.string(),
  level: z.int().min(1).max(MOST_REMINDERS),
  state: z.enum(['sending', 'sent']),
  at: z.iso.datetime(),
  by: z.string(),
  amount: z.int().positive(),
  currency: z.string(),
});
export type Reminder = z.infer<typeof reminderSchema>;

/** A day until which an invoice is not reminded, as entered. */
export const pauseInputSchema = z.strictObject({
  invoice: z.string().min(1).max(40),
  until: z.iso.date().describe('The first day on which it may be reminded again'),
  reason: oneLine(300),
});

/** A day until which an invoice is not reminded; one in the past has ended. */
export const reminderPauseSchema = pauseInputSchema.extend({ at: z.iso.datetime(), by: z.string() });
export type ReminderPause = z.infer<typeof reminderPauseSchema>;
