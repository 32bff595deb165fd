import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { defaultPatrons, patronsKind } from '../../../layers/records/policies/domain/patrons.ts';
import { loansOf } from '../../circulation/public/loans-of.ts';
import { shownName } from '../../patrons/public/shown-name.ts';
import type { SchoolDeps } from '../deps.ts';
import type { Pupil } from '../domain/school.ts';
import { teacherSees } from '../domain/teacher-sight.ts';

/** Builds a teacher's view of a pupil by the policy in force now (epoch ms); undefined when the patron is gone. */
const taughtPupil = async (deps: SchoolDeps, { patronId }: Pupil, now: number) => {
  const [patron, adopted] = await Promise.all([deps.patrons.get(patronId), deps.policies.inForce(patronsKind, now)]);
  if (patron === undefined) return undefined;
  const { status, person } = patron;
  const at = iso(now);
  const sight = teacherSees(status, person.person, adopted?.body ?? defaultPatrons, at.slice(0, 10));
  const seen = { name: shownName(person.person), sight };
  if (sight === 'nothing') return { ...seen, loans: [] };
  const loans = await loansOf(deps, patronId, now, at, () => sight === 'titles');
  return {
    ...seen,
    loans: loans.map(({ due, title }) => ({ due, ...(title !== undefined && { title }) })),
    owed: status.counters.owed,
  };
};

type Input = { teacherId: string; memberId: string; classId: string; now: number };

/** Shows a class to its teacher; to others it does not exist. `now` in epoch ms. */
export const showTaughtClass = async (deps: SchoolDeps, { teacherId, memberId, classId, now }: Input) => {
  const found = await deps.schools.classOf(memberId, classId);
  if (!found?.teachers.includes(teacherId))
    return refuse('unknown-class', 'The one who asks teaches no such class.', '/path/classId');
  const pupils = await deps.schools.pupilsIn(memberId, classId);
  const seen = await Promise.all(pupils.map((pupil) => taughtPupil(deps, pupil, now)));
  return answer({ classId, pupils: seen.filter((one) => one !== undefined) });
};
