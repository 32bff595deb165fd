import type { Keep } from '../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import { bookingWrite } from '../../../layers/records/ledger/data/booking.ts';
import type { RestatementDeps } from '../deps.ts';
import { restatedCloudCosts } from '../domain/books/cloud-cost.ts';
import { type RestatementView, restatementView } from '../schemas/restatements.ts';
import { findRestatement } from './find-restatement.ts';

type Input = {
  month: string;
  seal: string;
  /** The open month of its statements. */
  into: string;
  by: string;
  now: number;
  keep: Keep<RestatementView>;
};

/** Approves the restatement of a closed month that another person prepared, into the statements of an open month, and books the change of the cloud's cost. */
export const approveRestatement = async (
  { ids, ...deps }: RestatementDeps & { ids: Ids },
  { month, seal, into, by, now, keep }: Input,
) => {
  const before = await deps.restatements.get(month);
  if (!before) return refuse('not-prepared', 'Nobody has prepared it.');
  if (before.state === 'booked')
    return before.seal === seal
      ? answer(restatementView(before, await deps.restatements.read(month, before.seal)))
      : refuse('not-prepared', 'Nobody has prepared this one.');
  if (into <= month) return refuse('not-earlier', 'Put it into a month after the one that it corrects.', '/body/into');
  if (into > iso(now).slice(0, 7)) return refuse('not-begun', `${into} has not begun.`, '/body/into');
  if (before.preparers.includes(by)) return refuse('preparer-approves', 'Who had a part in it does not approve it.');
  const found = await findRestatement(deps, month, before);
  if ('refused' in found) return found;
  if (before.seal !== seal || found.seal !== seal)
    return refuse('other-content', 'It is no longer as you saw it: it is prepared anew.', '/body/seal');
  const approved = { at: iso(now), by };
  const booked = { ...before, state: 'booked' as const, approved, into, v: before.v + 1 };
  const audit = { subject: `restatement:${month}`, auditId: ids.next('audit', now), ...approved };
  const view = restatementView(booked, found.restatement);
  const detail = { seal, into, after: booked.after, amount: booked.amount };
  const beside = [...keep(view), ...restatedCloudCosts(found.restatement, approved.at).map(bookingWrite)];
  const further = { audit: { ...audit, did: 'approve-restatement', detail }, beside };
  const done = await deps.restatements.approve(booked, further);
  if (done === 'booked') return answer(view);
  if (done === 'not-open') return refuse('not-open', `The statements of ${into} are written already.`, '/body/into');
  // After a conflict with another approver the restatement is booked.
  const after = await deps.restatements.get(month);
  return after?.state === 'booked' && after.seal === seal
    ? answer(restatementView(after, found.restatement))
    : refuse('changed-meanwhile', 'It was prepared anew just now.');
};
