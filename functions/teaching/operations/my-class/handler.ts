import { patronOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { schoolDeps } from '../../deps.ts';
import { taughtPupil } from '../../use-cases/taught-pupil.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, schoolDeps, async ({ actor, path: { memberId, classId }, now }, deps) => {
  const found = await deps.schools.classOf(memberId, classId);
  if (!found?.teachers.includes(patronOf(actor).id))
    return refuse('unknown-class', contract.refusals['unknown-class'].meaning, '/path/classId');
  const pupils = await deps.schools.pupilsIn(memberId, classId);
  const seen = await Promise.all(pupils.map((pupil) => taughtPupil(deps, pupil, now)));
  return answer({ classId, pupils: seen.filter((one) => one !== undefined) });
});
