import type { LedgerEntry } from '../../../../layers/records/ledger/domain/entry.ts';
import { amountOf } from '../../../../layers/records/ledger/domain/owed.ts';
import type { Posting } from '../../../../layers/records/ledger/domain/post.ts';
import type { CopyDecision } from '../copyright/decision.ts';
import type { LoanRequest } from '../requests/request.ts';

/** The id of a royalty's ledger entry: one per request. */
export const royaltyId = (requestId: string): string => `ill-${requestId}-royalty`;

/**
 * Returns the posting of a royalty for the requesting member, paid to a rights holder or a clearing centre, which is no
 * library and has no account here. Undefined when nothing was paid. Minor units; `at` is an ISO instant.
 */
export const royaltyOf = (
  { requestId, requesterMember: member }: Pick<LoanRequest, 'requestId' | 'requesterMember'>,
  decision: CopyDecision,
  at: string,
): Posting | undefined => {
  if (decision.kind !== 'royalty' || decision.amount.amount === 0) return undefined;
  const about = {
    entryId: royaltyId(requestId),
    at,
    kind: 'royalty-paid' as const,
    causeId: requestId,
    memo: 'royalty',
  };
  return { ...about, member, ...decision.amount };
};

/** The id of the entry that refunds a royalty. */
export const royaltyBackId = (requestId: string): string => `${royaltyId(requestId)}-back`;

/**
 * Returns the posting that refunds a royalty in full when its copy does not arrive: a royalty is due for a copy that
 * was made; the member reports only those. `at` is an ISO instant.
 */
export const royaltyBack = (paid: LedgerEntry, member: string, at: string): Posting => {
  const { causeId, currency } = paid;
  const about = { entryId: royaltyBackId(causeId), kind: 'royalty-given-back' as const, memo: 'royalty' };
  return { ...about, at, causeId, currency, member, amount: amountOf(paid) };
};
