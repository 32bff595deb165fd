import { patronsSchema } from '../../../../layers/records/policies/domain/patrons.ts';
import { guardianSees } from './dependant.ts';

const child = { guarantorId: 'pat_mother', minor: true };
const policy = (sees?: string) => patronsSchema.parse(sees ? { minors: { guardianSees: sees } } : {});

test.each([
  ['the guardian, by default', 'pat_mother', undefined, '2026-03-01', 'amounts-and-dates'],
  ['the guardian, by another policy', 'pat_mother', 'titles', '2026-03-01', 'titles'],
  ['the guardian, by a strict policy', 'pat_mother', 'nothing', '2026-03-01', 'nothing'],
  ['another patron', 'pat_neighbour', 'titles', '2026-03-01', 'nothing'],
  ['the guardian on the eve of coming of age', 'pat_mother', 'titles', '2028-09-08', 'titles'],
  ['the guardian from the day of coming of age on', 'pat_mother', 'titles', '2028-09-09', 'nothing'],
])('for a minor, %s sees what the policy allows', (_who, guardian, sees, today, expected) => {
  expect(guardianSees(child, { birthDate: '2010-09-09' }, guardian, policy(sees), today)).toBe(expected);
});
