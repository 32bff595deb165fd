import type { LedgerEntry } from '../../../../layers/records/ledger/domain/entry.ts';
import { amountOf } from '../../../../layers/records/ledger/domain/owed.ts';
import type { Posting } from '../../../../layers/records/ledger/domain/post.ts';
import type { CopyDecision } from '../copyright/decision.ts';
import type { LoanRequest } from '../requests/request.ts';

/** The id of a royalty's entry in the ledger: a request is let through for one once. */
export const royaltyId = (requestId: string): string => `ill-${requestId}-royalty`;

/**
 * What a decision by which a copy may be made books at the member that asks for it: the royalty, as it was paid to a rights
 * holder or a clearing centre, which is no library and owes or is owed nothing here. Undefined where nothing was paid. Minor
 * units; `at` is an ISO instant.
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

/** The id of the entry by which a royalty is given back. */
export const royaltyBackId = (requestId: string): string => `${royaltyId(requestId)}-back`;

/**
 * What gives a royalty back, whole, when the copy for which it was paid does not come: it is due for a copy that is made, and one
 * that is not made is taken off what the member reports. `at` is an ISO instant.
 */
export const royaltyBack = (paid: LedgerEntry, member: string, at: string): Posting => {
  const { causeId, currency } = paid;
  const about = { entryId: royaltyBackId(causeId), kind: 'royalty-given-back' as const, memo: 'royalty' };
  return { ...about, at, causeId, currency, member, amount: amountOf(paid) };
};
