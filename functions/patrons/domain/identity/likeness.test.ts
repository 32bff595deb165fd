import fc from 'fast-check';
import { alike, completed, likenessesOf } from './likeness.ts';
import type { Person } from './person.ts';

const amara: Person = {
  name: { family: 'Ókafor', given: 'Amara Ngozi' },
  birthDate: '1987-03-14',
  email: 'Amara.Okafor@Example.org',
  phones: [{ number: '+1 (212) 555-0188', label: 'mobile' }],
};

test.each<[string, Person, ReturnType<typeof alike>]>([
  [
    'the same name without accents, parts swapped',
    { name: { family: 'Amara', given: 'ngozi okafor' }, birthDate: '1987-03-14' },
    ['name-and-birth-date'],
  ],
  ['the same e-mail in other capitals', { name: { family: 'A. O.' }, email: 'amara.okafor@example.org' }, ['e-mail']],
  [
    'the same phone, as the second, without its prefix',
    {
      name: { family: 'A. O.' },
      phones: [
        { number: '030 999999', label: 'home' },
        { number: '212 555 0188', label: 'home' },
      ],
    },
    ['phone'],
  ],
  [
    'a twin or a child: same e-mail, another birth date',
    { ...amara, name: { family: 'Okafor' }, birthDate: '2015-01-01' },
    [],
  ],
  ['the same name, no birth date', { name: amara.name }, []],
  [
    'a number too short to tell people apart',
    { name: { family: 'B' }, phones: [{ number: '0188', label: 'home' }] },
    [],
  ],
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
      ...(phone && { phones: [{ number: phone, label: 'home' as const }] }),
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
  const bare: Person = { name: { family: 'Okafor', given: 'A.' }, phones: [{ number: '1234567', label: 'home' }] };
  expect(completed(bare, amara)).toEqual({ ...amara, name: bare.name, phones: bare.phones });
});
