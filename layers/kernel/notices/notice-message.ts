import * as z from 'zod';
import { currencySchema } from '../money/currency.ts';
import { noticeKindSchema } from './notice-kinds.ts';

const id = z.string().min(1).max(200);

/**
 * That a patron is to be told something: what goes through the notices queue, by ids only. Who produces it says WHAT
 * happened; whether it is on, who opted out, in which words, when and by which channel is decided where it is worked off.
 *
 * `noticeId` is the same however often the same thing is told: a thing is told once by it. The relay takes the fact's id;
 * the clock `due-soon:<loanId>:<due>`, `overdue:<loanId>:<due>:<step>`, `card-expiring:<expiresOn>`. It holds no patron's
 * id: it is a sort key in the patron's own partition. `cause` is the member whose act it was (or whose loan), who pays.
 * Instants are ISO 8601 UTC; `step` is 1 for the first overdue notice; `amount` in minor units.
 */
export const noticeMessageSchema = z.strictObject({
  noticeId: id,
  patronId: id,
  kind: noticeKindSchema,
  at: z.iso.datetime(),
  cause: z.string().min(1).max(64),
  /** Where to collect, where it was lent, which desk charged. */
  branchId: id.exactOptional(),
  recordId: id.exactOptional(),
  itemId: id.exactOptional(),
  loanId: id.exactOptional(),
  holdId: id.exactOptional(),
  billId: id.exactOptional(),
  /** The copy of an article or chapter that was handed on. */
  documentId: id.exactOptional(),
  /** The request of other libraries. */
  requestId: id.exactOptional(),
  /** When the loan is due; for `overdue` when it was. */
  due: z.iso.datetime().exactOptional(),
  step: z.int().min(1).max(5).exactOptional(),
  /** Until when the copy is kept on the shelf, or can be opened (an instant), or the last day of the card (`YYYY-MM-DD`). */
  until: z.union([z.iso.datetime(), z.iso.date()]).exactOptional(),
  amount: z.strictObject({ minor: z.int(), currency: currencySchema }).exactOptional(),
  /** Why a hold ended, or what a bill is for, as a code. */
  reason: z.string().min(1).max(60).exactOptional(),
  /** A loan by the hour: it cannot wait for the day's digest. */
  hourly: z.literal(true).exactOptional(),
});
export type NoticeMessage = z.infer<typeof noticeMessageSchema>;
