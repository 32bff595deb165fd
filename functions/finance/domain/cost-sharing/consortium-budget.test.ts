import fc from 'fast-check';
import { type BudgetLine, costsOffBudget, paidForBy, weightsOfFee } from './consortium-budget.ts';
import type { FeeLine } from './fees.ts';
import { type Formula, formulaSchema } from './formula.ts';

const line = (title: string, amount: number, cost = 'ils'): BudgetLine => ({
  ...{ kind: 'other', title, amount },
  source: { from: 'dues', cost },
});
const grant: BudgetLine = {
  ...{ kind: 'e-resources', title: 'E-books', amount: 9000 },
  source: { from: 'grant', grantor: 'State library' },
};
const share = (title: string, cost: string) => ({ kind: 'share', title, cost, key: { by: 'equal' } });
const formula = (...parts: object[]): Formula =>
  formulaSchema.parse({ name: 'f', title: 'F', source: 'The board', currency: 'USD', parts });
const paid = (title: string, amount: number): FeeLine => ({ title, of: 'part', amount });
const shown = (all: ReturnType<typeof paidForBy>) => all.map(({ title, amount }) => [title, amount]);

describe('The budget of the consortium', () => {
  test('its lines that dues pay sum to the shared costs; grants belong to none of them', () => {
    const budget = [line('People', 700), line('Courier', 300), grant];
    expect(costsOffBudget({ ils: 1000 }, budget)).toEqual([]);
    expect(costsOffBudget({ ils: 999 }, budget)).toEqual(['ils']);
    expect(costsOffBudget({ ils: 1000, courier: 50 }, budget)).toEqual(['courier']);
    expect(costsOffBudget({}, budget)).toEqual(['ils']);
    expect(costsOffBudget({ ils: 5 }, undefined)).toEqual([]);
  });

  test('a fee pays each cost by what it took of it, and within the cost its lines by their amounts', () => {
    const budget = [line('People', 700), line('Courier', 300), line('Licences', 500, 'deal'), grant];
    const by = formula(share('All', 'ils'), share('Deal', 'deal'));
    const both = weightsOfFee(budget, by, [paid('All', 400), paid('Deal', 100)]);
    expect(shown(paidForBy(5000, both))).toEqual([
      ['People', 2800],
      ['Courier', 1200],
      ['Licences', 1000],
    ]);
    const one = weightsOfFee(budget, by, [paid('All', 400), paid('Deal', 0)]);
    expect(shown(paidForBy(100, one))).toEqual([
      ['People', 70],
      ['Courier', 30],
    ]);
    // A fee by another rule pays for all of them alike.
    const fixed = weightsOfFee(budget, formula({ kind: 'fixed', title: 'Each', amount: 9 }), [paid('Each', 9)]);
    expect(shown(paidForBy(1500, fixed)).map(([, amount]) => amount)).toEqual([700, 300, 500]);
  });

  test('for any budget and fee, what is paid for sums to the fee to the cent, and no part is negative', () => {
    const lines = fc.array(fc.record({ amount: fc.nat(1e9), cost: fc.constantFrom('ils', 'deal') }), {
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(lines, fc.nat(1e8), fc.nat(1e8), fc.nat(1e9), (own, ils, deal, amount) => {
        const budget = own.map((one, at) => line(`L${at}`, one.amount, one.cost));
        const by = formula(share('All', 'ils'), share('Deal', 'deal'));
        const paidFor = paidForBy(amount, weightsOfFee(budget, by, [paid('All', ils), paid('Deal', deal)]));
        expect(paidFor.every((one) => one.amount >= 0)).toBe(true);
        if (paidFor.length > 0) expect(paidFor.reduce((sum, one) => sum + one.amount, 0)).toBe(amount);
      }),
    );
  });
});
