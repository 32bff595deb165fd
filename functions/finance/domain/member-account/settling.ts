import { byId } from '../../../../layers/kernel/money/split.ts';
import { type AccountLine, dueDate, inOrderOfBooking } from './account-line.ts';

/** What of a payment or credit note went to which line that was owed, in minor units. */
export type SettledPart = { entryId: string; reference: string; amount: number };

/** A line that is owed, with what is still open of it. */
export type OwedLine = { line: AccountLine; open: number };

/** A payment or credit note: what it settled so far, what is left of it, and what of it stood against nothing when it was booked. */
export type GivenLine = { line: AccountLine; settled: SettledPart[]; left: number; ahead: number };

/** An account of one currency as it is settled: `inCredit` is what was paid or given beyond what was owed. */
export type Settling = { owed: OwedLine[]; given: GivenLine[]; inCredit: number };

/** A payment and its reversal, where both are there, are as if neither had been: what it had settled is open again. */
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

/** What a line says that it is for: a payment its invoices, a credit note those that it corrects. */
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
 * Settles an account of one currency, line by line as they were booked: a payment goes to the invoices that it was said to be for, a
 * credit note to those that it corrects, what is left of either to what is due the longest; what is left then waits for the next
 * that is owed. Whatever order the lines come in, all that is open less what is in credit is what they sum to, and one of the two is 0.
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
