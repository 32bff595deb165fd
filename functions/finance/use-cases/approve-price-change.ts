import type { Keep } from '../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import type { PolicyStore } from '../../../layers/records/policies/data/policy-store.ts';
import type { PeriodStore } from '../data/period-store.ts';
import { adoptedWrite, type PriceProposalStore } from '../data/price-proposal-store.ts';
import type { PriceProposal } from '../domain/pricing/price-proposal.ts';
import { proposalView } from '../schemas/price-proposals.ts';
import { judgePriceChange } from './judge-price-change.ts';

type Deps = {
  proposals: PriceProposalStore;
  policies: PolicyStore;
  periods: PeriodStore;
  region: string;
  ids: Ids;
};
type Input = { seal: string; by: string; now: number; keep: Keep<ReturnType<typeof proposalView>> };

/** Returns the result after a conflict: a concurrent approval counts as success. */
const afterConflict = async (proposals: PriceProposalStore, before: PriceProposal) => {
  const found = await proposals.get();
  if (found?.seal === before.seal && found.state === 'adopted') return answer(proposalView(found));
  return found?.v === before.v
    ? refuse('period-written', 'The statements of such a month were written just now.')
    : refuse('changed-meanwhile', 'It was proposed anew just now.');
};

/** Adopts a proposed price change that another person prepared, as the next version of the policy `price-book`. */
export const approvePriceChange = async (
  { proposals, policies, periods, region, ids }: Deps,
  { seal, by, now, keep }: Input,
) => {
  const before = await proposals.get();
  if (!before) return refuse('not-prepared', 'Nobody has proposed a price change.');
  if (before.seal !== seal) return refuse('other-content', 'It is no longer as you saw it.', '/body/seal');
  if (before.state === 'adopted') return answer(proposalView(before));
  if (before.preparers.includes(by)) return refuse('preparer-approves', 'Who proposed it does not adopt it.');
  const { effectiveFrom, decisionReference, body, prepared, preparers } = before;
  const judged = await judgePriceChange({ periods, region }, body, { begins: Date.parse(effectiveFrom), now });
  if ('refused' in judged) return refuse(judged.refused, judged.detail, judged.pointer);
  const approved = { at: iso(now), by };
  const after: PriceProposal = { ...before, state: 'adopted', approved, v: before.v + 1 };
  const view = proposalView(after);
  const audit = (version: number) => ({
    ...{ subject: 'policy:price-book', auditId: ids.next('audit', now), ...approved, did: 'adopt-policy' },
    detail: { version, effectiveFrom, decisionReference, seal, prepared, preparers },
  });
  const adoption = { kind: 'price-book' as const, effectiveFrom, decisionReference, adoptedBy: by, body };
  const adopted = await policies.adoptWhile(adoption, audit, [...judged.checks, adoptedWrite(after), ...keep(view)]);
  return adopted ? answer(view) : afterConflict(proposals, before);
};
