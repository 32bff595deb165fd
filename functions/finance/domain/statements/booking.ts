import type { EntryKind } from '../../../../layers/records/ledger/domain/kinds.ts';
import type { Posting } from '../../../../layers/records/ledger/domain/post.ts';
import type { Block } from './billing-policy.ts';
import { dueOf, type Statement, type StatementLine, sumOfLines } from './statement.ts';

/** What is booked together: which blocks, as what when the member owes it, as what when it is given. */
type Group = { name: string; blocks: readonly Block[]; billed: EntryKind; credited: EntryKind };
const groups: readonly Group[] = [
  {
    ...{ name: 'platform', blocks: ['direct', 'shared', 'idle', 'unattributed', 'unmetered'] },
    ...{ billed: 'platform-billed', credited: 'platform-credited' },
  },
  { name: 'dues', blocks: ['dues'], billed: 'dues-billed', credited: 'dues-credited' },
  { name: 'netting', blocks: ['between-members'], billed: 'netting-billed', credited: 'netting-credited' },
  { name: 'adjustments', blocks: ['credit', 'correction'], billed: 'correction-billed', credited: 'credit-noted' },
  { name: 'tax', blocks: ['tax'], billed: 'tax-billed', credited: 'tax-credited' },
];

/** In whose group a line is booked: a correction in that of what it corrects, so that each account is put right itself. */
const bookedAs = ({ block, corrects }: StatementLine): Block =>
  // What members owe each other is cleared by the netting, which is booked: its correction is one between the house and a member.
  corrects && corrects.block !== 'between-members' ? corrects.block : block;

type Booked = Pick<Statement, 'month' | 'memberId' | 'currency' | 'lines'>;

/** What is booked as one entry, with the charged lines that it is the sum of. */
export type Booking = { posting: Posting; lines: readonly StatementLine[] };

/** The entries that a statement's charged lines book, each with its lines; as `statementPostings` has them. */
export const statementBookings = ({ month, memberId, currency, lines }: Booked, at: string): Booking[] =>
  groups.flatMap(({ name, blocks, billed, credited }): Booking[] => {
    const own = lines.filter((line) => line.mode === 'charge' && blocks.includes(bookedAs(line)));
    const sum = sumOfLines(own);
    if (sum === 0) return [];
    const causeId = statementEntryId({ month, memberId });
    const kind = sum > 0 ? billed : credited;
    const about = { entryId: `${causeId}-${name}`, causeId, at, kind, currency, memo: 'statement' };
    return [{ posting: { ...about, member: memberId, amount: Math.abs(sum) }, lines: own }];
  });

/** The ids of all entries that what was billed may have been booked as, one a group: most have some of them. */
export const bookingIds = (causeId: string): string[] => groups.map(({ name }) => `${causeId}-${name}`);

/** What names a statement where it is booked: in the ledger as the cause of its entries, on the member's account as its line. */
export const statementEntryId = ({ month, memberId }: Pick<Statement, 'month' | 'memberId'>): string =>
  `statement-${month}-${memberId}`;

/**
 * What a closed statement's charged lines book in the member's own books: one entry a group that comes to anything. Ids and
 * instant follow from the statement and `at`, so that it cannot be booked twice. They sum to what is due.
 */
export const statementPostings = (statement: Booked, at: string): Posting[] =>
  statementBookings(statement, at).map(({ posting }) => posting);

/** What of a statement's charged lines are dues, before tax: with what corrects them, as they are booked. Minor units. */
export const duesIn = ({ lines }: Pick<Statement, 'lines'>): number =>
  sumOfLines(lines.filter((line) => line.mode === 'charge' && bookedAs(line) === 'dues'));

/** Whether a statement charges what members owe each other: the netting must have been booked before, which it passes on. */
export const passesNettingOn = ({ lines }: Pick<Statement, 'lines'>): boolean =>
  lines.some(({ block, mode, amount }) => block === 'between-members' && mode === 'charge' && amount !== 0);

/** What a statement asks for: an invoice, a credit note when it gives, or neither. */
export const documentOf = ({ lines }: Pick<Statement, 'lines'>): 'invoice' | 'credit-note' | undefined => {
  const due = dueOf(lines);
  return due > 0 ? 'invoice' : due < 0 ? 'credit-note' : undefined;
};
