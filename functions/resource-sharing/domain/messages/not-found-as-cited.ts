import { isDeepStrictEqual } from 'node:util';
import type { Citation } from '../../../../layers/kernel/citation/citation.ts';
import { type Ask, currentAsk, type LoanRequest, needByPassed, nextSupplier } from '../requests/request.ts';
import type { Particulars } from './message.ts';

/** ISO 18626 reasonRetry; some libraries refuse by it. */
export const NOT_FOUND_AS_CITED = 'NotFoundAsCited';

/**
 * Whether a refusal is taken as an offer to retry: the supplier did not find what was cited, and no other one is left. With
 * a better citation it can be asked again (ISO 18626 requestType Retry), where the request would end otherwise.
 */
export const asksForBetterCitation = (
  request: LoanRequest,
  { closedAt }: Pick<Ask, 'closedAt'>,
  { name, reason }: { name: string } & Particulars,
  at: string,
): boolean =>
  name === 'Unfilled' &&
  reason === NOT_FOUND_AS_CITED &&
  closedAt === undefined &&
  request.state === 'asked' &&
  nextSupplier(request) === undefined &&
  !needByPassed(request, at);

/** Whether a supplier that refused waits for nothing: it gets no message that it is asked no more. */
export const hasRefused = ({ offer }: Pick<Ask, 'offer'>): boolean => offer?.afterRefusal === true && !offer.agreed;

/** Whether an agreement lacks the better citation that its supplier waits for, and nothing else was offered. */
export const lacksBetterCitation = (request: LoanRequest, citation: Citation | undefined): boolean => {
  const { reason, agreed, editions, volumes, formats, retryAfter } = currentAsk(request)?.offer ?? {};
  if (reason !== NOT_FOUND_AS_CITED || agreed) return false;
  if ((editions ?? volumes ?? formats ?? retryAfter) !== undefined) return false;
  return citation === undefined || isDeepStrictEqual(request.citation, citation);
};
