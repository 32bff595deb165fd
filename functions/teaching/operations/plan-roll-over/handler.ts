import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { schoolDeps } from '../../deps.ts';
import { yearView } from '../../use-cases/schools.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, schoolDeps, async ({ actor, path: { memberId }, body, now }, deps) => {
  if ((await deps.schools.scheme(memberId)) === undefined)
    return refuse('no-school', contract.refusals['no-school'].meaning, '/path/memberId');
  const before = await deps.years.get(memberId, body.year);
  if (before?.state === 'begun' || before?.state === 'undoing')
    return refuse('year-begun', contract.refusals['year-begun'].meaning, '/body/year');
  const after = { memberId, ...body, state: 'planned' as const, by: actorName(actor), at: iso(now) };
  if (!(await deps.years.save(before, after)))
    return refuse('changed-meanwhile', contract.refusals['changed-meanwhile'].meaning);
  return answer(yearView(after));
});
