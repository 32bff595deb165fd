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

/** The dependencies for saving a step. */
export type StepSaving = {
  requests: Pick<LoanRequestStore, 'save'>;
  copyright: Pick<CopyrightStore, 'endWrites'>;
  ledger: Pick<LedgerStore, 'find'>;
  sharing: (now: number) => Promise<SharingPolicy>;
  rules: (now: number) => Promise<CirculationPolicies | undefined>;
};

/** The data saved with a step: its effect on the copy, further writes, its terms, and its time (epoch ms). */
export type WithStep = Partial<ItemMoves> & { writes?: Write[]; terms?: Terms | undefined; now: number };

/**
 * Saves a step of a request, by staff, the workflow, a scan or a partner's message, with all its effects in one
 * transaction: messages to partners, moves of the copy, charges and refunds in the ledger, and the counted copy. False
 * when the request has changed since it was loaded.
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
