import type { IsoMessage } from '../../../../layers/protocols/iso18626/schemas.ts';
import type { Message } from '../messages/message.ts';
import type { LoanRequest } from '../requests/request.ts';
import { MESSAGES } from '../workflow/triggers.ts';
import { requestToIso } from './request-to-iso.ts';
import { requesterMessageToIso } from './requester-to-iso.ts';
import { supplierMessageToIso } from './supplier-to-iso.ts';
import type { Parties } from './writing.ts';

/**
 * Converts a workflow message to ISO 18626 in the form of 2021: `writeMessage` makes a partner's edition of it, and a
 * notification of a code that 1.2 lacks. `at` is the time of writing. Throws for an ask that the request does not have:
 * a defect of ours, never a partner's.
 */
export const toIso = (message: Message, request: LoanRequest, ends: Parties, at: string): IsoMessage => {
  const ask = request.asks.find(({ askId }) => askId === message.askId);
  if (ask === undefined) throw new Error('A message is about an ask of its request.');
  const writing = { message, request, ask, ends, at };
  if (message.name === 'Request' || message.name === 'Retry') return requestToIso(writing);
  return MESSAGES[message.name].from === 'requester' ? requesterMessageToIso(writing) : supplierMessageToIso(writing);
};
