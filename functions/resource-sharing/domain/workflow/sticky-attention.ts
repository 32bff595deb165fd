import { hasOpenClaim } from '../charges/claims.ts';
import type { LoanRequest } from '../requests/request.ts';
import type { Attention } from './states.ts';

/** Attentions that stand until a person has decided, whatever the request does meanwhile. */
const STICKY: ReadonlySet<Attention> = new Set(['cost-claimed', 'reported-home', 'reported-lost', 'came-anyway']);

type Undecided = Pick<LoanRequest, 'claims' | 'reportedEnd' | 'asks'>;

const stickyAttentionOf = (request: Undecided): Attention | undefined => {
  if (request.reportedEnd !== undefined) return `reported-${request.reportedEnd}`;
  if (request.asks.some(({ cameAnyway }) => cameAnyway !== undefined)) return 'came-anyway';
  return hasOpenClaim(request) ? 'cost-claimed' : undefined;
};

/** The request with what still waits for a person's word as its attention; one that has arisen since comes before it. */
export const withStickyAttention = (request: LoanRequest): LoanRequest => {
  const { attention, ...calm } = request;
  if (attention !== undefined && !STICKY.has(attention)) return request;
  const sticky = stickyAttentionOf(request);
  return sticky ? { ...calm, attention: sticky } : calm;
};
