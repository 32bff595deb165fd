import type { EntryKind } from '../../../../layers/records/ledger/domain/kinds.ts';
import { endOfMonth } from '../../../../layers/records/ledger/domain/netting.ts';
import type { Posting } from '../../../../layers/records/ledger/domain/post.ts';
import type { Block } from './billing-policy.ts';
import { dueOf, type Statement, type StatementLine, sumOfLines } from './statement.ts';

/**
 * A group of blocks that is booked together: its blocks, the entry kinds for a debt and for a credit, and, for a cost, those of its
 * accrual. What is settled between members is no cost, and is not accrued.
 */
type Group = {
  name: string;
  blocks: readonly Block[];
  billed: EntryKind;
  credited: EntryKind;
  accrued?: { cost: EntryKind; reversal: EntryKind };
};
const platform = { cost: 'platform-accrued', reversal: 'platform-accrual-reversed' } as const;
const ofDues = { cost: 'dues-accrued', reversal: 'dues-accrual-reversed' } as const;
const ofServices = { cost: 'services-accrued', reversal: 'services-accrual-reversed' } as const;
const ofTax = { cost: 'tax-accrued', reversal: 'tax-accrual-reversed' } as const;
const groups: readonly Group[] = [
  {
    ...{ name: 'platform', blocks: ['direct', 'shared', 'idle', 'unattributed', 'unmetered'] },
    ...{ billed: 'platform-billed', credited: 'platform-credited', accrued: platform },
  },
  { name: 'dues', blocks: ['dues'], billed: 'dues-billed', credited: 'dues-credited', accrued: ofDues },
  {
    ...{ name: 'services', blocks: ['one-off'], billed: 'services-billed', credited: 'services-credited' },
    accrued: ofServices,
  },
  { name: 'netting', blocks: ['between-members'], billed: 'netting-billed', credited: 'netting-credited' },
  {
    ...{ name: 'adjustments', blocks: ['credit', 'correction'], billed: 'correction-billed', credited: 'credit-noted' },
    accrued: platform,
  },
  { name: 'tax', blocks: ['tax'], billed: 'tax-billed', credited: 'tax-credited', accrued: ofTax },
];

/** Returns the group of a line: a correction is in that of the corrected line, so that each account is corrected itself. */
const bookedAs = ({ block, corrects }: StatementLine): Block =>
  // Debts between members are settled by the booked netting: their correction is between the consortium and a member.
  corrects && corrects.block !== 'between-members' ? corrects.block : block;

type Booked = Pick<Statement, 'month' | 'memberId' | 'currency' | 'lines'>;

const isCharged = ({ mode }: StatementLine): boolean => mode === 'charge';
const isCarried = ({ carries }: StatementLine): boolean => carries !== undefined;

/** One entry to book, with the charged lines that it sums. */
export type Booking = { posting: Posting; lines: readonly StatementLine[] };

/** Returns the entries of some lines of a statement, one for each group with a sum other than zero. */
const bookingsOf = ({ month, memberId, currency, lines }: Booked, at: string): Booking[] =>
  groups.flatMap(({ name, blocks, billed, credited }): Booking[] => {
    const own = lines.filter((line) => blocks.includes(bookedAs(line)));
    const sum = sumOfLines(own);
    if (sum === 0) return [];
    const causeId = statementEntryId({ month, memberId });
    const kind = sum > 0 ? billed : credited;
    const about = { entryId: `${causeId}-${name}`, causeId, at, kind, currency, memo: 'statement', period: month };
    return [{ posting: { ...about, member: memberId, amount: Math.abs(sum) }, lines: own }];
  });

/** Returns the entries of a statement's charged lines, each with its lines; see `statementPostings`. */
export const statementBookings = (statement: Booked, at: string): Booking[] =>
  bookingsOf({ ...statement, lines: statement.lines.filter(isCharged) }, at);

/** Returns the ids of all entries as which a bill may have been booked, one per group: most have some of them. */
export const bookingIds = (causeId: string): string[] => groups.map(({ name }) => `${causeId}-${name}`);

/** Returns the id of a booked statement: in the ledger the cause of its entries, on the member's account its line. */
export const statementEntryId = ({ month, memberId }: Pick<Statement, 'month' | 'memberId'>): string =>
  `statement-${month}-${memberId}`;

/**
 * Returns the entries of a closed statement's charged lines in the member's own books: one per group with a non-zero sum. Ids and
 * instant derive from the statement and `at`, so that it cannot be booked twice. They sum to the amount due.
 */
export const statementPostings = (statement: Booked, at: string): Posting[] =>
  statementBookings(statement, at).map(({ posting }) => posting);

/** Returns the accrual of each cost among some lines of a statement, or its reversal. */
const accrualsOf = ({
  part,
  ends,
  at,
}: {
  part: Booked;
  ends: 'accrued' | 'reversed' | 'carried';
  at: string;
}): Posting[] =>
  bookingsOf(part, at).flatMap(({ posting }): Posting[] => {
    const group = groups.find(({ billed, credited }) => posting.kind === billed || posting.kind === credited);
    if (!group?.accrued) return [];
    const { cost, reversal } = group.accrued;
    const kind = (posting.kind === group.billed) === (ends === 'accrued') ? cost : reversal;
    return [{ ...posting, memo: 'accrual', entryId: `${posting.entryId}-${ends}`, kind }];
  });

/**
 * Returns the accruals of a closed statement's costs, at the end of its month, and their reversals at the instant of the bill: the month's
 * books have its cost, and those of the month of the bill have it once only; none of them when it is booked in its own month. Lines that
 * wait for their invoice are accrued, and the statement that bills them reverses their accrual.
 */
export const accrualPostings = (statement: Booked, at: string): Posting[] => {
  const { month, lines } = statement;
  const end = endOfMonth(month);
  const part = (has: (line: StatementLine) => boolean): Booked => ({ ...statement, lines: lines.filter(has) });
  const billed = part((line) => isCharged(line) && !isCarried(line));
  const deferred = part(({ mode }) => mode === 'deferred');
  return [
    ...(at > end ? accrualsOf({ part: billed, ends: 'accrued', at: end }) : []),
    ...(at > end ? accrualsOf({ part: billed, ends: 'reversed', at }) : []),
    ...accrualsOf({ part: deferred, ends: 'accrued', at: end }),
    ...accrualsOf({ part: part(isCarried), ends: 'carried', at }),
  ];
};

/** Returns the dues in a statement's charged lines, before tax: with their corrections, as booked. Minor units. */
export const duesIn = ({ lines }: Pick<Statement, 'lines'>): number =>
  sumOfLines(lines.filter((line) => isCharged(line) && bookedAs(line) === 'dues'));

/** Returns whether a statement charges debts between members: it then depends on the netting, which must be booked first. */
export const passesNettingOn = ({ lines }: Pick<Statement, 'lines'>): boolean =>
  lines.some(({ block, mode, amount }) => block === 'between-members' && mode === 'charge' && amount !== 0);

/** Returns the document of a statement: an invoice, a credit note for a negative amount, or neither. */
export const documentOf = ({ lines }: Pick<Statement, 'lines'>): 'invoice' | 'credit-note' | undefined => {
  const due = dueOf(lines);
  return due > 0 ? 'invoice' : due < 0 ? 'credit-note' : undefined;
};
