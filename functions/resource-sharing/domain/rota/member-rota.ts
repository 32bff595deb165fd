import { type LoanRequest, needByPassed, nextSupplier } from '../requests/request.ts';

/** A partner’s request that was made to all of us, not to one: each of us on the rota is asked in turn. */
export const isBroadcast = ({ partner }: Pick<LoanRequest, 'partner'>): boolean => partner?.anyOfUs === true;

/** Whether a no of one of us is not the last word: the next of us is asked before the partner hears of it. */
export const hasNextMember = (request: LoanRequest, at: string): boolean =>
  isBroadcast(request) && nextSupplier(request) !== undefined && !needByPassed(request, at);

/** Whether nobody of us is asked just now: one has said no or kept silent, and the next is still to be asked. */
export const isBetweenUs = (request: Pick<LoanRequest, 'partner' | 'state'>): boolean =>
  isBroadcast(request) && request.state === 'unfilled';

/** The request after a last no, which ends the rota of those of us that were asked. */
export const rotaOfMembersEnded = (request: LoanRequest): LoanRequest =>
  isBroadcast(request) && request.state === 'unfilled' ? { ...request, state: 'end-of-rota' } : request;
