import { hasOpenClaim } from '../charges/claims.ts';
import type { LoanRequest } from '../requests/request.ts';
import type { Attention } from './states.ts';

/** Attentions that stay until staff have decided, whatever happens to the request. */
const STICKY: ReadonlySet<Attention> = new Set(['cost-claimed', 'reported-home', 'reported-lost', 'came-anyway']);

type Undecided = Pick<LoanRequest, 'claims' | 'reportedEnd' | 'asks'>;

const stickyAttentionOf = (request: Undecided): Attention | undefined => {
  if (request.reportedEnd !== undefined) return `reported-${request.reportedEnd}`;
  if (request.asks.some(({ cameAnyway }) => cameAnyway !== undefined)) return 'came-anyway';
  return hasOpenClaim(request) ? 'cost-claimed' : undefined;
};

/** Restores an undecided attention; a newer one takes precedence. */
export const withStickyAttention = (request: LoanRequest): LoanRequest => {
  const { attention, ...calm } = request;
  if (attention !== undefined && !STICKY.has(attention)) return request;
  const sticky = stickyAttentionOf(request);
  return sticky ? { ...calm, attention: sticky } : calm;
};
