import * as z from 'zod';
import { byId } from '../../../../layers/kernel/money/split.ts';
import { type AccountLine, dueDate } from '../member-account/account-line.ts';
import { settle } from '../member-account/settling.ts';
import {
  type Reminder,
  type ReminderPause,
  type ReminderRules,
  reminderPauseSchema,
  reminderSchema,
} from './reminder.ts';

/**
 * An invoice that is due and not paid: the open amount, the part of it that is in dispute (with its tax), its reminders, and the next one
 * with its day. There is no next one when nothing undisputed is open or all were sent. Minor units.
 */
export const overdueInvoiceSchema = z.strictObject({
  invoice: z.string(),
  currency: z.string(),
  dueOn: z.iso.date(),
  open: z.int().positive(),
  disputed: z.int().nonnegative(),
  sent: z.array(reminderSchema),
  pause: reminderPauseSchema.exactOptional(),
  next: z.strictObject({ level: z.int(), on: z.iso.date() }).exactOptional(),
});
export type OverdueInvoice = z.infer<typeof overdueInvoiceSchema>;

/** What decides the reminders of a member: `disputed` is the amount in dispute by the entry of its invoice, `today` a day (YYYY-MM-DD). */
export type RemindedBy = {
  rules: Pick<ReminderRules, 'levels'>;
  sent: readonly Reminder[];
  pauses: readonly ReminderPause[];
  disputed: ReadonlyMap<string, number>;
  today: string;
};

const DAY = 86_400_000;

const daysLater = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);

const latest = (one: string, other: string): string => [one, other].toSorted().at(-1) ?? one;

/** Returns what a reminder asks for: the open amount without the disputed part. */
export const remindable = ({ open, disputed }: Pick<OverdueInvoice, 'open' | 'disputed'>): number =>
  Math.max(0, open - disputed);

/**
 * Returns the day of a level: so many days after the due day, and as many after the level before it as lie between the two by the rules, so
 * that old invoices are not reminded on three days in a row when the rules begin.
 */
const dayOf = (dueOn: string, sent: readonly Reminder[], { levels }: RemindedBy['rules']): string | undefined => {
  const [level, before] = [levels[sent.length], levels[sent.length - 1]];
  if (!level) return undefined;
  const first = daysLater(dueOn, level.daysAfterDue);
  const last = sent.at(-1)?.at.slice(0, 10);
  if (last === undefined) return first;
  return latest(first, daysLater(last, Math.max(1, level.daysAfterDue - (before?.daysAfterDue ?? 0))));
};

const nextOf = (
  invoice: Pick<OverdueInvoice, 'dueOn' | 'open' | 'disputed' | 'sent'> & { pause?: ReminderPause },
  rules: RemindedBy['rules'],
): OverdueInvoice['next'] => {
  const on = remindable(invoice) > 0 ? dayOf(invoice.dueOn, invoice.sent, rules) : undefined;
  if (on === undefined) return undefined;
  return { level: invoice.sent.length + 1, on: invoice.pause ? latest(on, invoice.pause.until) : on };
};

const inCurrency = (lines: readonly AccountLine[], by: RemindedBy): OverdueInvoice[] =>
  settle(lines).owed.flatMap(({ line, open }): OverdueInvoice[] => {
    const dueOn = dueDate(line);
    if (line.kind !== 'invoice' || open <= 0 || dueOn >= by.today) return [];
    const { reference: invoice, currency, entryId } = line;
    const own = by.sent.filter((one) => one.invoice === invoice).toSorted((one, other) => one.level - other.level);
    const pause = by.pauses.find((one) => one.invoice === invoice && one.until > by.today);
    const disputed = Math.max(0, Math.min(open, by.disputed.get(entryId) ?? 0));
    const about = { invoice, currency, dueOn, open, disputed, sent: own, ...(pause && { pause }) };
    const next = nextOf(about, by.rules);
    return [{ ...about, ...(next && { next }) }];
  });

/** Returns the overdue invoices of a member's account in all currencies, the longest due first. */
export const overdueInvoices = (lines: readonly AccountLine[], by: RemindedBy): OverdueInvoice[] =>
  [...Map.groupBy(lines, ({ currency }) => currency).values()]
    .flatMap((own) => inCurrency(own, by))
    .toSorted((one, other) => byId(one.dueOn, other.dueOn) || byId(one.invoice, other.invoice));

/** Returns whether the next reminder of an invoice is due on a day (YYYY-MM-DD). */
export const isReminderDue = ({ next }: OverdueInvoice, today: string): boolean =>
  next !== undefined && next.on <= today;

/** Returns whether a member's account may have an overdue invoice on a day, without settling it. */
export const mayBeOverdue = (lines: readonly AccountLine[], today: string): boolean =>
  lines.some((line) => line.kind === 'invoice' && dueDate(line) < today);

/** The reminders of a member's overdue invoices together: the highest level sent, the day of the last one, and the day of the next. */
export const reminderSummarySchema = z.strictObject({
  level: z.int().min(0),
  lastOn: z.iso.date().exactOptional(),
  nextOn: z.iso.date().exactOptional(),
});

/** Returns the reminders of overdue invoices of a currency together; undefined when nothing was sent and nothing will be. */
export const reminderSummary = (
  invoices: readonly OverdueInvoice[],
  currency: string,
): z.infer<typeof reminderSummarySchema> | undefined => {
  const own = invoices.filter((one) => one.currency === currency);
  const sent = own.flatMap((one) => one.sent);
  const lastOn = sent
    .map(({ at }) => at.slice(0, 10))
    .toSorted()
    .at(-1);
  const nextOn = own.flatMap(({ next }) => next?.on ?? []).toSorted()[0];
  if (lastOn === undefined && nextOn === undefined) return undefined;
  return {
    level: Math.max(0, ...sent.map(({ level }) => level)),
    ...(lastOn !== undefined && { lastOn }),
    ...(nextOn !== undefined && { nextOn }),
  };
};
