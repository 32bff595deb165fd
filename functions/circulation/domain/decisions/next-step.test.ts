import { anItem } from '../../../../test/builders/circulation.ts';
import { nextStep, reasons } from './next-step.ts';
import {
  type CheckinResult,
  packCheckin,
  packLoan,
  packPlaced,
  unpackCheckin,
  unpackLoan,
  unpackPlaced,
} from './stored-results.ts';

const here = { branchId: 'ash.main' };

test('a scanned item is sent, goes to the hold shelf or its own shelf, or is kept aside, as its record says', () => {
  const transit = { from: 'ash.main', to: 'birch.east', purpose: 'home', sentAt: '2026-03-02T11:00:00.000Z' } as const;
  expect(nextStep(anItem({ state: 'in-transit', transit }))).toEqual({ step: 'send', branchId: 'birch.east' });
  const forHold = { ...transit, purpose: 'hold', holdId: 'hld_1' } as const;
  expect(nextStep(anItem({ state: 'in-transit', transit: forHold }))).toEqual({
    ...{ step: 'send', branchId: 'birch.east', holdId: 'hld_1' },
  });
  expect(nextStep(anItem({ state: 'on-hold-shelf' }))).toEqual({ step: 'hold-shelf', ...here });
  expect(nextStep(anItem())).toEqual({ step: 'shelve', ...here });
  for (const state of ['damaged', 'withdrawn', 'in-process', 'paged', 'in-transit'] as const)
    expect(nextStep(anItem({ state }))).toEqual({ step: 'keep-aside', ...here });
  // A requested transit has not begun.
  expect(nextStep(anItem({ transit })).step).toBe('shelve');
});

test('each reason for where an item goes has a sentence for the desk, and a letter of its own', () => {
  const all = Object.values(reasons);
  expect(all.every(({ meaning }) => /^[A-Z].{8,}\.$/.test(meaning))).toBe(true);
  expect(all.every(({ letter }) => /^[A-Z]$/.test(letter))).toBe(true);
  expect(new Set(all.map(({ letter }) => letter)).size).toBe(all.length);
});

const result: CheckinResult = {
  next: { step: 'send', branchId: 'ash.main', forHold: false, because: 'going-home' },
  ...{ loanClosed: false, fine: 0, refund: 0, warnings: [] },
};

test('the stored answer of a check-in gives the same again: each step, reason, flag and warning by itself', () => {
  const others: Partial<CheckinResult>[] = [
    ...(['shelve', 'hold-shelf', 'keep-aside', 'send'] as const).map((step) => ({ next: { ...result.next, step } })),
    ...(Object.keys(reasons) as (keyof typeof reasons)[]).map((because) => ({ next: { ...result.next, because } })),
    { next: { ...result.next, forHold: true } },
    ...[{ loanClosed: true }, { fine: 125 }, { refund: 3000 }],
    ...[
      'transit-ended-by-loan',
      'state-repaired',
      'item-damaged',
      'item-withdrawn',
      'verify-location',
      'put-on-reserve',
    ].map((warning) => ({ warnings: [warning] })),
  ];
  for (const other of others) {
    const whole = { ...result, ...other };
    expect(unpackCheckin(packCheckin(whole))).toEqual(whole);
  }
  expect(unpackCheckin('')).toMatchObject({ next: { step: 'keep-aside', because: 'set-aside' }, fine: 0, refund: 0 });
});

test('the stored answer of a loan keeps what it passed without a network; of a hold its state, place and the copy at hand', () => {
  const loan = { loanId: 'lon_1', due: '2026-03-30T21:59:59.000Z', ruleId: 'base', policyVersion: 41 };
  const conflicts = ['card-expired', 'others-wait'];
  expect(unpackLoan(packLoan({ ...loan, conflicts }))).toEqual({ ...loan, conflicts });
  expect(unpackLoan(packLoan(loan))).not.toHaveProperty('conflicts');
  for (const state of ['placed', 'frozen'] as const)
    for (const place of [undefined, 7])
      for (const local of [true, false])
        expect(unpackPlaced(packPlaced({ state, place, local }))).toEqual({ state, place, local });
});
