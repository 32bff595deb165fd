import type { Keep } from '../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import type { TrueUpDeps } from '../deps.ts';
import { type TrueUpView, trueUpView } from '../schemas/true-ups.ts';
import { findTrueUp } from './find-true-up.ts';

type Input = {
  year: number;
  fee: string;
  seal: string;
  /** The open month of its statements. */
  month: string;
  by: string;
  now: number;
  keep: Keep<TrueUpView>;
};

/** Approves a true-up that another person prepared, into the statements of an open month. */
export const approveTrueUp = async (
  { ids, ...deps }: TrueUpDeps & { ids: Ids },
  { year, fee, seal, month, by, now, keep }: Input,
) => {
  const before = await deps.trueUps.get({ year, fee });
  if (!before) return refuse('not-prepared', 'Nobody has prepared it.');
  if (before.state === 'booked') return answer(trueUpView(before));
  if (month > iso(now).slice(0, 7)) return refuse('not-begun', `${month} has not begun.`, '/body/month');
  if (before.preparers.includes(by)) return refuse('preparer-approves', 'Who prepared it does not approve it.');
  const { cost, costs } = before.trueUp;
  const { [cost]: _, ...others } = costs;
  const found = await findTrueUp(deps, { year, fee, input: { cost, costs: others }, now });
  if ('refused' in found) return found;
  if (before.seal !== seal || found.seal !== seal)
    return refuse('other-content', 'It is no longer as you saw it: it is prepared anew.', '/body/seal');
  const approved = { at: iso(now), by };
  const booked = { ...before, state: 'booked' as const, approved, month, v: before.v + 1 };
  const audit = { subject: `true-up:${year}-${fee}`, auditId: ids.next('audit', now), ...approved };
  const detail = { seal, month, amount: before.trueUp.amount };
  const view = trueUpView(booked);
  const further = { audit: { ...audit, did: 'approve-true-up', detail }, beside: keep(view), chain: found.chain };
  const done = await deps.trueUps.approve(booked, further);
  if (done === 'booked') return answer(view);
  if (done === 'not-open') return refuse('not-open', `The statements of ${month} are written already.`, '/body/month');
  // After a conflict with another approver the true-up is booked.
  const after = await deps.trueUps.get({ year, fee });
  return after?.state === 'booked'
    ? answer(trueUpView(after))
    : refuse('changed-meanwhile', 'It was prepared anew, or a month was closed, just now.');
};
