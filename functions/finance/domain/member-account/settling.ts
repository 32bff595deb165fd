import { byId } from '../../../../layers/kernel/money/split.ts';
import { type AccountLine, dueDate, inOrderOfBooking } from './account-line.ts';

/** The part of a payment or credit note that settled a debt, in minor units. */
export type SettledPart = { entryId: string; reference: string; amount: number };

/** A debt, with its open amount. */
export type OwedLine = { line: AccountLine; open: number };

/** A payment or credit note: what it has settled, its remainder, and the part that settled nothing when it was booked. */
export type GivenLine = { line: AccountLine; settled: SettledPart[]; left: number; ahead: number };

/** A settled account of one currency: `inCredit` is the excess of payments and credits over debts. */
export type Settling = { owed: OwedLine[]; given: GivenLine[]; inCredit: number };

/** Returns the payments with their reversals, which cancel each other: what they had settled is open again. */
const takenBack = (lines: readonly AccountLine[]): Set<string> => {
  const known = new Set(lines.map(({ entryId }) => entryId));
  return new Set(
    lines.flatMap(({ entryId, reverses }) =>
      reverses && known.has(reverses.entryId) ? [entryId, reverses.entryId] : [],
    ),
  );
};

const move = (giver: GivenLine, item: OwedLine, most = Number.POSITIVE_INFINITY): void => {
  const amount = Math.min(giver.left, item.open, most);
  if (amount <= 0) return;
  const { entryId, reference } = item.line;
  giver.left -= amount;
  item.open -= amount;
  giver.settled.push({ entryId, reference, amount });
};

const oldestFirst = (owed: readonly OwedLine[]): OwedLine[] =>
  owed.toSorted(
    ({ line: a }, { line: b }) => byId(dueDate(a), dueDate(b)) || byId(a.at, b.at) || byId(a.entryId, b.entryId),
  );

/** Returns the invoices that a line names: those of a payment, or those that a credit note corrects. */
const meantFor = ({ settles, corrects }: AccountLine): { invoice: string; amount?: number }[] =>
  settles ?? (corrects ?? []).map((invoice) => ({ invoice }));

const give = (line: AccountLine, owed: readonly OwedLine[]): GivenLine => {
  const giver: GivenLine = { line, settled: [], left: -line.amount, ahead: 0 };
  for (const { invoice, amount } of meantFor(line)) {
    const own = owed.filter(({ line: of }) => of.kind === 'invoice' && of.reference === invoice);
    for (const item of own) move(giver, item, amount);
  }
  for (const item of oldestFirst(owed)) move(giver, item);
  return { ...giver, ahead: giver.left };
};

/**
 * Settles an account of one currency, line by line in booking order: a payment settles the invoices that it names, a credit note those
 * that it corrects, the rest of either the longest due debt; any remainder waits for the next debt. Whatever the order of the lines, the
 * open amounts less the credit equal their sum, and one of the two is 0.
 */
export const settle = (lines: readonly AccountLine[]): Settling => {
  const [owed, given]: [OwedLine[], GivenLine[]] = [[], []];
  const gone = takenBack(lines);
  for (const line of inOrderOfBooking(lines)) {
    if (gone.has(line.entryId) || line.amount === 0) continue;
    if (line.amount < 0) {
      given.push(give(line, owed));
      continue;
    }
    const item = { line, open: line.amount };
    owed.push(item);
    for (const giver of given) move(giver, item);
  }
  return { owed: oldestFirst(owed), given, inCredit: given.reduce((sum, { left }) => sum + left, 0) };
};
