import * as z from 'zod';
import { scannedSchema } from '../../../layers/kernel/identity/card-number.ts';
import { memberIdSchema } from '../../../layers/kernel/identity/member-id.ts';
import { moneySchema } from '../../../layers/kernel/money/money.ts';
import type { Refusal } from '../../../layers/platform/http/contract.ts';
import { loanStates } from '../../items/public/loan-states.ts';
import type { RenewalRequestRefusal } from '../domain/loans/interlibrary-loans.ts';

export const keysOf = <K extends string>(table: Record<K, unknown>): K[] => Object.keys(table) as K[];

/** A card number as scanned, or a patron's id. `member` distinguishes two holders of one old number. */
export const patronRefSchema = scannedSchema;

export const patronRef = { patron: patronRefSchema, member: memberIdSchema.optional() };

/** A loan as returned. Instants are ISO 8601 UTC; `title` is omitted when the reader may not see it. */
export const loanViewSchema = z.strictObject({
  loanId: z.string(),
  /** Empty, as the barcode, when the reader may not see the item (C77). */
  itemId: z.string(),
  barcode: z.string(),
  recordId: z.string().optional(),
  title: z.string().optional(),
  memberId: z.string(),
  checkoutBranch: z.string(),
  checkedOutAt: z.string(),
  due: z.string(),
  state: z.enum(keysOf(loanStates.states)),
  renewals: z.number().int(),
  /** Its rule made the last renewal; nobody asked for it. */
  autoRenewed: z.literal(true).optional(),
  /** The overdue fine so far: the return charges it, until then no bill has it. */
  accrued: moneySchema.optional(),
  /** A proxy borrowed it for the patron. */
  byProxy: z.literal(true).optional(),
});

/** The overdue fines that open loans have accrued, by currency: no bill has them yet, so `owed` does not contain them. */
export const accruedSchema = z.array(moneySchema);

export type LoanView = z.infer<typeof loanViewSchema>;

export const patronRefusals = {
  'unknown-patron': { status: 404, meaning: 'There is no such card or patron.' },
  'card-replaced': { status: 410, meaning: 'This card was replaced: ask for the new one.' },
  'card-shared': {
    status: 409,
    meaning: 'Two members issued this number: ask for the home library and name the member.',
  },
  'held-at': { status: 409, meaning: 'One of the home libraries to choose from; detail is its id.' },
} as const satisfies Record<string, Refusal>;

export const exampleLoan: LoanView = {
  loanId: 'lon_01kb0000000000000000000000',
  itemId: 'itm_01kb0000000000000000000000',
  barcode: '31234000123456',
  recordId: 'rec_01kb0000000000000000000000',
  title: 'Emma',
  memberId: 'riverton',
  checkoutBranch: 'lakeshore.main',
  checkedOutAt: '2026-11-24T15:00:00.000Z',
  due: '2026-12-15T04:59:59.000Z',
  state: 'open',
  renewals: 0,
};

/** The refusals by the supplier's library or the request itself for a renewal of an interlibrary loan. */
export const renewalRequestRefusals = {
  'unknown-request': { status: 404, meaning: 'There is no such request, or the caller’s library has no part in it.' },
  'request-ended': { status: 409, meaning: 'The request has ended.' },
  'ask-closed': { status: 409, meaning: 'This ask has ended; the request has gone on without this supplier.' },
  'not-in-this-state': { status: 409, meaning: 'This cannot be done in the state that the request is in.' },
  'changed-meanwhile': { status: 409, meaning: 'Others changed the request again and again: try again.' },
} as const satisfies Record<RenewalRequestRefusal, Refusal>;
