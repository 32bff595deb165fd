import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import type { erasingDeps } from '../deps.ts';
import { erasureAudit } from './erasure-audit.ts';
import { requestErasure } from './request-erasure.ts';

type Deps = ReturnType<typeof erasingDeps> & { ids: Ids };
type Input = { patronId: string; branchId: string; by: string; now: number };

/** Requests the erasure of a patron of the home library. */
export const askErasure = async (deps: Deps, { patronId, branchId, by, now }: Input) => {
  const [status, begun] = await Promise.all([deps.patrons.status(patronId), deps.erasures.get(patronId)]);
  const homeMember = status?.homeMember ?? begun?.memberId;
  if (homeMember === undefined) return refuse('patron-unknown', 'There is no such patron.', '/path/patronId');
  if (homeMember !== memberOfBranch(branchId)) return refuse('not-home', 'Only the home library has one erased.');
  const state = await requestErasure(deps, { patronId, askedAt: iso(now), by }, erasureAudit(deps.ids, now, by));
  if (state === undefined) return refuse('patron-unknown', 'There is no such patron.', '/path/patronId');
  if (state === 'changed-meanwhile') return refuse('changed-meanwhile', 'Ask again.');
  return answer(state);
};
