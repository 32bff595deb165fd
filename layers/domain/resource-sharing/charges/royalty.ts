import type { Posting } from '../../ledger/post.ts';
import type { CopyDecision } from '../copyright/decision.ts';
import type { LoanRequest } from '../request.ts';

/** The id of a royalty's entry in the ledger: a request is let through for one once. */
export const royaltyId = (requestId: string): string => `ill-${requestId}-royalty`;

/**
 * What a decision by which a copy may be made books at the member that asks for it: the royalty, as it was paid to a rights
 * holder or a clearing centre, which is no library and owes or is owed nothing here. Undefined where nothing was paid. Minor
 * units; `at` is an ISO instant. It stays when the copy does not come: what was paid is for the payee to give back.
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
