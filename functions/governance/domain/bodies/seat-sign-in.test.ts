import { exampleBody } from '../../schemas/bodies.ts';
import { bodySchema } from './body.ts';
import { linkEmail, seatsOf } from './seat-sign-in.ts';

const term = { from: '2026-01-01', to: '2026-12-31' };
const person = (name: string) => ({ name, email: `${name.toLowerCase()}@example.org` });
const council = bodySchema.parse({
  ...{ ...exampleBody, bodyId: 'bdy_1', preset: 'usual' },
  seats: [
    { seatId: 'seat-1', name: 'Readers', terms: [{ ...term, holder: person('Ada'), alternate: person('Ben') }] },
    {
      seatId: 'seat-2',
      name: 'Schools',
      terms: [{ ...term, holder: person('Ben'), endedFor: 'Moved', to: '2026-03-31' }],
    },
  ],
});

describe('Sign-in of seat holders', () => {
  test('the holder and the alternate of a term have the seat on its days, both included', () => {
    const on = (email: string, day: string) =>
      seatsOf([council], email, day).map(({ seat, isAlternate }) => [seat, isAlternate]);
    expect(on('ada@example.org', '2026-12-31')).toEqual([['Readers', false]]);
    expect(on('ada@example.org', '2027-01-01')).toEqual([]);
    expect(on('ben@example.org', '2026-03-31')).toEqual([
      ['Readers', true],
      ['Schools', false],
    ]);
    expect(on('ben@example.org', '2026-04-01')).toEqual([['Readers', true]]);
    expect(on('cai@example.org', '2026-04-01')).toEqual([]);
  });
  test('a dissolved body gives no seat', () => {
    expect(seatsOf([{ ...council, state: 'dissolved' }], 'ada@example.org', '2026-05-01')).toEqual([]);
  });
  test('the secret of a link stands after the #, which no server sees', () => {
    const { text } = linkEmail('https://library.example.org', 'secret');
    expect(text.match(/https:\S+/g)).toEqual(Array(2).fill('https://library.example.org/my-seats#secret'));
  });
});
