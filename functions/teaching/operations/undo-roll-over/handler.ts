import { addDays } from '../../../../layers/kernel/calendar/days.ts';
import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { schoolDeps } from '../../deps.ts';
import { yearView } from '../../use-cases/schools.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, schoolDeps, async ({ actor, path: { memberId, year }, now }, deps) => {
  const [before, scheme] = await Promise.all([deps.years.get(memberId, year), deps.schools.scheme(memberId)]);
  if (before === undefined) return refuse('unknown-year', contract.refusals['unknown-year'].meaning, '/path/year');
  const { v: _, ...rest } = before;
  if (before.state === 'undoing' || before.state === 'undone') return answer(yearView(rest));
  const at = iso(now);
  if (at.slice(0, 10) > addDays(before.on, scheme?.undoDays ?? 0))
    return refuse('too-late', contract.refusals['too-late'].meaning, '/path/year');
  // A year that is due may have begun for some pupils, so the scheduled run reverts those.
  const state = before.state === 'planned' && before.on > at.slice(0, 10) ? ('undone' as const) : ('undoing' as const);
  const after = { ...rest, state, by: actorName(actor), at };
  if (!(await deps.years.save(before, after)))
    return refuse('changed-meanwhile', contract.refusals['changed-meanwhile'].meaning);
  return answer(yearView(after));
});
