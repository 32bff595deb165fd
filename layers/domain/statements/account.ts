import * as z from 'zod';

/**
 * One line of a member's account with the consortium: an invoice, a credit note or a payment. `amount` in minor units, what it
 * adds to what the member owes: a payment is below zero. `reference` is the invoice's number or the payer's own; `corrects` are the
 * numbers of earlier invoices that it corrects.
 */
export const accountLineSchema = z.strictObject({
  at: z.iso.datetime(),
  entryId: z.string(),
  kind: z.enum(['invoice', 'credit-note', 'payment']),
  amount: z.int(),
  currency: z.string(),
  reference: z.string(),
  dueOn: z.iso.date().exactOptional(),
  corrects: z.array(z.string()).exactOptional(),
});
export type AccountLine = z.infer<typeof accountLineSchema>;

const ages = ['notDue', 'upTo30', 'upTo60', 'upTo90', 'over90'] as const;
type Age = (typeof ages)[number];

/** What is open by how long it is overdue, in minor units; `inCredit` is what the member has paid or been given beyond it. */
export const ageingSchema = z.strictObject({
  notDue: z.int(),
  upTo30: z.int(),
  upTo60: z.int(),
  upTo90: z.int(),
  over90: z.int(),
  inCredit: z.int(),
});
export type Ageing = z.infer<typeof ageingSchema>;

const DAY = 86_400_000;

const ageOf = (due: string, today: string): Age => {
  const days = (Date.parse(today) - Date.parse(due)) / DAY;
  if (days <= 0) return 'notDue';
  return days <= 30 ? 'upTo30' : days <= 60 ? 'upTo60' : days <= 90 ? 'upTo90' : 'over90';
};

const dueDate = ({ dueOn, at }: AccountLine): string => dueOn ?? at.slice(0, 10);

/** What is open on a day (YYYY-MM-DD) by age: payments and credits settle the oldest first, whatever they were meant for. */
export const ageingOf = (lines: readonly AccountLine[], today: string): Ageing => {
  let given = lines.reduce((sum, { amount }) => (amount < 0 ? sum - amount : sum), 0);
  const ageing: Ageing = { notDue: 0, upTo30: 0, upTo60: 0, upTo90: 0, over90: 0, inCredit: 0 };
  const owed = lines.filter(({ amount }) => amount > 0);
  const byDue = owed.toSorted((a, b) =>
    `${dueDate(a)} ${a.at} ${a.entryId}` < `${dueDate(b)} ${b.at} ${b.entryId}` ? -1 : 1,
  );
  for (const line of byDue) {
    const settled = Math.min(given, line.amount);
    given -= settled;
    ageing[ageOf(dueDate(line), today)] += line.amount - settled;
  }
  return { ...ageing, inCredit: given };
};

/** A member's account over some months in one currency: opening and closing balance, what came between, and its ageing. */
export type AccountStatement = {
  currency: string;
  opening: number;
  charges: number;
  payments: number;
  creditNotes: number;
  closing: number;
  lines: AccountLine[];
  ageing: Ageing;
};

const sum = (lines: readonly AccountLine[], kind?: AccountLine['kind']): number =>
  lines.reduce((all, line) => (kind === undefined || line.kind === kind ? all + line.amount : all), 0);

const inOne = (currency: string, all: readonly AccountLine[], { from, to }: Range): AccountStatement => {
  const until = all.filter(({ at }) => at.slice(0, 10) <= to);
  const before = until.filter(({ at }) => at.slice(0, 10) < from);
  const lines = until.filter(({ at }) => at.slice(0, 10) >= from);
  return {
    ...{ currency, opening: sum(before), charges: sum(lines, 'invoice') },
    ...{ payments: sum(lines, 'payment'), creditNotes: sum(lines, 'credit-note') },
    ...{ closing: sum(until), lines, ageing: ageingOf(until, to) },
  };
};
type Range = { from: string; to: string };

/**
 * A member's statement of account from a day to a day (both included, YYYY-MM-DD), one a currency: opening balance, and what
 * charges, payments and credit notes add to it, is the closing balance, whose ageing is as of the last day.
 */
export const accountStatements = (lines: readonly AccountLine[], range: Range): AccountStatement[] => {
  const byCurrency = Map.groupBy(lines, ({ currency }) => currency);
  const ordered = [...byCurrency].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return ordered.map(([currency, own]) => {
    const inOrder = own.toSorted((a, b) => (`${a.at} ${a.entryId}` < `${b.at} ${b.entryId}` ? -1 : 1));
    return inOne(currency, inOrder, range);
  });
};
