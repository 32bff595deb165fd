import type { Keep } from '../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import type { MemberFiguresStore } from '../data/member-figures-store.ts';
import type { ReportedFigures } from '../domain/cost-sharing/scenario.ts';
import { leavesConsortiumFields, setByAfter } from '../domain/cost-sharing/set-by.ts';

type Deps = { figures: MemberFiguresStore; ids: Ids };
type Input = {
  memberId: string;
  body: Omit<ReportedFigures, 'memberId' | 'changed' | 'setBy'>;
  /** The actor, and whether they prepare the figures of the whole consortium. */
  by: string;
  prepares: boolean;
  now: number;
  keep: Keep<ReportedFigures>;
};

/** Replaces a member's figures for cost sharing, if they are unchanged since they were read. */
export const setFigures = async ({ figures, ids }: Deps, { memberId, body, by, prepares, now, keep }: Input) => {
  const before = await figures.get(memberId);
  if ((before?.v ?? 0) !== body.v)
    return refuse('changed-meanwhile', 'They are no longer as you read them.', '/body/v');
  if (!prepares && !leavesConsortiumFields(body, before))
    return refuse('consortium-says', 'Leave joined, joinedMonth, feeBefore and takesPart as they are.', '/body');
  const changed = { at: iso(now), by };
  const setBy = setByAfter(before, body, by);
  const after: ReportedFigures = { ...body, memberId, changed, setBy, v: body.v + 1 };
  const audit = { subject: `figures:${memberId}`, auditId: ids.next('audit', now), ...changed, did: 'set-figures' };
  const written = await figures.set(after, { ...audit, detail: { before, after } }, keep(after));
  if (written === 'unknown-member') return refuse('unknown-member', `There is no member ${memberId}.`);
  return written === 'written' ? answer(after) : refuse('changed-meanwhile', 'Others changed them just now.');
};
