import { allowancesIn, freeTierSchema } from './free-tier.ts';

describe('The allowances of an account', () => {
  test('are none by default', () => {
    expect(allowancesIn(undefined, '2026-11')).toEqual([]);
    expect(allowancesIn({ always: false }, '2026-11')).toEqual([]);
    expect(freeTierSchema.safeParse({}).success).toBe(false);
  });

  test.each([
    ['2024-02', ['always']],
    ['2024-03', ['always', 'first-12-months']],
    ['2025-02', ['always', 'first-12-months']],
    // Opened on the 15th: it ends on the 15th, within this month.
    ['2025-03', ['always', 'first-12-months']],
    ['2025-04', ['always']],
  ])('of the first year depend on the day on which it was opened: %s', (month, allowances) => {
    expect(allowancesIn({ always: true, openedOn: '2024-03-15' }, month)).toEqual(allowances);
  });

  test('finding F12: of an account opened since AWS gives credits instead are none in its first year', () => {
    expect(allowancesIn({ always: true, openedOn: '2025-07-14' }, '2025-08')).toEqual(['always', 'first-12-months']);
    expect(allowancesIn({ always: true, openedOn: '2025-07-15' }, '2025-08')).toEqual(['always']);
  });

  test('of an account opened on the first of a month, twelve months', () => {
    const first = allowancesIn({ always: false, openedOn: '2024-03-01' }, '2025-02');
    expect([first, allowancesIn({ always: false, openedOn: '2024-03-01' }, '2025-03')]).toEqual([
      ['first-12-months'],
      [],
    ]);
  });
});
