import type { PatronsPolicy } from '../../../layers/records/policies/domain/patrons.ts';
import { isStillMinor, type Person } from '../../patrons/public/person.ts';
import type { WardSight } from '../../patrons/public/ward.ts';

/**
 * What a teacher may see of a pupil of a class of theirs on a day, by policy: by default amounts and due
 * dates, not titles. Of somebody of age nothing but the name: the birth date decides on the day, not what was noted once.
 */
export const teacherSees = (
  pupil: { minor: boolean },
  person: Pick<Person, 'birthDate'>,
  { minors }: Pick<PatronsPolicy, 'minors'>,
  today: string,
): WardSight => (isStillMinor(pupil, person, today) ? minors.teacherSees : 'nothing');
