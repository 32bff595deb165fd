import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { preparersWith } from '../../data/prepared.ts';
import { bookedOf, type KeptRestatement } from '../../data/restatement-store.ts';
import { restatementHouse, restatementView } from '../../use-cases/restatements.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  restatementHouse,
  async ({ actor, path: { month }, body: { seal }, now, keep }, { restatements, find, ids }) => {
    const before = await restatements.get(month);
    const by = actorName(actor);
    if (before?.seal === seal && before.preparers.includes(by))
      return answer(restatementView(before, await restatements.read(month, seal)));
    const found = await find(month, before);
    if ('refused' in found) return found;
    if (found.seal !== seal) return refuse('other-content', 'It is no longer as you saw it.', '/body/seal');
    const { restatement, sentBy } = found;
    const { number, after, currency, amount } = restatement;
    const prepared = { at: iso(now), by };
    // Who sent the bill has a part in what follows from it.
    const preparers = preparersWith({ preparers: [...(before?.preparers ?? []), sentBy] }, by);
    const kept: KeptRestatement = {
      ...{ month, state: 'prepared', number, after, currency, amount, seal, prepared, preparers },
      ...{ earlier: before ? bookedOf(before) : [], v: (before?.v ?? 0) + 1 },
    };
    const audit = { subject: `restatement:${month}`, auditId: ids.next('audit', now), ...prepared };
    const view = restatementView(kept, restatement);
    const with_ = {
      audit: { ...audit, did: 'prepare-restatement', detail: { seal, after, amount } },
      beside: keep(view),
    };
    const done = await restatements.prepare(kept, restatement, with_);
    return done ? answer(view) : refuse('changed-meanwhile', 'Others prepared or approved it just now.');
  },
);
