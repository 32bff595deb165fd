import * as z from 'zod';

/** The kinds of notices, with their meaning to a patron. */
export const noticeKinds = {
  'due-soon': 'A loan is due soon.',
  overdue: 'A loan is overdue; `step` is the number of the reminder.',
  'hold-ready': 'A copy waits on the hold shelf.',
  'hold-expiring': 'A copy that still waits leaves the hold shelf soon.',
  'hold-ended':
    'A hold ended without its copy: not fetched, no longer needed by its date, or cancelled by the library.',
  recall: 'A loan was recalled for somebody who waits; it may be due earlier (C70).',
  bill: 'A fine or fee was charged.',
  lost: 'An item counts as lost and was charged.',
  'card-expiring': 'The card ends in some days.',
  'copy-ready': 'A copy of an article or chapter that another library sent can be opened.',
  renewed: 'The rule of a loan renewed it.',
  'not-renewed': 'The rule of a loan renews it, but it could not be renewed, for `reason`.',
  'checkout-receipt': 'The patron borrowed something; only for patrons who chose receipts.',
  'renewal-receipt': 'The patron renewed something; only for patrons who chose receipts.',
  'payment-receipt': 'The patron paid; only for patrons who chose receipts.',
  'new-titles': 'Titles arrived for saved searches whose alert the patron turned on; only by e-mail.',
  'request-unfilled': 'No library that was asked for it could supply what the patron had requested.',
} as const;
export type NoticeKind = keyof typeof noticeKinds;

/** Returns whether a kind is a receipt: sent only by e-mail, to patrons who chose receipts. */
export const isReceipt = (kind: NoticeKind): boolean => kind.endsWith('-receipt');

/** A kind of notice. */
export const noticeKindSchema = z.enum(Object.keys(noticeKinds) as [NoticeKind, ...NoticeKind[]]);

/** The channels by which a notice is sent. The patron's account shows every notice. */
export const channels = ['email', 'letter', 'sms'] as const;
export type Channel = (typeof channels)[number];
