import { millis } from '../../../layers/kernel/calendar/days.ts';
import type { NoticeMessage } from '../../../layers/kernel/notices/notice-message.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';

/** The current state of the cause of a notice; data that the notice does not name need not be read. */
export type NoticeSubject = {
  item?: ItemCirculation | undefined;
  /** The open amount of the bill, in minor units; undefined when there is no such bill. */
  billOpen?: number | undefined;
  /** Until when the link of the document can be opened; undefined when it cannot. */
  copyUntil?: string | undefined;
  /** The last day on which the card is valid. */
  /** How many of the notice's saved searches the patron still has with an alert. */
  searchesLeft?: number | undefined;
  expiresOn: string;
  at: string;
};

/**
 * Decides whether a notice is still valid just before it is sent: the copy is still on the shelf for this hold, the loan is the same
 * with the same due date, the bill is open, the card ends on that day, the link of the document can be opened, a saved search still has an alert. A notice that names no
 * copy cannot be checked and is sent.
 */
export const isStillValid = (
  notice: NoticeMessage,
  { item, billOpen, copyUntil, searchesLeft, expiresOn, at }: NoticeSubject,
): boolean => {
  const { kind, itemId, loanId, due } = notice;
  const sameLoan = itemId === undefined || (item?.loan !== undefined && item.loan.loanId === loanId);
  switch (kind) {
    case 'hold-ready':
      return (
        itemId === undefined ||
        (item?.state === 'on-hold-shelf' && (notice.holdId === undefined || item.hold?.holdId === notice.holdId))
      );
    case 'hold-expiring':
      return (
        itemId === undefined ||
        (item?.state === 'on-hold-shelf' &&
          item.hold?.holdId === notice.holdId &&
          item.hold?.shelfExpiresAt === notice.until)
      );
    case 'due-soon':
    case 'renewed':
    case 'not-renewed':
      return sameLoan && (item === undefined || (item.loan?.due === due && item.state === 'on-loan'));
    case 'overdue':
      return (
        sameLoan &&
        (item === undefined ||
          (item.state === 'on-loan' && item.loan?.due === due && due !== undefined && millis(due) < millis(at)))
      );
    case 'recall':
      return sameLoan && (item === undefined || item.loan?.recalledAt !== undefined);
    case 'lost':
      return sameLoan && (item === undefined || (item.loan?.lost !== undefined && item.loan.lost.paid !== true));
    case 'bill':
      return notice.billId === undefined || (billOpen ?? 0) > 0;
    case 'card-expiring':
      return notice.until === undefined || notice.until === expiresOn;
    case 'copy-ready':
      return notice.documentId === undefined || (copyUntil !== undefined && millis(copyUntil) > millis(at));
    case 'new-titles':
      return (searchesLeft ?? 0) > 0;
    case 'hold-ended':
    case 'checkout-receipt':
    case 'renewal-receipt':
    case 'payment-receipt':
    case 'request-unfilled':
      return true;
  }
};
