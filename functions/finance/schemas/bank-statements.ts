import * as z from 'zod';
import { bankEntrySchema, bankStatementSchema, entryStates } from '../domain/bank/bank-entry.ts';
import { proposalSchema } from '../domain/bank/propose.ts';
import { returnProposalSchema } from '../domain/bank/returned-payment.ts';
import { bankKindNames } from '../domain/books/own-entry.ts';

/** A statement, as the API shows it. */
export const shownStatementSchema = bankStatementSchema.omit({ content: true });

/** An entry, as the API shows it: with its state and, when it is open, what it is proposed to be for. */
export const shownEntrySchema = bankEntrySchema.omit({ v: true, claim: true, unique: true }).extend({
  state: z.enum(entryStates),
  proposal: proposalSchema.exactOptional(),
  ownKind: z.enum(bankKindNames).exactOptional().describe('What it is in the own books, by the code of the bank'),
  returns: returnProposalSchema.exactOptional().describe('Which booked payment it takes back'),
});

/** An invoice that is not settled, for which a payment can be booked. */
export const openInvoiceSchema = z.strictObject({
  ...{ memberId: z.string(), invoice: z.string(), open: z.int().positive(), dueOn: z.iso.date() },
});

const statementId = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d-[0-9a-f]{16}$/)
  .describe('The day of the statement and a hash of its account and number');

/** The statement in the path. */
export const statementPath = z.strictObject({ statementId });

/** The entry of a statement in the path. */
export const entryPath = z.strictObject({ statementId, number: z.coerce.number().int().min(1).max(5000) });

/** The answer to a decision on an entry. */
export const decidedOutput = z.strictObject({ statementId: z.string(), number: z.int() });

/** A statement of a day, for examples in contracts. */
export const exampleStatement: z.infer<typeof shownStatementSchema> = {
  ...{ statementId: '2026-11-24-0f5c8e1d2a3b4c5d', bankId: '2026-117', account: 'DE89370400440532013000' },
  ...{ currency: 'EUR', day: '2026-11-24', opening: 0, closing: 1250, entries: 1, fileName: 'camt053.xml' },
  sent: { at: '2026-11-25T08:00:00.000Z', by: 'staff:stf_01kb0000000000000000000000' },
};

/** A payment that names its invoice, for examples in contracts. */
export const exampleEntry: z.infer<typeof shownEntrySchema> = {
  ...{ number: 1, reference: 'BR-1', amount: 1250, side: 'credit', valueOn: '2026-11-23' },
  ...{ text: 'Invoice 2026-000042', payer: 'Riverton Public Library', state: 'open' },
  proposal: {
    ...{ fit: 'exact', memberId: 'riverton', settles: [{ invoice: '2026-000042', amount: 1250 }], rest: 0 },
  },
};
