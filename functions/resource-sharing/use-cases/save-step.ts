import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { LedgerStore } from '../../../layers/records/ledger/data/ledger-store.ts';
import type { CirculationPolicies } from '../../circulation/public/policies.ts';
import type { CopyrightStore } from '../data/copyright-store.ts';
import type { LoanRequestStore, StoredLoanRequest } from '../data/loan-request-store.ts';
import type { Terms } from '../domain/messages/message.ts';
import type { SharingPolicy } from '../domain/sharing-policy.ts';
import type { Acted } from '../domain/workflow/act.ts';
import { chargeWrites, royaltyBackWrites } from './charge-writes.ts';
import type { ItemMoves } from './item-moves/item-move.ts';

/** What saving a step is composed of. */
export type StepSaving = {
  requests: Pick<LoanRequestStore, 'save'>;
  copyright: Pick<CopyrightStore, 'endWrites'>;
  ledger: Pick<LedgerStore, 'find'>;
  sharing: (now: number) => Promise<SharingPolicy>;
  rules: (now: number) => Promise<CirculationPolicies | undefined>;
};

/** What goes with a step: what it does to the copy, further writes, the terms that it carried, and when (epoch ms). */
export type WithStep = Partial<ItemMoves> & { writes?: Write[]; terms?: Terms | undefined; now: number };

/**
 * Saves a step of a request, whoever took it (staff, the workflow, a desk's scan, a partner's message), with all that
 * follows from it in the one transaction: messages to partners, the copy's moves, what it costs or gives back in the ledger, and
 * the copy that counts for copyright. False when the request is not as it was loaded.
 */
export const saveStep = async (
  deps: StepSaving,
  before: StoredLoanRequest,
  acted: Acted,
  { writes = [], noted, counted, terms, now }: WithStep,
): Promise<boolean> => {
  const at = iso(now);
  const request = noted ? { ...acted.request, ...noted } : acted.request;
  const after = { ...acted, request };
  const [policy, rules] = await Promise.all([deps.sharing(now), deps.rules(now)]);
  const [ended, royalty, charged] = await Promise.all([
    deps.copyright.endWrites(before.request, request, at),
    royaltyBackWrites(deps.ledger, before.request, request, at),
    rules
      ? chargeWrites(deps.ledger, { acted: after, at, terms }, { policy, currency: rules.loanRules.body.currency })
      : [],
  ]);
  const all = [...writes, ...ended, ...royalty, ...charged];
  return deps.requests.save(before, after, { writes: all, ...(counted !== undefined && { counted }) });
};
