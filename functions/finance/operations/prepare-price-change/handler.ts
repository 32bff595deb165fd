import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { preparersWith } from '../../data/prepared.ts';
import { type KeptProposal, proposalSeal } from '../../data/price-proposal-store.ts';
import { judgedPriceChange } from '../../use-cases/price-changes.ts';
import { proposalHouse, proposalView } from '../../use-cases/price-proposals.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  proposalHouse,
  async ({ actor, body: asked, now, keep }, { proposals, periods, region, ids }) => {
    const before = await proposals.get();
    const by = actorName(actor);
    const begins = asked.effectiveFrom === undefined ? now : Date.parse(asked.effectiveFrom);
    const { decisionReference, body } = asked;
    const proposed = { effectiveFrom: iso(begins), decisionReference, body };
    const seal = proposalSeal(proposed);
    const isPending = before?.state === 'prepared';
    if (isPending && before.seal === seal && before.preparers.includes(by)) return answer(proposalView(before));
    const judged = await judgedPriceChange({ periods, region }, body, { begins, now });
    if ('refused' in judged) return refuse(judged.refused, judged.detail, judged.pointer);
    const prepared = { at: iso(now), by };
    const preparers = preparersWith(isPending ? before : undefined, by);
    const v = (before?.v ?? 0) + 1;
    const kept: KeptProposal = { state: 'prepared', ...proposed, seal, prepared, preparers, v };
    const audit = { subject: 'policy:price-book', auditId: ids.next('audit', now), ...prepared };
    const detail = { seal, effectiveFrom: proposed.effectiveFrom, decisionReference };
    const view = proposalView(kept);
    const done = await proposals.prepare(kept, { ...audit, did: 'prepare-price-change', detail }, keep(view));
    return done ? answer(view) : refuse('changed-meanwhile', 'Others proposed or adopted one just now.');
  },
);
