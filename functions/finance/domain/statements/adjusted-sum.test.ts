import fc from 'fast-check';
import { boundedBy, exceeds, limitOf } from './adjusted-sum.ts';
import { defaultBilling } from './billing-policy.ts';

const bounds = { ...defaultBilling.adjustments, correctionPercent: 50 };

describe('finding F6: bounds of adjustments', () => {
  test('cover all corrections of a line and all credits of a member in a month; a one-off charge has its own', () => {
    const root = { month: '2026-07', lineId: 'dues-membership' };
    const of = (kind: Parameters<typeof limitOf>[0], month: string) => boundedBy({ kind }, month, root);
    expect(of('correction', '2026-09')).toBe(of('correction', '2026-10'));
    expect(of('credit', '2026-09')).not.toBe(of('credit', '2026-10'));
    expect(of('one-off', '2026-09')).toBeUndefined();
  });

  test('are a part of the amount of a line without its sign, or the sum of the policy', () => {
    expect([limitOf('correction', -1001, bounds), limitOf('correction', 0, bounds)]).toEqual([500, 0]);
    expect([limitOf('credit', 5, bounds), limitOf('one-off', 5, bounds)]).toEqual([100_000, 1_000_000]);
  });

  test('hold for the sum: the whole line is given back once, in any number of parts', () => {
    expect(exceeds({ limit: 1000, used: 0, asked: -1000 })).toBe(false);
    expect(exceeds({ limit: 1000, used: -1000, asked: -1000 })).toBe(true);
    expect(exceeds({ limit: 1000, used: -999, asked: -1 })).toBe(false);
    expect(exceeds({ limit: 1000, used: 500, asked: -1001 })).toBe(true);
    const asked = fc.array(fc.integer({ min: -1500, max: 1500 }), { maxLength: 30 });
    fc.assert(
      fc.property(asked, fc.integer({ min: 0, max: 1000 }), (all, limit) => {
        let used = 0;
        for (const one of all) if (!exceeds({ limit, used, asked: one })) used += one;
        expect(Math.abs(used)).toBeLessThanOrEqual(limit);
      }),
    );
  });
});
