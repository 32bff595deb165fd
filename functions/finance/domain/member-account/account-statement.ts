import * as z from 'zod';
import { byId } from '../../../../layers/kernel/money/split.ts';
import { type AccountLine, accountLineSchema, inOrderOfBooking } from './account-line.ts';
import { ageingOf, ageingSchema, ageOf, ages } from './ageing.ts';
import { type Settling, settle } from './settling.ts';

const partSchema = z.strictObject({ entryId: z.string(), reference: z.string(), amount: z.int() });

/** The disputed part of a line of the statement behind an invoice, with its tax: its start, and minor units. */
const disputedSchema = z.strictObject({ lineId: z.string(), amount: z.int(), since: z.iso.datetime() });

/** A disputed line of a booked statement, named by its entry. */
export type DisputedLine = z.infer<typeof disputedSchema> & { entryId: string };

/** A line on the statement of account: with the balance after it, its open amount, or what it settled; minor units. */
const shownLineSchema = accountLineSchema.extend({
  balance: z.int(),
  open: z.int().exactOptional(),
  settled: z.array(partSchema).exactOptional(),
  /** The entry that reversed it. */
  reversedBy: z.string().exactOptional(),
  disputed: z.array(disputedSchema).exactOptional(),
});
export type ShownLine = z.infer<typeof shownLineSchema>;

/** The open amounts on the last day, one row per debt, by how long it is overdue. */
const openLineSchema = z.strictObject({
  entryId: z.string(),
  reference: z.string(),
  dueOn: z.iso.date(),
  open: z.int(),
  age: z.enum(ages),
});

/**
 * A member's statement of account for a range of days in one currency, in minor units. The opening balance and the columns add up to the
 * closing balance: `dues` and other `charges` of invoices, `creditNotes`, `payments` and, separately, the `prepayments` that settled
 * nothing when they were booked, `reversals` of payments, and `payouts` of a credit.
 */
export const accountStatementSchema = z.strictObject({
  currency: z.string(),
  opening: z.int(),
  dues: z.int(),
  charges: z.int(),
  creditNotes: z.int(),
  payments: z.int(),
  prepayments: z.int(),
  reversals: z.int(),
  payouts: z.int(),
  closing: z.int(),
  lines: z.array(shownLineSchema),
  ageing: ageingSchema,
  open: z.array(openLineSchema),
});
export type AccountStatement = z.infer<typeof accountStatementSchema>;

/** The columns of a statement between its two balances, in order. */
export const accountColumns = [
  ...['dues', 'charges', 'creditNotes', 'payments', 'prepayments', 'reversals', 'payouts'],
] as const satisfies (keyof AccountStatement)[];

/** Days (YYYY-MM-DD), both included. */
export type Range = { from: string; to: string };

const sum = (lines: readonly AccountLine[], kind?: AccountLine['kind']): number =>
  lines.reduce((all, line) => (kind === undefined || line.kind === kind ? all + line.amount : all), 0);

const columnsOf = (lines: readonly AccountLine[], { given }: Settling) => {
  const ids = new Set(lines.map(({ entryId }) => entryId));
  const ahead = given.filter(({ line }) => line.kind === 'payment' && ids.has(line.entryId));
  const prepayments = ahead.reduce((all, one) => all - one.ahead, 0);
  const dues = lines.reduce((all, line) => (line.kind === 'invoice' ? all + (line.dues ?? 0) : all), 0);
  return {
    ...{ dues, charges: sum(lines, 'invoice') - dues, creditNotes: sum(lines, 'credit-note') },
    ...{ payments: sum(lines, 'payment') - prepayments, prepayments },
    ...{ reversals: sum(lines, 'reversal'), payouts: sum(lines, 'payout') },
  };
};

/** Returns the open disputes of each entry, by their start. */
const disputesBy = (disputes: readonly DisputedLine[]): Map<string, z.infer<typeof disputedSchema>[]> => {
  const ordered = disputes.toSorted((a, b) => byId(a.since, b.since) || byId(a.lineId, b.lineId));
  const byEntry = Map.groupBy(ordered, ({ entryId }) => entryId);
  return new Map([...byEntry].map(([id, own]) => [id, own.map(({ entryId: _, ...disputed }) => disputed)]));
};

type OnLines = Settling & { disputed: ReturnType<typeof disputesBy> };

const shown = (opening: number, lines: readonly AccountLine[], { owed, given, disputed }: OnLines): ShownLine[] => {
  const open = new Map(owed.map((one) => [one.line.entryId, one.open]));
  const settled = new Map(given.map((one) => [one.line.entryId, one.settled]));
  const reversedBy = new Map(lines.flatMap(({ entryId, reverses }) => (reverses ? [[reverses.entryId, entryId]] : [])));
  let balance = opening;
  return lines.map((line): ShownLine => {
    balance += line.amount;
    const [rest, parts, by] = [open.get(line.entryId), settled.get(line.entryId), reversedBy.get(line.entryId)];
    const doubted = disputed.get(line.entryId);
    return {
      ...{ ...line, balance },
      ...(rest !== undefined && { open: rest }),
      ...(parts && { settled: parts }),
      ...(by !== undefined && { reversedBy: by }),
      ...(doubted && { disputed: doubted }),
    };
  });
};

const inOne = (
  currency: string,
  all: readonly AccountLine[],
  { from, to }: Range,
  disputes: readonly DisputedLine[],
): AccountStatement => {
  const disputed = disputesBy(disputes.filter(({ since }) => since.slice(0, 10) <= to));
  const until = all.filter(({ at }) => at.slice(0, 10) <= to);
  const opening = sum(until.filter(({ at }) => at.slice(0, 10) < from));
  const lines = until.filter(({ at }) => at.slice(0, 10) >= from);
  const settling = settle(until);
  const open = settling.owed.flatMap(({ line, open: rest }) => {
    const { entryId, reference, dueOn = line.at.slice(0, 10) } = line;
    return rest > 0 ? [{ entryId, reference, dueOn, open: rest, age: ageOf(line, to) }] : [];
  });
  return {
    ...{ currency, opening, ...columnsOf(lines, settling), closing: sum(until) },
    ...{ lines: shown(opening, lines, { ...settling, disputed }), ageing: ageingOf(settling, to), open },
  };
};

/**
 * Returns a member's statements of account for a range of days, one per currency: the opening balance and the columns add up to the
 * closing balance; its ageing is as of the last day. Days are booking days, so that a past statement never changes; later bookings are
 * not included. Lines with `disputes` that withhold something show them.
 */
export const accountStatements = (
  lines: readonly AccountLine[],
  range: Range,
  disputes: readonly DisputedLine[] = [],
): AccountStatement[] => {
  const byCurrency = Map.groupBy(lines, ({ currency }) => currency);
  const ordered = [...byCurrency].toSorted(([a], [b]) => byId(a, b));
  return ordered.map(([currency, own]) => inOne(currency, inOrderOfBooking(own), range, disputes));
};
