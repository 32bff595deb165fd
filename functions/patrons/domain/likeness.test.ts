import fc from 'fast-check';
import { alike, completed, likenessesOf } from './likeness.ts';
import type { Person } from './person.ts';

const amara: Person = {
  name: { family: 'Ókafor', given: 'Amara Ngozi' },
  birthDate: '1987-03-14',
  email: 'Amara.Okafor@Example.org',
  phone: '+1 (212) 555-0188',
};

test.each<[string, Person, ReturnType<typeof alike>]>([
  [
    'the same name without accents, parts swapped',
    { name: { family: 'Amara', given: 'ngozi okafor' }, birthDate: '1987-03-14' },
    ['name-and-birth-date'],
  ],
  ['the same e-mail in other capitals', { name: { family: 'A. O.' }, email: 'amara.okafor@example.org' }, ['e-mail']],
  ['the same phone without its prefix', { name: { family: 'A. O.' }, phone: '212 555 0188' }, ['phone']],
  [
    'a twin or a child: same e-mail, another birth date',
    { ...amara, name: { family: 'Okafor' }, birthDate: '2015-01-01' },
    [],
  ],
  ['the same name, no birth date', { name: amara.name }, []],
  ['a number too short to tell people apart', { name: { family: 'B' }, phone: '0188' }, []],
])('%s', (_what, other, reasons) => {
  expect(alike(amara, other)).toEqual(reasons);
});

test('similarity does not depend on the order of the two patrons', () => {
  const date = fc.constantFrom('1987-03-14', '2015-01-01', undefined);
  const of = fc.record({
    family: fc.constantFrom('Okafor', 'OKAFOR', 'Lee'),
    birthDate: date,
    email: fc.constantFrom('a@example.org', 'b@example.org', undefined),
    phone: fc.constantFrom('212 555 0188', '+1 212-555-0188', '0188', undefined),
  });
  const person = of.map(
    ({ family, birthDate, email, phone }): Person => ({
      name: { family },
      ...(birthDate && { birthDate }),
      ...(email && { email }),
      ...(phone && { phone }),
    }),
  );
  fc.assert(
    fc.property(person, person, (one, other) => {
      expect(alike(one, other)).toEqual(alike(other, one));
      expect(alike(one, one)).toEqual(likenessesOf(one).map(({ reason }) => reason));
    }),
    { numRuns: 200 },
  );
});

test('a merge fills missing values, and overwrites none', () => {
  const bare: Person = { name: { family: 'Okafor', given: 'A.' }, phone: '1234567' };
  expect(completed(bare, amara)).toEqual({ ...amara, name: bare.name, phone: bare.phone });
});
