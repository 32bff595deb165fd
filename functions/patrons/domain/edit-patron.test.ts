import { editedPatron } from './edit-patron.ts';

const status = { category: 'adult', homeBranch: 'riverton.main', expiresOn: '2028-01-01', minor: false };
const person = { name: { family: 'Okafor', given: 'Amara' }, birthDate: '1987-03-14', phone: '555 1234' };
const today = '2026-06-01';

test('an edit names the changed fields, and leaves the rest', () => {
  const after = { name: { given: 'Amara', family: 'Okafor' }, birthDate: '1987-03-14', email: 'amara@example.org' };
  const edited = editedPatron({ status, person }, { person: after, classes: { district: 'north' } }, today);
  expect(edited).toEqual({
    status: { ...status, classes: { district: 'north' } },
    person: after,
    changed: ['email', 'phone', 'classes'],
  });
});

test.each([
  ['2010-01-01', true],
  ['1980-01-01', false],
])('for a birth date of %s the patron is under age: %s', (birthDate, minor) => {
  const edited = editedPatron({ status, person }, { person: { ...person, birthDate } }, today);
  expect([edited.status.minor, edited.changed]).toEqual([minor, ['birthDate']]);
});

test('an edit without differences changes nothing', () => {
  expect(editedPatron({ status, person }, { person, category: 'adult' }, today).changed).toEqual([]);
});
