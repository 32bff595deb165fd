import * as z from 'zod';
import { actSchema } from '../../../../layers/kernel/identity/act.ts';
import { someLines } from '../../../../layers/kernel/text/typed-text.ts';
import type { BankStatement } from '../../../../layers/protocols/bank-statements/bank-statement.ts';
import { bankKindNames } from '../books/own-entry.ts';
import { type AccountLine, settlesSchema } from '../member-account/account-line.ts';

/**
 * What was decided of an entry: booked as a member's payment or in the consortium's own books, by the entry of the ledger, or set aside
 * with the reason.
 */
const decidedSchema = z.discriminatedUnion('as', [
  z.strictObject({ as: z.literal('payment'), memberId: z.string(), entryId: z.string(), ...actSchema.shape }),
  z.strictObject({ as: z.literal('own'), kind: z.enum(bankKindNames), entryId: z.string(), ...actSchema.shape }),
  z.strictObject({ as: z.literal('set-aside'), reason: z.string(), ...actSchema.shape }),
]);
export type Decided = z.infer<typeof decidedSchema>;

/**
 * One entry of a stored statement, in minor units of its currency: `reference` is the bank's, or the statement's with the number where
 * the bank gave none; `v` counts its decisions.
 */
export const bankEntrySchema = z.strictObject({
  number: z.int().positive(),
  reference: z.string(),
  amount: z.int().positive(),
  side: z.enum(['credit', 'debit']),
  valueOn: z.iso.date(),
  text: z.string(),
  payer: z.string().exactOptional(),
  creditorReference: z.string().exactOptional(),
  decided: decidedSchema.exactOptional(),
  v: z.int().positive(),
});
export type StoredEntry = z.infer<typeof bankEntrySchema>;

/** A stored account statement: amounts in minor units, `content` the hash of what was read. */
export const bankStatementSchema = z.strictObject({
  statementId: z.string(),
  bankId: z.string(),
  account: z.string(),
  currency: z.string(),
  day: z.iso.date(),
  opening: z.int().exactOptional(),
  closing: z.int().exactOptional(),
  entries: z.int().nonnegative(),
  content: z.string(),
  fileName: z.string(),
  sent: actSchema,
});
export type StoredStatement = z.infer<typeof bankStatementSchema>;

/**
 * What is decided of an entry: the payment of a member for named invoices, the remainder for the oldest; an entry of the consortium's own
 * books (a supplier or a grant); or neither.
 */
export const bankDecisionSchema = z.discriminatedUnion('as', [
  z.strictObject({
    as: z.literal('payment'),
    memberId: z.string().min(1).max(64),
    settles: z.array(settlesSchema).max(50),
  }),
  z.strictObject({ as: z.literal('own'), kind: z.enum(bankKindNames) }),
  z.strictObject({ as: z.literal('set-aside'), reason: someLines(500) }),
]);
export type BankDecision = z.infer<typeof bankDecisionSchema>;

/** The longest reference of a booked payment. */
const MAX_REFERENCE = 100;

/** Returns the entries of a statement as they are stored: each with a reference by which it is booked once. */
export const storedEntries = ({ id, entries }: BankStatement): StoredEntry[] =>
  entries.map((entry) => ({
    ...entry,
    reference: (entry.reference || `${id}/${entry.number}`).slice(-MAX_REFERENCE),
    v: 1,
  }));

/** The state of an entry: a payment that was taken back on the member's account is open again. */
export const entryStates = ['open', 'payment', 'own', 'set-aside'] as const;
export type EntryState = (typeof entryStates)[number];

/** Returns the state of an entry; `linesOf` gives the lines of a member's account. */
export const stateOf = (
  { decided }: Pick<StoredEntry, 'decided'>,
  linesOf: (memberId: string) => readonly AccountLine[],
): EntryState => {
  if (decided === undefined) return 'open';
  if (decided.as !== 'payment') return decided.as;
  const { memberId, entryId } = decided;
  return linesOf(memberId).some(({ reverses }) => reverses?.entryId === entryId) ? 'open' : 'payment';
};
