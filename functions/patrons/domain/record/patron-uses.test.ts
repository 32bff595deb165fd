import fc from 'fast-check';
import { shiftedMonth } from '../../../../layers/kernel/calendar/month.ts';
import { COUNTED_MONTHS, monthsSince, type PatronUse, type PatronUses, usesAfter, usesOfBoth } from './patron-uses.ts';

const month = fc.integer({ min: 0, max: 60 }).map((by) => shiftedMonth('2022-01', by));
const acts: fc.Arbitrary<PatronUse[]> = fc
  .array(fc.tuple(month, fc.constantFrom(undefined, 'ash', 'birch')), { maxLength: 30 })
  .map((all) =>
    all
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([at, member]) => ({ month: at, ...(member !== undefined && { member }) })),
  );

/** Records acts in turn. Returns each act with what it met. */
const recorded = (all: readonly PatronUse[]) => {
  let uses: PatronUses | undefined;
  return all.map((act) => {
    const since = monthsSince(uses, act);
    uses = usesAfter(uses, act) ?? uses;
    return { act, since };
  });
};

test('in every window of up to 36 months, a person who used the library counts exactly once, and nobody else', () => {
  const length = fc.integer({ min: 1, max: COUNTED_MONTHS });
  fc.assert(
    fc.property(acts, month, length, (all, from, months) => {
      const to = shiftedMonth(from, months - 1);
      const within = (at: string): boolean => at >= from && at <= to;
      const counted = recorded(all).filter(
        ({ act, since: { use } }) => within(act.month) && (use === null || shiftedMonth(act.month, -use) < from),
      );
      expect(counted).toHaveLength(all.some((act) => within(act.month)) ? 1 : 0);
    }),
  );
});

test('a loan counts the person once for each member in a month; a hold is no loan', () => {
  const [hold, first, other, second] = recorded([
    { month: '2026-03' },
    { month: '2026-03', member: 'ash' },
    { month: '2026-03', member: 'birch' },
    { month: '2026-03', member: 'ash' },
  ]);
  expect(hold?.since).toEqual({ use: null, loan: null, loanHere: null });
  expect(first?.since).toEqual({ use: 0, loan: null, loanHere: null });
  expect(other?.since).toEqual({ use: 0, loan: 0, loanHere: null });
  expect(second?.since).toEqual({ use: 0, loan: 0, loanHere: 0 });
});

test('a use that is noted already changes nothing, so it costs no condition; what is too old to count is removed', () => {
  const uses = usesAfter({ '*': '2022-05', ash: '2022-05', elm: '2024-01' }, { month: '2026-03', member: 'birch' });
  expect(uses).toEqual({ elm: '2024-01', '*': '2026-03', birch: '2026-03' });
  expect(usesAfter(uses, { month: '2026-03', member: 'birch' })).toBeUndefined();
  expect(usesAfter(uses, { month: '2026-03' })).toBeUndefined();
});

test('N37 two patrons who are one person keep the later month of each, so that the person counts once from then on', () => {
  expect(usesOfBoth({ '*': '2026-01', ash: '2026-01' }, { '*': '2026-04', birch: '2026-04' })).toEqual({
    ...{ '*': '2026-04', ash: '2026-01', birch: '2026-04' },
  });
  expect(usesOfBoth(undefined, undefined)).toBeUndefined();
});
