import { hasOpenClaim } from '../charges/claims.ts';
import type { LoanRequest } from '../requests/request.ts';
import type { Attention } from './states.ts';

/** Attentions that stand until a person has decided, whatever the request does meanwhile. */
const STANDING: ReadonlySet<Attention> = new Set(['cost-claimed', 'said-home', 'said-lost', 'came-anyway']);

type Standing = Pick<LoanRequest, 'claims' | 'saidEnd' | 'asks'>;

const stands = (request: Standing): Attention | undefined => {
  if (request.saidEnd !== undefined) return `said-${request.saidEnd}`;
  if (request.asks.some(({ cameAnyway }) => cameAnyway !== undefined)) return 'came-anyway';
  return hasOpenClaim(request) ? 'cost-claimed' : undefined;
};

/** The request with what still waits for a person's word as its attention; one that has arisen since comes before it. */
export const withStanding = (request: LoanRequest): LoanRequest => {
  const { attention, ...calm } = request;
  if (attention !== undefined && !STANDING.has(attention)) return request;
  const standing = stands(request);
  return standing ? { ...calm, attention: standing } : calm;
};
