import type { Keep } from '../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import type { PeriodStore } from '../data/period-store.ts';
import { type PriceProposalStore, proposalSeal } from '../data/price-proposal-store.ts';
import { preparersWith } from '../domain/preparation.ts';
import type { PriceChange } from '../domain/pricing/price-change.ts';
import type { PriceProposal } from '../domain/pricing/price-proposal.ts';
import { proposalView } from '../schemas/price-proposals.ts';
import { judgePriceChange } from './judge-price-change.ts';

type Deps = { proposals: PriceProposalStore; periods: PeriodStore; region: string; ids: Ids };
type Input = {
  proposed: { effectiveFrom?: string | undefined; decisionReference: string; body: PriceChange };
  by: string;
  now: number;
  keep: Keep<ReturnType<typeof proposalView>>;
};

/** Proposes a price change for another person to adopt. Default effective date: now. */
export const preparePriceChange = async ({ proposals, periods, region, ids }: Deps, input: Input) => {
  const { by, now, keep } = input;
  const { decisionReference, body } = input.proposed;
  const before = await proposals.get();
  const begins = input.proposed.effectiveFrom === undefined ? now : Date.parse(input.proposed.effectiveFrom);
  const proposed = { effectiveFrom: iso(begins), decisionReference, body };
  const seal = proposalSeal(proposed);
  const isPending = before?.state === 'prepared';
  if (isPending && before.seal === seal && before.preparers.includes(by)) return answer(proposalView(before));
  const judged = await judgePriceChange({ periods, region }, body, { begins, now });
  if ('refused' in judged) return refuse(judged.refused, judged.detail, judged.pointer);
  const prepared = { at: iso(now), by };
  const preparers = preparersWith(isPending ? before : undefined, by);
  const v = (before?.v ?? 0) + 1;
  const proposal: PriceProposal = { state: 'prepared', ...proposed, seal, prepared, preparers, v };
  const audit = { subject: 'policy:price-book', auditId: ids.next('audit', now), ...prepared };
  const detail = { seal, effectiveFrom: proposed.effectiveFrom, decisionReference };
  const view = proposalView(proposal);
  const done = await proposals.prepare(proposal, { ...audit, did: 'prepare-price-change', detail }, keep(view));
  return done ? answer(view) : refuse('changed-meanwhile', 'Others proposed or adopted one just now.');
};
