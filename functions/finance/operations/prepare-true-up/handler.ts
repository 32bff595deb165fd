import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { preparersWith } from '../../data/prepared.ts';
import type { KeptTrueUp } from '../../data/true-up-store.ts';
import { trueUpHouse, trueUpView } from '../../use-cases/true-ups.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  trueUpHouse,
  async ({ actor, path: { fee, ...path }, body: { seal, ...wish }, now, keep }, { trueUps, find, ids }) => {
    const year = Number(path.year);
    const before = await trueUps.get({ year, fee });
    const by = actorName(actor);
    // Once a year: what is booked is the answer, and so is the same that this preparer has prepared.
    if (before?.state === 'booked' || (before?.seal === seal && before.preparers.includes(by)))
      return answer(trueUpView(before));
    const found = await find({ year, fee, wish, now });
    if ('refused' in found) return found;
    if (found.seal !== seal) return refuse('other-content', 'It is no longer as you saw it.', '/body/seal');
    const prepared = { at: iso(now), by };
    const preparers = preparersWith(before, by);
    const v = (before?.v ?? 0) + 1;
    const kept: KeptTrueUp = { state: 'prepared', trueUp: found.trueUp, seal, prepared, preparers, v };
    const audit = { subject: `true-up:${year}-${fee}`, auditId: ids.next('audit', now), ...prepared };
    const { actual, billed, amount } = found.trueUp;
    const detail = { seal, actual, billed, amount };
    const view = trueUpView(kept);
    const with_ = { audit: { ...audit, did: 'prepare-true-up', detail }, beside: keep(view), chain: found.chain };
    const done = await trueUps.prepare(kept, with_);
    return done ? answer(view) : refuse('changed-meanwhile', 'Others prepared or approved it just now.');
  },
);
