import { type LoanRequest, needByPassed, nextSupplier } from '../requests/request.ts';

/** Whether a partner’s request is a broadcast: each member on its rota is asked in turn. */
export const isBroadcast = ({ partner }: Pick<LoanRequest, 'partner'>): boolean => partner?.anyOfUs === true;

/** Whether another member is asked after a refusal, before the partner receives it. */
export const hasNextMember = (request: LoanRequest, at: string): boolean =>
  isBroadcast(request) && nextSupplier(request) !== undefined && !needByPassed(request, at);

/**
 * Whether no member is asked at the moment: one has refused or missed its deadline, and the next is still to be asked.
 */
export const isBetweenUs = (request: Pick<LoanRequest, 'partner' | 'state'>): boolean =>
  isBroadcast(request) && request.state === 'unfilled';

/** Ends the members' rota after the last refusal. */
export const rotaOfMembersEnded = (request: LoanRequest): LoanRequest =>
  isBroadcast(request) && request.state === 'unfilled' ? { ...request, state: 'end-of-rota' } : request;
