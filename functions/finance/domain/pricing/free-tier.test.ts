import { allowancesIn, freeTierSchema } from './free-tier.ts';

describe('The allowances of an account', () => {
  test('are none by default', () => {
    expect(allowancesIn(undefined, '2026-11')).toEqual([]);
    expect(allowancesIn({ always: false }, '2026-11')).toEqual([]);
    expect(freeTierSchema.safeParse({}).success).toBe(false);
  });

  test.each([
    ['2026-02', ['always']],
    ['2026-03', ['always', 'first-12-months']],
    ['2027-02', ['always', 'first-12-months']],
    // Opened on the 15th: it ends on the 15th, within this month.
    ['2027-03', ['always', 'first-12-months']],
    ['2027-04', ['always']],
  ])('of the first year depend on the day on which it was opened: %s', (month, allowances) => {
    expect(allowancesIn({ always: true, openedOn: '2026-03-15' }, month)).toEqual(allowances);
  });

  test('of an account opened on the first of a month, twelve months', () => {
    const first = allowancesIn({ always: false, openedOn: '2026-03-01' }, '2027-02');
    expect([first, allowancesIn({ always: false, openedOn: '2026-03-01' }, '2027-03')]).toEqual([
      ['first-12-months'],
      [],
    ]);
  });
});
