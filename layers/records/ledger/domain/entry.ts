import * as z from 'zod';
import { costCentreSchema } from '../../../kernel/money/cost-centre.ts';
import { currencySchema } from '../../../kernel/money/currency.ts';
import { accountSchema } from './accounts.ts';
import { entryKindSchema } from './kinds.ts';

/**
 * One line of an entry: integer minor units, more than zero, in the books of one member. `causeId` when the line belongs to another bill
 * than its entry: the credit of one bill may pay another.
 */
export const ledgerLineSchema = z.strictObject({
  account: accountSchema,
  member: z.string().min(1),
  side: z.enum(['debit', 'credit']),
  amount: z.int().positive(),
  causeId: z.string().min(1).exactOptional(),
});
export type LedgerLine = z.infer<typeof ledgerLineSchema>;

/**
 * One entry of the append-only ledger. `causeId` is the bill's own pseudonym and `memo` a code: never a patron id, a card number or free
 * text, so that erasing a patron leaves closed books byte-identical. `periodKey` is the UTC month of `at`, e.g. 2026-11.
 */
export const ledgerEntrySchema = z.strictObject({
  entryId: z.string().min(1),
  at: z.iso.datetime(),
  kind: entryKindSchema,
  currency: currencySchema,
  lines: z.array(ledgerLineSchema).min(2),
  causeId: z.string().min(1),
  memo: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  /** The department of the patron at the time of the loan or charge: a code of the member's own accounts. */
  costCentre: costCentreSchema.exactOptional(),
  /** The external library of the entry: it has no books here. */
  partner: z.string().min(1).max(64).exactOptional(),
  /** The payment provider's own number of an online payment or payout. */
  reference: z.string().min(1).max(100).exactOptional(),
  /** The month whose use or service it bills, when that is not the month in which it is booked. */
  period: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .exactOptional(),
  periodKey: z.string().regex(/^\d{4}-\d{2}$/),
});
export type LedgerEntry = z.infer<typeof ledgerEntrySchema>;

/** The reason why an entry cannot be booked. */
export type LedgerRefusal = { refused: { code: LedgerRefusalCode; detail: string; pointer?: string }[] };
export type LedgerRefusalCode = 'bad-entry' | 'unbalanced' | 'entry-differs';

const difference = (lines: readonly LedgerLine[]): number =>
  lines.reduce((sum, line) => sum + (line.side === 'debit' ? line.amount : -line.amount), 0);

/**
 * Returns an entry that is balanced by construction: debits equal credits in total and in each member's own books, so that every
 * member's books balance separately. Takes all but the period key. Refuses `bad-entry` (shape) and `unbalanced`.
 */
export const entry = (wanted: Omit<LedgerEntry, 'periodKey'>): LedgerEntry | LedgerRefusal => {
  const parsed = ledgerEntrySchema.safeParse({ ...wanted, periodKey: wanted.at.slice(0, 7) });
  if (!parsed.success) {
    const issues = parsed.error.issues.map((issue) => ({ pointer: `/${issue.path.join('/')}`, detail: issue.message }));
    return { refused: issues.map((issue) => ({ code: 'bad-entry', ...issue })) };
  }
  const members = [...new Set(parsed.data.lines.map((line) => line.member))];
  const refused = members.flatMap((member) => {
    const off = difference(parsed.data.lines.filter((line) => line.member === member));
    if (off === 0) return [];
    return [{ code: 'unbalanced' as const, detail: `Debits less credits of ${member} are ${off}`, pointer: '/lines' }];
  });
  return refused.length > 0 ? { refused } : parsed.data;
};
