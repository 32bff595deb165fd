import * as z from 'zod';
import { currencySchema } from '../money/currency.ts';
import { noticeKindSchema } from './notice-kinds.ts';

const id = z.string().min(1).max(200);

/**
 * A message of the notices queue: an event that a patron gets a notice of. It contains ids only. The producer states the event; the
 * consumer decides whether the kind is on, the opt-outs, the text, the time and the channel. `noticeId` is the same for each delivery of
 * the same event, so that one notice is sent. The relay uses the fact's id, the scheduler `due-soon:<loanId>:<due>`,
 * `overdue:<loanId>:<due>:<step>`, `not-renewed:<loanId>:<due>`, `card-expiring:<expiresOn>`,
 * `hold-expiring:<holdId>:<until>`, the look at saved searches `new-titles:<day>`. It contains no patron id, as it is a sort key in the patron's own
 * partition. `cause` is the member whose act (or loan) it was, and who pays. Instants are ISO 8601 UTC; `step` is 1 for the first
 * overdue notice; `amount` in minor units.
 */
export const noticeMessageSchema = z.strictObject({
  noticeId: id,
  patronId: id,
  kind: noticeKindSchema,
  at: z.iso.datetime(),
  cause: z.string().min(1).max(64),
  /** The pickup branch, the lending branch, or the branch that charged. */
  branchId: id.exactOptional(),
  recordId: id.exactOptional(),
  itemId: id.exactOptional(),
  loanId: id.exactOptional(),
  holdId: id.exactOptional(),
  billId: id.exactOptional(),
  /** The delivered copy of an article or chapter. */
  documentId: id.exactOptional(),
  /** The interlibrary request. */
  requestId: id.exactOptional(),
  /** The due date of the loan; for `overdue` the passed one. */
  due: z.iso.datetime().exactOptional(),
  step: z.int().min(1).max(5).exactOptional(),
  /** Until when the copy is on the hold shelf, or can be opened (an instant), or the last day of the card (`YYYY-MM-DD`). */
  until: z.union([z.iso.datetime(), z.iso.date()]).exactOptional(),
  amount: z.strictObject({ minor: z.int(), currency: currencySchema }).exactOptional(),
  /** The reason why a hold ended or a loan was not renewed, or what a bill is for, as a code. */
  reason: z.string().min(1).max(60).exactOptional(),
  /** What arrived for the patron's saved searches: how many titles, and the records of the last of them. */
  searches: z
    .array(z.strictObject({ searchId: id, count: z.int().min(1), recordIds: z.array(id).max(5) }))
    .max(100)
    .exactOptional(),
  /** An hourly loan: its notice cannot wait for the day's digest. */
  hourly: z.literal(true).exactOptional(),
});
export type NoticeMessage = z.infer<typeof noticeMessageSchema>;
