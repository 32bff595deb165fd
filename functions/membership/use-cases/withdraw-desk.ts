import type { Keep } from '../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import type { DeskStore } from '../data/desk-store.ts';

type Deps = { desks: DeskStore; ids: Ids };
type Withdrawn = { deskId: string; withdrawnAt: string };
type Input = { deskId: string; memberId: string; reason: string; by: string; now: number; keep: Keep<Withdrawn> };

/** Withdraws a shared desk of a member, with its audit entry. */
export const withdrawDesk = async ({ desks, ids }: Deps, { deskId, memberId, reason, by, now, keep }: Input) => {
  const desk = await desks.get(deskId);
  if (desk?.memberId !== memberId) return refuse('desk-unknown', 'This member has no such desk.');
  const withdrawnAt = iso(now);
  const line = { subject: `desk:${deskId}`, at: withdrawnAt, auditId: ids.next('audit', now), by };
  const audit = { ...line, did: 'withdraw-desk', detail: { reason } };
  return (await desks.withdraw(deskId, withdrawnAt, audit, keep({ deskId, withdrawnAt })))
    ? answer({ deskId, withdrawnAt })
    : refuse('withdrawn-already', 'This desk was withdrawn before.');
};
