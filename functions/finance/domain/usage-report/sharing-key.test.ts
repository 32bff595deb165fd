import fc from 'fast-check';
import { splitExactly } from '../../../../layers/kernel/money/split.ts';
import { membershipDays } from '../../../membership/public/membership-days.ts';
import { type CostSharing, costSharingSchema, splitKey } from './sharing-key.ts';
import { aSum } from './synthetic-month.ts';

const allMonth = (names: readonly string[]) => names.map((memberId) => ({ memberId, days: 31 }));
const ids = allMonth(['abbey', 'hilltop', 'lakeside', 'law']);
const weightsBy = (body: CostSharing, sums = [aSum({ member: 'law' }, 50, 1, 1), aSum({}, 7, 1, 1)]) =>
  Object.fromEntries(splitKey({ version: 3, body }, ids, sums).weights);

describe('A sharing key', () => {
  it('is equal for all until one is adopted, and names its basis', () => {
    expect(splitKey(undefined, allMonth(['law']), [])).toEqual({
      name: 'equal',
      version: 'default',
      weights: new Map([['law', 1]]),
    });
    expect(splitKey({ version: 3, body: { key: 'equal' } }, ids, [])).toMatchObject({ version: 'cost-sharing/3' });
  });

  it('by size weighs each as agreed, a member without a size with zero', () => {
    const sizes = { abbey: 12_000, law: 300, gone: 9 };
    expect(weightsBy({ key: 'size', sizes })).toEqual({ abbey: 12_000, hilltop: 0, lakeside: 0, law: 300 });
  });

  it('by use weighs requests, or loans that were made', () => {
    // One in fifty of the synthetic requests is refused.
    expect(weightsBy({ key: 'use', of: 'requests' })).toMatchObject({ law: 50, abbey: 7, hilltop: 0 });
    expect(weightsBy({ key: 'use', of: 'loans' })).toMatchObject({ law: 49, abbey: 7, hilltop: 0 });
  });

  it('of a month without use, or of former members, is equal for all', () => {
    const alike = { abbey: 1, hilltop: 1, lakeside: 1, law: 1 };
    expect(weightsBy({ key: 'use', of: 'loans' }, [])).toEqual(alike);
    expect(weightsBy({ key: 'size', sizes: { gone: 9 } })).toEqual(alike);
  });

  it('has a separate key for idle cost with another agreement, by what there is of it', () => {
    const search = { service: 'search', operation: 'discovery-search' } as const;
    const sums = [aSum({ member: 'law', ...search }, 30, 0, 1), aSum({ member: 'abbey' }, 70, 2.5, 1)];
    const body: CostSharing = {
      ...{ key: 'equal', partMonths: 'whole' },
      lines: {
        'search-domain': { key: 'use', of: 'searches' },
        'table-storage': { key: 'use', of: 'bytes-written' },
        'log-storage': { key: 'use', of: 'bytes-logged' },
        secrets: { key: 'size', sizes: { hilltop: 3 } },
      },
    };
    const { weights, lines } = splitKey({ version: 3, body: costSharingSchema.parse(body) }, ids, sums);
    const shown = Object.fromEntries([...(lines ?? [])].map(([line, own]) => [line, Object.fromEntries(own)]));
    expect([...weights.values()]).toEqual([1, 1, 1, 1]);
    expect(shown).toEqual({
      'search-domain': { abbey: 0, hilltop: 0, lakeside: 0, law: 30 },
      'table-storage': { abbey: 175, hilltop: 0, lakeside: 0, law: 0 },
      'log-storage': { abbey: 63_070, hilltop: 0, lakeside: 0, law: 27_030 },
      secrets: { abbey: 0, hilltop: 3, lakeside: 0, law: 0 },
    });
    for (const wrong of [{ 'search-box': { key: 'equal' } }, { secrets: { key: 'use', of: 'luck' } }])
      expect(costSharingSchema.safeParse({ ...body, lines: wrong }).success).toBe(false);
  });

  it.each([{ key: 'size', sizes: {} }, { key: 'size', sizes: { law: 0 } }, { key: 'use' }, { key: 'luck' }, {}])(
    'is not %j',
    (body) => expect(costSharingSchema.safeParse(body).success).toBe(false),
  );

  it('splits any amount so that parts sum exactly, each within one unit, in any order of members (2,000 splits)', () => {
    const size = fc.integer({ min: 0, max: 1_000_000 });
    const sizes = fc.uniqueArray(fc.tuple(fc.string({ minLength: 1, maxLength: 8 }), size), {
      selector: ([id]) => id,
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(sizes, fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.boolean(), (list, amount, bySize) => {
        const members = list.map(([id]) => id);
        const body: CostSharing = bySize
          ? { key: 'size', sizes: Object.fromEntries(list) }
          : { key: 'use', of: 'requests' };
        const sums = list.map(([member, events]) => aSum({ member }, events, 0, 0));
        const weightsIn = (order: readonly string[]) =>
          new Map(
            [...splitKey({ version: 1, body }, allMonth(order), sums).weights].map(([id, own]) => [id, BigInt(own)]),
          );
        const weights = weightsIn(members);
        const parts = splitExactly(amount, weights);
        const whole = [...weights.values()].reduce((sum, own) => sum + own, 0n);
        expect([...parts.values()].reduce((sum, part) => sum + part, 0n)).toBe(amount);
        for (const [id, part] of parts) {
          const off = part * whole - amount * (weights.get(id) ?? 0n);
          expect((off < 0n ? -off : off) < whole).toBe(true);
        }
        expect(splitExactly(amount, weightsIn(members.toReversed()))).toEqual(parts);
      }),
      { numRuns: 2_000 },
    );
  });

  it('has no part for a member without a day of membership, and by days or in full for a member with some', () => {
    const sharers = [
      { memberId: 'abbey', days: 31 },
      { memberId: 'law', days: 10 },
      { memberId: 'new', days: 0 },
    ];
    const by = (body: CostSharing) => Object.fromEntries(splitKey({ version: 3, body }, sharers, []).weights);
    expect(by({ key: 'equal' })).toEqual({ abbey: 31, law: 10 });
    expect(by({ key: 'equal', partMonths: 'whole' })).toEqual({ abbey: 1, law: 1 });
    expect(by({ key: 'size', sizes: { abbey: 5, law: 200, new: 9 } })).toEqual({ abbey: 155, law: 2000 });
    const none = sharers.map(({ memberId }) => ({ memberId, days: 0 }));
    expect(Object.fromEntries(splitKey(undefined, none, []).weights)).toEqual({ abbey: 1, law: 1, new: 1 });
  });

  it('gives no part before a library joined or after it left, and all of it to the others, in any order of joining', () => {
    const since = fc.tuple(
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
      fc.integer({ min: 0, max: 14 }),
    );
    const day = (month: number, of: number) => `2026-${String(month).padStart(2, '0')}-${String(of).padStart(2, '0')}`;
    const amount = fc.bigInt({ min: 1n, max: 10n ** 15n });
    fc.assert(
      fc.property(
        fc.array(since, { minLength: 1, maxLength: 12 }),
        amount,
        fc.constantFrom('days', 'whole'),
        (all, cost, partMonths) => {
          const members = all.map(([month, of, stays], place) => ({
            ...{ memberId: `m-${place}`, memberSince: day(month, of) },
            ...(month + stays <= 12 && stays > 0 && { leftOn: day(month + stays, of) }),
          }));
          for (let month = 1; month <= 12; month += 1) {
            const name = day(month, 1).slice(0, 7);
            const sharers = members.map((one) => ({ memberId: one.memberId, days: membershipDays(one, name) }));
            const { weights } = splitKey({ version: 1, body: { key: 'equal', partMonths } }, sharers, []);
            const parts = splitExactly(cost, new Map([...weights].map(([id, own]) => [id, BigInt(own)])));
            expect([...parts.values()].reduce((sum, part) => sum + part, 0n)).toBe(cost);
            if (sharers.every(({ days }) => days === 0)) continue;
            for (const { memberId, days } of sharers) {
              const part = parts.get(memberId) ?? 0n;
              if (days === 0) expect(part).toBe(0n);
              // A longer membership never bears less, except for the last unit of a remainder.
              for (const other of sharers)
                if (other.days > days) expect((parts.get(other.memberId) ?? 0n) + 1n >= part).toBe(true);
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
