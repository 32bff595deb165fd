import type { Citation } from '../citation/citation.ts';
import type { Message } from '../message.ts';
import type { Ask, LoanRequest } from '../request.ts';
import { MESSAGES } from '../triggers.ts';
import { requestToIso } from './request-to-iso.ts';
import { requesterSays } from './requester-to-iso.ts';
import type { IsoMessage } from './schemas.ts';
import { supplierSays } from './supplier-to-iso.ts';

/**
 * The two ends of a correspondence, beyond what the request knows: the symbols (`type:value`) of our member and of the
 * partner, and of our member its name, where it wants things sent (lines of an address, an e-mail address for copies).
 */
export type Ends = {
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
  /** For partners that want to be told who speaks within the message. */
  account?: { accountId?: string; securityCode?: string };
};

/** What a message is written from: the word itself, the request as it stands, the ask, the two ends, and now. */
export type Writing = { message: Message; request: LoanRequest; ask: Ask; ends: Ends; at: string };

/**
 * A message of the neutral model as ISO 18626 has it, in the shape of 2021: `writeMessage` makes a partner's edition of
 * it, and a notification of what 1.2 has no code for. `at` is the time of writing. Throws for an ask that the request
 * does not have: our mistake, never a partner's.
 */
export const toIso = (message: Message, request: LoanRequest, ends: Ends, at: string): IsoMessage => {
  const ask = request.asks.find(({ askId }) => askId === message.askId);
  if (ask === undefined) throw new Error('A message is about an ask of its request.');
  const writing = { message, request, ask, ends, at };
  if (message.name === 'Request' || message.name === 'Retry') return requestToIso(writing);
  return MESSAGES[message.name].from === 'requester' ? requesterSays(writing) : supplierSays(writing);
};
