import * as z from 'zod';
import { monthSchema } from '../../../../layers/kernel/calendar/month.ts';
import { actSchema } from '../../../../layers/kernel/identity/act.ts';
import { someLines } from '../../../../layers/kernel/text/typed-text.ts';
import { type BankStatement, bankNatures } from '../../../../layers/protocols/bank-statements/bank-statement.ts';
import { type BankKind, bankKindNames } from '../books/own-entry.ts';
import { type AccountLine, settlesSchema } from '../member-account/account-line.ts';
import { currentPayment, plainReference } from '../member-account/payment.ts';

/** The one-off charge by which a member bears a fee of the bank: the month and the line of its statement. */
const chargedSchema = z.strictObject({ memberId: z.string(), month: monthSchema, lineId: z.string() });
export type ChargedFee = z.infer<typeof chargedSchema>;

/**
 * What was decided of an entry: booked as a member's payment or in the consortium's own books, by the entry of the ledger; as the return
 * of a booked payment, by its reversal, with the fee that it contains; or set aside with the reason.
 */
const decidedSchema = z.discriminatedUnion('as', [
  z.strictObject({ as: z.literal('payment'), memberId: z.string(), entryId: z.string(), ...actSchema.shape }),
  z.strictObject({
    ...{ as: z.literal('own'), kind: z.enum(bankKindNames), entryId: z.string() },
    ...{ charged: chargedSchema.exactOptional(), ...actSchema.shape },
  }),
  z.strictObject({
    ...{ as: z.literal('returned'), memberId: z.string(), payment: z.string(), entryId: z.string() },
    fee: z.strictObject({ entryId: z.string(), amount: z.int().positive() }).exactOptional(),
    ...{ charged: chargedSchema.exactOptional(), ...actSchema.shape },
  }),
  z.strictObject({ as: z.literal('set-aside'), reason: z.string(), ...actSchema.shape }),
]);
export type Decided = z.infer<typeof decidedSchema>;

/**
 * One entry of a stored statement, in minor units of its currency: `reference` is the bank's, or the statement's with the number where
 * the bank gave none; `unique` says that it is the bank's, and among which entries it occurs once. By `claim` the entry is booked once;
 * those that were stored without one are claimed by their reference. `v` counts its decisions.
 */
export const bankEntrySchema = z.strictObject({
  number: z.int().positive(),
  reference: z.string(),
  unique: z.enum(['account', 'day']).exactOptional(),
  claim: z.string().exactOptional(),
  amount: z.int().positive(),
  side: z.enum(['credit', 'debit']),
  nature: z.enum(bankNatures).exactOptional().describe('What the code of the bank says of it'),
  charges: z.int().positive().exactOptional().describe('The fee of the bank that the amount contains'),
  valueOn: z.iso.date(),
  text: z.string(),
  payer: z.string().exactOptional(),
  payerReference: z.string().exactOptional(),
  creditorReference: z.string().exactOptional(),
  decided: decidedSchema.exactOptional(),
  v: z.int().positive(),
});
export type StoredEntry = z.infer<typeof bankEntrySchema>;

/** What a statement lists besides payments: the bank's code, an amount in minor units of no stated direction, and its text. */
const otherItemSchema = z.strictObject({ code: z.string(), amount: z.int(), text: z.string() });

/** A stored account statement: amounts in minor units, `others` what are no payments, `content` the hash of what was read. */
export const bankStatementSchema = z.strictObject({
  statementId: z.string(),
  bankId: z.string(),
  account: z.string(),
  currency: z.string(),
  day: z.iso.date(),
  opening: z.int().exactOptional(),
  closing: z.int().exactOptional(),
  entries: z.int().nonnegative(),
  others: z.array(otherItemSchema).exactOptional(),
  content: z.string(),
  fileName: z.string(),
  sent: actSchema,
});
export type StoredStatement = z.infer<typeof bankStatementSchema>;

const memberId = z.string().min(1).max(64);

/**
 * What is decided of an entry: the payment of a member for named invoices, the remainder for the oldest; an entry of the consortium's own
 * books (a supplier or a grant), a fee charged on to a member or not; the return of a booked payment, the remainder a fee; or neither.
 */
export const bankDecisionSchema = z.discriminatedUnion('as', [
  z.strictObject({
    as: z.literal('payment'),
    memberId,
    settles: z.array(settlesSchema).max(50),
  }),
  z.strictObject({
    as: z.literal('own'),
    kind: z.enum(bankKindNames),
    chargeTo: memberId.exactOptional().describe('The member that bears a fee, where the billing policy says so'),
  }),
  z.strictObject({
    as: z.literal('returned'),
    memberId,
    payment: z.string().min(1).max(80).describe('The entry of the payment on the account of the member'),
    fee: z.int().nonnegative().describe('The part of the amount that is a fee of the bank'),
  }),
  z.strictObject({ as: z.literal('set-aside'), reason: someLines(500) }),
]);
export type BankDecision = z.infer<typeof bankDecisionSchema>;

/** The longest reference of a booked payment. */
const MAX_REFERENCE = 100;

type Place = Pick<BankStatement, 'id' | 'account' | 'currency' | 'day'>;

/**
 * Returns by what an entry is booked once. The reference of the bank counts within its account, or within a day of it; direction and
 * amount belong to it, because banks give a payment and its fee the same one. An entry without it counts by its place in the statement.
 */
const claimOf = (
  { id, account, currency, day }: Place,
  { number, reference, unique, side, amount }: BankStatement['entries'][number],
): string => {
  const within = [account, currency];
  if (unique === undefined) return ['place', ...within, day, id, number].join(' ');
  const scope = unique === 'day' ? [...within, day] : within;
  return ['reference', ...scope, side, amount, plainReference(reference)].join(' ');
};

/** Returns the entries of a statement as they are stored: each with a reference, and with a claim that no other entry has. */
export const storedEntries = ({ entries, ...place }: BankStatement): StoredEntry[] => {
  const claims = new Map<string, number>();
  return entries.map((entry) => {
    const claim = claimOf(place, entry);
    const before = claims.get(claim) ?? 0;
    claims.set(claim, before + 1);
    return {
      ...entry,
      reference: (entry.reference || `${place.id}/${entry.number}`).slice(-MAX_REFERENCE),
      // Equal entries of one statement are counted in its order.
      claim: before === 0 ? claim : `${claim} ${before + 1}`,
      v: 1,
    };
  });
};

/** Returns an entry without what only later versions read of it. */
const asReadFirst = ({
  unique: _u,
  nature: _n,
  charges: _c,
  payerReference: _p,
  ...entry
}: BankStatement['entries'][number]) => entry;

/** Returns what identifies a statement that is sent again: what was read of it, without what later versions read in addition. */
export const contentOf = ({ others: _, ...statement }: BankStatement): string =>
  JSON.stringify({ ...statement, entries: statement.entries.map(asReadFirst) });

/**
 * Returns the kind in the consortium's own books that the code of the bank proposes: what the bank takes is a cost, also as interest. A
 * payment of the consortium that comes back is never a member's: its supplier did not get it.
 */
export const ownKindOf = ({ nature, side }: Pick<StoredEntry, 'nature' | 'side'>): BankKind | undefined => {
  if (nature === undefined) return undefined;
  if (nature === 'returned') return side === 'credit' ? 'supplier-repaid' : undefined;
  if (side === 'debit') return 'bank-fee-paid';
  return nature === 'fee' ? 'bank-fee-returned' : 'interest-received';
};

/**
 * The state of an entry: a payment that was entered by mistake and taken back on the member's account is open again; one that the bank
 * returned is `returned`, and so is the entry by which it did.
 */
export const entryStates = ['open', 'payment', 'own', 'returned', 'set-aside'] as const;
export type EntryState = (typeof entryStates)[number];

/** Returns the state of an entry; `linesOf` gives the lines of a member's account. */
export const stateOf = (
  { decided }: Pick<StoredEntry, 'decided'>,
  linesOf: (memberId: string) => readonly AccountLine[],
): EntryState => {
  if (decided === undefined) return 'open';
  if (decided.as !== 'payment') return decided.as;
  const why = reversalOf(decided.entryId, linesOf(decided.memberId))?.why;
  if (why === undefined) return 'payment';
  return why === 'bounced' ? 'returned' : 'open';
};

/** Returns how the payment of an entry of the ledger was taken back on the member's account, if it was. */
const reversalOf = (entryId: string, lines: readonly AccountLine[]): AccountLine['reverses'] => {
  const payment = currentPayment(entryId, lines);
  return lines.find(({ reverses }) => reverses?.entryId === payment)?.reverses;
};

/**
 * Returns the entry of the ledger whose claim a new booking of a bank's entry may take over: a payment that was entered by mistake never
 * arrived, and one that the bank returned did.
 */
export const releasedBy = (
  { decided }: Pick<StoredEntry, 'decided'>,
  lines: readonly AccountLine[],
): string | undefined => {
  if (decided?.as !== 'payment') return undefined;
  return reversalOf(decided.entryId, lines)?.why === 'mistyped' ? decided.entryId : undefined;
};
