import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { restatementHouse, restatementView } from '../../use-cases/restatements.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  restatementHouse,
  async ({ actor, path: { month }, body: { seal, into }, now, keep }, { restatements, find, ids }) => {
    const before = await restatements.get(month);
    if (!before) return refuse('not-prepared', 'Nobody has prepared it.');
    const asBooked = async () => answer(restatementView(before, await restatements.read(month, before.seal)));
    if (before.state === 'booked')
      return before.seal === seal ? asBooked() : refuse('not-prepared', 'Nobody has prepared this one.');
    if (into > iso(now).slice(0, 7)) return refuse('not-begun', `${into} has not begun.`, '/body/into');
    const by = actorName(actor);
    if (before.preparers.includes(by)) return refuse('preparer-approves', 'Who had a part in it does not approve it.');
    const found = await find(month, before);
    if ('refused' in found) return found;
    if (before.seal !== seal || found.seal !== seal)
      return refuse('other-content', 'It is no longer as you saw it: it is prepared anew.', '/body/seal');
    const approved = { at: iso(now), by };
    const kept = { ...before, state: 'booked' as const, approved, into, v: before.v + 1 };
    const audit = { subject: `restatement:${month}`, auditId: ids.next('audit', now), ...approved };
    const view = restatementView(kept, found.restatement);
    const detail = { seal, into, after: kept.after, amount: kept.amount };
    const with_ = { audit: { ...audit, did: 'approve-restatement', detail }, beside: keep(view) };
    const done = await restatements.approve(kept, with_);
    if (done === 'booked') return answer(view);
    if (done === 'not-open') return refuse('not-open', `The statements of ${into} are written already.`, '/body/into');
    // Whoever lost against another approver finds it booked.
    const after = await restatements.get(month);
    return after?.state === 'booked' && after.seal === seal
      ? answer(restatementView(after, found.restatement))
      : refuse('changed-meanwhile', 'It was prepared anew just now.');
  },
);
