import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { trueUpHouse, trueUpView } from '../../use-cases/true-ups.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  trueUpHouse,
  async ({ actor, path: { fee, ...path }, body: { seal, month }, now, keep }, { trueUps, find, ids }) => {
    const year = Number(path.year);
    const before = await trueUps.get({ year, fee });
    if (!before) return refuse('not-prepared', 'Nobody has prepared it.');
    if (before.state === 'booked') return answer(trueUpView(before));
    if (month > iso(now).slice(0, 7)) return refuse('not-begun', `${month} has not begun.`, '/body/month');
    const by = actorName(actor);
    if (before.preparers.includes(by)) return refuse('preparer-approves', 'Who prepared it does not approve it.');
    const { cost, costs } = before.trueUp;
    const { [cost]: _, ...others } = costs;
    const found = await find({ year, fee, wish: { cost, costs: others }, now });
    if ('refused' in found) return found;
    if (before.seal !== seal || found.seal !== seal)
      return refuse('other-content', 'It is no longer as you saw it: it is prepared anew.', '/body/seal');
    const approved = { at: iso(now), by };
    const kept = { ...before, state: 'booked' as const, approved, month, v: before.v + 1 };
    const audit = { subject: `true-up:${year}-${fee}`, auditId: ids.next('audit', now), ...approved };
    const detail = { seal, month, amount: before.trueUp.amount };
    const view = trueUpView(kept);
    const with_ = { audit: { ...audit, did: 'approve-true-up', detail }, beside: keep(view), chain: found.chain };
    const done = await trueUps.approve(kept, with_);
    if (done === 'booked') return answer(view);
    if (done === 'not-open')
      return refuse('not-open', `The statements of ${month} are written already.`, '/body/month');
    // Whoever lost against another approver finds it booked.
    const after = await trueUps.get({ year, fee });
    return after?.state === 'booked'
      ? answer(trueUpView(after))
      : refuse('changed-meanwhile', 'It was prepared anew, or a month was closed, just now.');
  },
);
