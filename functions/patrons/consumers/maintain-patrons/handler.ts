import { work } from '../../../../layers/platform/http/work.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { resetPractice } from '../../../membership/public/reset-practice.ts';
import { maintenanceDeps } from '../../deps.ts';
import { advanceCategories } from '../../use-cases/advance-categories.ts';
import { eraseUnverified } from '../../use-cases/erase-unverified.ts';
import { erasureAudit } from '../../use-cases/erasure-audit.ts';
import { indexPatrons } from '../../use-cases/index-patrons.ts';
import { resumeMerges } from '../../use-cases/resume-merges.ts';
import { contract } from './contract.ts';

export const handler = work(contract, maintenanceDeps, async (_event: unknown, deps, { now }) => {
  const { table, ids } = deps;
  const at = iso(now);
  const policy = await deps.patronsPolicyVersion(now);
  const merges = await resumeMerges(deps, policy.body.loans, at);
  const indexed = await indexPatrons(table, deps.people, policy, at);
  const change = (detail: Record<string, string | string[]>) => ({
    ...{ changeId: ids.next('change', now), at, by: 'clock', did: 'grown-up' as const, detail },
  });
  const erased = await eraseUnverified(deps, at, erasureAudit(ids, now, 'clock'));
  const advanced = await advanceCategories(table, policy.body, at.slice(0, 10), change);
  return { merges, indexed, erased, advanced, practice: await resetPractice(deps, now) };
});
