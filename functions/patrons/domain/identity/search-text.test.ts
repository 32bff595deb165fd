import { fitsQuery, nameBeginnings, patronQueryOf } from './search-text.ts';

test('a search text is read as name, date, number or e-mail address', () => {
  expect(patronQueryOf('Müller Ana')).toMatchObject({ parts: ['muller', 'ana'], birthDates: [] });
  expect(patronQueryOf('okafor 1987-3-14')).toMatchObject({ parts: ['okafor'], birthDates: ['1987-03-14'] });
  expect(patronQueryOf('3/4/2001').birthDates).toEqual(['2001-03-04', '2001-04-03']);
  expect(patronQueryOf('30.4.2001').birthDates).toEqual(['2001-04-30']);
  expect(patronQueryOf('21101 0000 0016')).toMatchObject({ card: '2110100000016', parts: [] });
  expect(patronQueryOf('+1 (555) 010-1234').likenesses).toEqual(['phone 550101234']);
  expect(patronQueryOf('Amara@Example.org').likenesses).toEqual(['e-mail amara@example.org']);
});

test('the parts of a name are tried in each order, and only as typed after a comma', () => {
  expect(nameBeginnings(patronQueryOf('ana de souza'))).toEqual([
    ...['ana de souza', 'ana, de souza', 'de souza, ana', 'ana de, souza', 'souza, ana de'],
  ]);
  expect(nameBeginnings(patronQueryOf('Souza, Ana'))).toEqual(['souza ana', 'souza, ana']);
});

test('each part begins a part of the legal or the used name', () => {
  const person = { name: { family: 'de Souza', given: 'Ana' }, usedName: { family: 'de Souza', given: 'Nina' } };
  const fits = (text: string): boolean => fitsQuery({ ...person, birthDate: '1990-01-02' }, patronQueryOf(text));
  expect(['sou an', 'nina', 'DE SOÚZA', 'souza 1990-01-02'].map(fits)).toEqual([true, true, true, true]);
  expect(['sauza', 'ana maria', 'souza 1990-01-03'].map(fits)).toEqual([false, false, false]);
});
