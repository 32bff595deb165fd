import fc from 'fast-check';
import { sumExact } from '../../../../layers/kernel/money/exact.ts';
import { changeBetween, effectsOf } from './change.ts';
import { memberView, monthReport } from './month-report.ts';
import { monthInput, reported, syntheticSums } from './synthetic-month.ts';

const october = reported(monthReport(monthInput('2026-10')));
const november = reported(monthReport(monthInput('2026-11', { sums: syntheticSums('2026-11', 1.3) })));
const changed = (before = october, after = november) => {
  const change = changeBetween(before, after);
  if ('refused' in change) throw new Error('refused');
  return change;
};
const quantity = fc.bigInt({ min: 0n, max: 10n ** 18n });

describe('The change from the previous month', () => {
  it('sums to the difference of the months, volume and price effects to the change, in total and in each row', () => {
    const change = changed();
    expect(change.since).toBe('2026-10');
    expect([change.before, change.after]).toEqual([october.total, november.total]);
    expect(change.change).toBe(november.total - october.total);
    for (const row of [change, ...change.rows]) expect(row.volumeEffect + row.priceEffect).toBe(row.change);
    expect(sumExact(change.rows.map((row) => row.change))).toBe(change.change);
  });

  it('is all volume when only use grew and no tier was reached', () => {
    const { change, volumeEffect, priceEffect } = changed();
    expect(change > 0n).toBe(true);
    // Splits change a charge by up to 1e-12, and an effect by a few of them for each line.
    expect((priceEffect < 0n ? -priceEffect : priceEffect) < volumeEffect / 1_000_000n).toBe(true);
  });

  it('is all price when only the price rose', () => {
    const input = monthInput('2026-10');
    const dearer = {
      ...input.book,
      prices: {
        ...input.book.prices,
        'dynamodb-write': { ...input.book.prices['dynamodb-write'], tiers: [{ price: '0.70' }] },
      },
    };
    const change = changed(october, reported(monthReport({ ...input, book: dearer })));
    expect(change.volumeEffect).toBe(0n);
    expect(change.priceEffect > 0n).toBe(true);
    expect(new Set(change.rows.filter((row) => row.change !== 0n).map((row) => row.service))).not.toContain('platform');
  });

  it('of a new line is volume, and so is that of a line that ended', () => {
    expect(effectsOf({ quantity: 0n, amount: 0n }, { quantity: 5n, amount: 70n })).toEqual({
      before: 0n,
      after: 70n,
      change: 70n,
      volumeEffect: 70n,
      priceEffect: 0n,
    });
    expect(effectsOf({ quantity: 5n, amount: 70n }, { quantity: 0n, amount: 0n })).toEqual({
      before: 70n,
      after: 0n,
      change: -70n,
      volumeEffect: -70n,
      priceEffect: 0n,
    });
  });

  it('splits twice the use at one and a half times the price', () => {
    expect(effectsOf({ quantity: 10n, amount: 100n }, { quantity: 20n, amount: 300n })).toEqual({
      before: 100n,
      after: 300n,
      change: 200n,
      volumeEffect: 100n,
      priceEffect: 100n,
    });
  });

  it('always sums exactly', () => {
    fc.assert(
      fc.property(quantity, quantity, quantity, quantity, (q0, a0, q1, a1) => {
        const { change, volumeEffect, priceEffect } = effectsOf(
          { quantity: q0, amount: a0 },
          { quantity: q1, amount: a1 },
        );
        expect(volumeEffect + priceEffect).toBe(change);
        expect(change).toBe(a1 - a0);
      }),
    );
  });

  it('is shown to a member for its own lines', () => {
    const change = changed(memberView(october, 'law'), memberView(november, 'law'));
    expect(new Set(change.rows.map((row) => row.member))).toEqual(new Set(['law']));
    expect(change.rows).toEqual(changed().rows.filter((row) => row.member === 'law'));
  });

  it('is refused across currencies and across views', () => {
    const refused = { refused: [{ code: 'not-comparable' }] };
    expect(changeBetween({ ...october, currency: 'EUR' }, november)).toMatchObject(refused);
    expect(changeBetween(october, memberView(november, 'law'))).toMatchObject(refused);
  });
});
