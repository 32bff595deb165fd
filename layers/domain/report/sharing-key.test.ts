import fc from 'fast-check';
import { splitExactly } from '../money/split.ts';
import { type CostSharing, costSharingSchema, splitKey } from './sharing-key.ts';
import { aSum } from './synthetic-month.ts';

const ids = ['abbey', 'hilltop', 'lakeside', 'law'];
const weightsBy = (body: CostSharing, sums = [aSum({ member: 'law' }, 50, 1, 1), aSum({}, 7, 1, 1)]) =>
  Object.fromEntries(splitKey({ version: 3, body }, ids, sums).weights);

describe('A sharing key', () => {
  it('is all alike until one is adopted, and names what it is by', () => {
    expect(splitKey(undefined, ['law'], [])).toEqual({
      name: 'equal',
      version: 'default',
      weights: new Map([['law', 1]]),
    });
    expect(splitKey({ version: 3, body: { key: 'equal' } }, ids, [])).toMatchObject({ version: 'cost-sharing/3' });
  });

  it('by size weighs each as agreed, one without a size not at all', () => {
    const sizes = { abbey: 12_000, law: 300, gone: 9 };
    expect(weightsBy({ key: 'size', sizes })).toEqual({ abbey: 12_000, hilltop: 0, lakeside: 0, law: 300 });
  });

  it('by use weighs requests, or loans that were made', () => {
    // One in fifty of the synthetic requests is refused.
    expect(weightsBy({ key: 'use', of: 'requests' })).toMatchObject({ law: 50, abbey: 7, hilltop: 0 });
    expect(weightsBy({ key: 'use', of: 'loans' })).toMatchObject({ law: 49, abbey: 7, hilltop: 0 });
  });

  it('of a month that nobody used, or of members that left, is all alike', () => {
    const alike = { abbey: 1, hilltop: 1, lakeside: 1, law: 1 };
    expect(weightsBy({ key: 'use', of: 'loans' }, [])).toEqual(alike);
    expect(weightsBy({ key: 'size', sizes: { gone: 9 } })).toEqual(alike);
  });

  it.each([{ key: 'size', sizes: {} }, { key: 'size', sizes: { law: 0 } }, { key: 'use' }, { key: 'luck' }, {}])(
    'is not %j',
    (body) => expect(costSharingSchema.safeParse(body).success).toBe(false),
  );

  it('splits any amount so that parts sum exactly, each within one unit, in any order of members (10,000 splits)', () => {
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
          new Map([...splitKey({ version: 1, body }, order, sums).weights].map(([id, own]) => [id, BigInt(own)]));
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
      { numRuns: 10_000 },
    );
  });
});
