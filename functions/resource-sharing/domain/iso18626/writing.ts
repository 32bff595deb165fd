import type { Citation } from '../../../../layers/kernel/citation/citation.ts';
import type { Message } from '../messages/message.ts';
import type { Ask, LoanRequest } from '../requests/request.ts';

/**
 * The two ends of a correspondence, beyond what the request knows: the symbols (`type:value`) of our member and of the
 * partner, and of our member its name, where it wants things sent (lines of an address, an e-mail address for copies).
 */
export type Parties = {
  ours: string;
  theirs: string;
  name?: string;
  deliverTo?: string[];
  sendCopyTo?: string;
  /** What is wanted, where the request names a union record instead of a citation. */
  citation?: Citation;
  /** The partner's own number for the record wanted. */
  supplierRecordId?: string;
  /** Under which rule of copyright a copy is asked for (open code). */
  copyrightCompliance?: string;
  /** A word for the patron that tells nothing of it, made anew for each request; never a name or a card's number. */
  patronPseudonym?: string;
  /** The partner is promised under conditions, instead of asked to try again on other terms. */
  promisesConditions?: true;
  /** For partners that want to be told who speaks within the message. */
  account?: { accountId?: string; securityCode?: string };
};

/** What a message is written from: the word itself, the request as it stands, the ask, the two ends, and now. */
export type Writing = { message: Message; request: LoanRequest; ask: Ask; ends: Parties; at: string };
