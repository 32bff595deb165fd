import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';
import { resetPractice } from '../../membership/public/reset-practice.ts';
import type { MaintenanceDeps } from '../deps.ts';
import { advanceCategories } from './advance-categories.ts';
import { eraseUnverified } from './erase-unverified.ts';
import { erasureAudit } from './erasure-audit.ts';
import { indexPatrons } from './index-patrons.ts';
import { resumeMerges } from './resume-merges.ts';

/** Does the daily work on patrons at `now` (epoch ms), each part safe to repeat, and returns how much of each was done. */
export const maintainPatrons = async (deps: MaintenanceDeps & Pick<Runtime, 'ids'>, now: number) => {
  const { table, ids } = deps;
  const at = iso(now);
  const policy = await deps.patronsPolicyVersion(now);
  const merges = await resumeMerges(deps, at);
  const indexed = await indexPatrons(table, deps.people, policy, at);
  const change = (detail: Record<string, string | string[]>) => ({
    ...{ changeId: ids.next('change', now), at, by: 'clock', did: 'grown-up' as const, detail },
  });
  const erased = await eraseUnverified(deps, at, erasureAudit(ids, now, 'clock'));
  const advanced = await advanceCategories(table, policy.body, at.slice(0, 10), change);
  return { merges, indexed, erased, advanced, practice: await resetPractice(deps, now) };
};
