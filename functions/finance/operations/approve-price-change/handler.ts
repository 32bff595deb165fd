import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { adoptedWrite, type KeptProposal } from '../../data/price-proposal-store.ts';
import { judgedPriceChange } from '../../use-cases/price-changes.ts';
import { proposalHouse, proposalView } from '../../use-cases/price-proposals.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  proposalHouse,
  async ({ actor, body: { seal }, now, keep }, { proposals, policies, periods, region, ids }) => {
    const before = await proposals.get();
    if (!before) return refuse('not-prepared', 'Nobody has proposed a price change.');
    if (before.seal !== seal) return refuse('other-content', 'It is no longer as you saw it.', '/body/seal');
    if (before.state === 'adopted') return answer(proposalView(before));
    const by = actorName(actor);
    if (before.preparers.includes(by)) return refuse('preparer-approves', 'Who proposed it does not adopt it.');
    const { effectiveFrom, decisionReference, body, prepared, preparers } = before;
    const judged = await judgedPriceChange({ periods, region }, body, { begins: Date.parse(effectiveFrom), now });
    if ('refused' in judged) return refuse(judged.refused, judged.detail, judged.pointer);
    const approved = { at: iso(now), by };
    const after: KeptProposal = { ...before, state: 'adopted', approved, v: before.v + 1 };
    const view = proposalView(after);
    const line = (version: number) => ({
      ...{ subject: 'policy:price-book', auditId: ids.next('audit', now), ...approved, did: 'adopt-policy' },
      detail: { version, effectiveFrom, decisionReference, seal, prepared, preparers },
    });
    const adoption = { kind: 'price-book' as const, effectiveFrom, decisionReference, adoptedBy: by, body };
    const held = [...judged.checks, adoptedWrite(after), ...keep(view)];
    if (await policies.adoptWhile(adoption, line, held)) return answer(view);
    // Whoever lost against another approver finds it adopted.
    const found = await proposals.get();
    if (found?.seal === seal && found.state === 'adopted') return answer(proposalView(found));
    return found?.v === before.v
      ? refuse('period-written', 'The statements of such a month were written just now.')
      : refuse('changed-meanwhile', 'It was proposed anew just now.');
  },
);
