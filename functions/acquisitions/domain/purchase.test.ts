import * as fc from 'fast-check';
import { type Fund, newFund } from './fund.ts';
import { headroomOf } from './limits.ts';
import { idleFund, overSpent } from './posting.ts';
import { postingsOfPurchase, postingsOfUndo } from './purchase.ts';

const named = { memberId: 'cedar', year: '2026' };
const limits = { encumbrance: 100, expenditure: 100, warning: 80 };
const parent = newFund({ ...named, code: 'BOOKS' }, { name: 'Books', state: 'active', limits }, undefined);
const child = newFund({ ...named, code: 'ADULT' }, { name: 'Adult', state: 'active', limits }, parent);

/** Returns a fund to which so much was allocated. */
const funded = (fund: Fund, initial: number): Fund => {
  const amounts = { ...fund.amounts.whole, initial };
  const headroom = headroomOf(amounts, fund.limits);
  return { ...fund, amounts: { own: amounts, whole: amounts }, headroom: { own: headroom, whole: headroom } };
};

test('A106 a purchase of 18.50 is expenditure of its fund and of the one above it, and encumbers nothing', () => {
  const postings = postingsOfPurchase({ price: 1_850 }, [child, parent]);
  const spent = { encumbered: 0, awaiting: 0, expended: 1_850, credits: 0 };
  expect(postings.map(({ fund, own, whole }) => [fund.code, own, whole])).toEqual([
    ['ADULT', spent, spent],
    ['BOOKS', { ...spent, expended: 0 }, spent],
  ]);
});

test('A106 a purchase may use all that a fund allows, and not one minor unit more', () => {
  const levels = [funded(child, 1_850), funded(parent, 5_000)] as const;
  expect(overSpent(postingsOfPurchase({ price: 1_850 }, levels))).toBeUndefined();
  expect(overSpent(postingsOfPurchase({ price: 1_851 }, levels))).toMatchObject({ most: 1_850, asked: 1_851 });
});

test('a frozen fund accepts no purchase, but takes one back', () => {
  const frozen = { ...funded(child, 5_000), state: 'frozen' as const };
  expect(idleFund(postingsOfPurchase({ price: 100 }, [frozen]))).toBe(frozen);
  expect(idleFund(postingsOfUndo({ price: 100 }, [frozen]))).toBeUndefined();
});

test('undoing takes back exactly what was posted, at every level', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000_000 }), (price) => {
      const [done, undone] = [
        postingsOfPurchase({ price }, [child, parent]),
        postingsOfUndo({ price }, [child, parent]),
      ];
      for (const [at, { own, whole }] of done.entries()) {
        expect(own.expended + (undone[at]?.own.expended ?? Number.NaN)).toBe(0);
        expect(whole.expended + (undone[at]?.whole.expended ?? Number.NaN)).toBe(0);
      }
    }),
  );
});
