import type { PatronsPolicy } from '../../../layers/records/policies/domain/patrons.ts';
import type { DependantSight } from '../../patrons/public/dependant.ts';
import { isStillMinor } from '../../patrons/public/is-still-minor.ts';
import type { Person } from '../../patrons/public/person.ts';

/**
 * Returns what a teacher may see of a pupil on a day, by policy: by default amounts and due dates, not titles. Of adults only the name:
 * age is computed from the birth date on that day.
 */
export const teacherSees = (
  pupil: { minor: boolean },
  person: Pick<Person, 'birthDate'>,
  { minors }: Pick<PatronsPolicy, 'minors'>,
  today: string,
): DependantSight => (isStillMinor(pupil, person, today) ? minors.teacherSees : 'nothing');
