import type { Citation } from '../../../../layers/kernel/citation/citation.ts';
import type { Message } from '../messages/message.ts';
import type { Ask, LoanRequest } from '../requests/request.ts';

/**
 * The two ends of a correspondence, beyond the request itself: the symbols (`type:value`) of our member and of the
 * partner, and our member's name and delivery addresses (lines of an address, an e-mail address for copies).
 */
export type Parties = {
  ours: string;
  theirs: string;
  name?: string;
  deliverTo?: string[];
  sendCopyTo?: string;
  /** The requested item, when the request names a union record instead of a citation. */
  citation?: Citation;
  /** The partner's own number for the requested record. */
  supplierRecordId?: string;
  /** The copyright rule of a requested copy (open code). */
  copyrightCompliance?: string;
  /** A random reference for the patron that identifies nobody, new for each request; never a name or a card number. */
  patronPseudonym?: string;
  /** The partner receives promises under conditions, instead of retries on other terms. */
  promisesConditions?: true;
  /** For partners that require credentials within the message. */
  account?: { accountId?: string; securityCode?: string };
};

/** The source of a message: the workflow message, the current request, the ask, the two ends, and the time. */
export type Writing = { message: Message; request: LoanRequest; ask: Ask; ends: Parties; at: string };
