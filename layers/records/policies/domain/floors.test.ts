import fc from 'fast-check';
import { aRule, baseValues, loanRules } from '../../../../test/builders/policies.ts';
import { type Bound, boundable } from './floors.ts';
import { type LoanRule, loanRulesSchema } from './loan-rules.ts';
import { type ResolvedValues, resolveLoanRule } from './resolve.ts';
import type { LendingCase } from './specificity.ts';

const aCase: LendingCase = {
  itemBranch: 'ash.main',
  checkoutBranch: 'birch.east',
  patronHome: 'cedar',
  patronCategory: 'adult',
  itemCategory: 'dvd',
  location: 'stacks',
};
const NONE = Number.MAX_SAFE_INTEGER;
const small = fc.integer({ min: 0, max: 60 });
const orNone = fc.option(small, { nil: null });

const values: fc.Arbitrary<LoanRule['values']> = fc.record(
  {
    loanPeriod: fc.oneof(fc.record({ days: small }), fc.record({ hours: fc.integer({ min: 1, max: 240 }) })),
    renewals: small,
    maxLoans: fc.option(fc.record({ limit: small }), { nil: null }),
    maxHolds: orNone,
    recallGuaranteedDays: small,
    recallReturnDays: small,
    finePerDay: small,
    finePerHour: small,
    fineCap: fc.oneof(orNone, fc.record({ percentOfPrice: fc.integer({ min: 0, max: 300 }) })),
    graceDays: small,
    graceMinutes: small,
    lostCharge: small,
    lostAtPrice: fc.boolean(),
    lostAfterDays: fc.option(fc.integer({ min: 1, max: 60 }), { nil: null }),
    damageCharge: small,
    holdShelfDays: fc.integer({ min: 1, max: 60 }),
  },
  { requiredKeys: [] },
);

const rules = fc.array(
  fc.record({
    setBy: fc.constantFrom('ash', 'birch', 'consortium'),
    when: fc.record(
      { itemOwner: fc.constantFrom('ash', 'ash.main'), checkout: fc.constantFrom('birch', 'elm') },
      { requiredKeys: [] },
    ),
    values,
  }),
  { maxLength: 6 },
);

const bounds: fc.Arbitrary<Bound[]> = fc.array(
  fc
    .record({
      value: fc.constantFrom(...boundable),
      itemCategory: fc.option(fc.constantFrom('dvd', 'book'), { nil: undefined }),
      range: fc.tuple(small, small),
    })
    .map(({ value, itemCategory, range: [one, other] }) => ({
      value,
      ...(itemCategory && { itemCategory }),
      ...{ min: Math.min(one, other), max: Math.max(one, other) },
    })),
  { maxLength: 20 },
);

const measured = (
  { loanPeriod, maxLoans, ...rest }: ResolvedValues,
  byHour: boolean,
): Record<Bound['value'], number> => ({
  ...rest,
  loanDays: 'days' in loanPeriod ? loanPeriod.days : byHour ? Number.NaN : Math.ceil(loanPeriod.hours / 24),
  loanHours: 'hours' in loanPeriod ? loanPeriod.hours : Number.NaN,
  maxLoans: maxLoans?.limit ?? NONE,
  maxHolds: rest.maxHolds ?? NONE,
  fineCap: rest.fineCap ?? NONE,
  lostAfterDays: rest.lostAfterDays ?? NONE,
});

test('with any rules of members, no value exceeds a floor or a ceiling of the consortium', () => {
  fc.assert(
    fc.property(rules, bounds, fc.option(fc.nat(200), { nil: undefined }), (written, adopted, price) => {
      const matrix = loanRules(written.map((rule, place) => aRule({ id: `r${place}`, ...rule })));
      const of = { ...aCase, ...(price !== undefined && { price }) };
      const { values: resolved } = resolveLoanRule(matrix, { bounds: adopted }, of);
      const own = (value: Bound['value']) =>
        adopted.filter((bound) => bound.value === value && bound.itemCategory !== 'book');
      const found = measured(resolved, own('loanHours').length > 0);
      for (const value of boundable) {
        const ceiling = Math.min(NONE, ...own(value).map(({ max = NONE }) => max));
        const floor = Math.min(ceiling, Math.max(0, ...own(value).map(({ min = 0 }) => min)));
        // Not a number: the loan is not of that kind.
        if (Number.isNaN(found[value])) continue;
        expect([value, found[value] >= floor, found[value] <= ceiling]).toEqual([value, true, true]);
      }
    }),
  );
});

test('hourly loans do not bypass a floor of days, unless the consortium bounds hours for that item type', () => {
  const rules = loanRules([aRule({ id: 'ash', setBy: 'ash', values: { loanPeriod: { hours: 2 } } })]);
  const days: Bound = { value: 'loanDays', min: 14 };
  expect(resolveLoanRule(rules, { bounds: [days] }, aCase).values.loanPeriod).toEqual({ days: 14 });
  const hours: Bound = { value: 'loanHours', itemCategory: 'dvd', min: 3, max: 8 };
  expect(resolveLoanRule(rules, { bounds: [days, hours] }, aCase).values.loanPeriod).toEqual({ hours: 3 });
});

test('a missing limit is above every ceiling, and the explanation states that', () => {
  const rules = loanRules([aRule({ id: 'ash', setBy: 'birch', values: { fineCap: null } })]);
  const { values, explanations } = resolveLoanRule(rules, { bounds: [{ value: 'fineCap', max: 500 }] }, aCase);
  expect(values.fineCap).toBe(500);
  expect(explanations.find(({ value }) => value === 'fineCap')?.held).toEqual({ by: 'ceiling', from: null, to: 500 });
});

test('C71 a cap may be a share of the price, or of the charge for a lost item where no price is known', () => {
  const rules = loanRules([aRule({ values: { fineCap: { percentOfPrice: 50 } } })]);
  const cap = (price?: number) =>
    resolveLoanRule(rules, undefined, { ...aCase, ...(price !== undefined && { price }) }).values.fineCap;
  expect([cap(1999), cap(0), cap()]).toEqual([999, 0, 1500]);
});

test('a document adopted before the newer values is read as before, and a rule sets only what it names', () => {
  const { dueCeilings: _, recallable: _too, lostAfterDays: _also, ...before } = baseValues;
  const read = loanRulesSchema.parse({
    currency: 'EUR',
    base: before,
    rules: [{ id: 'ash', setBy: 'ash', when: {}, values: { renewals: 1 } }],
  });
  expect(read.base).toEqual(baseValues);
  expect(read.rules[0]?.values).toEqual({ renewals: 1 });
  expect([read.limitGroups, read.expiredMayRenew]).toEqual([{}, false]);
});
