import fc from 'fast-check';
import { aRule, baseValues, blocksDocument, loanRules, loanRulesDocument } from '../../../../test/builders/policies.ts';
import { inForce, policyDocumentSchema } from './document.ts';
import { bounded, floorsKind } from './floors.ts';
import { loanRulesKind, loanRulesSchema, ruleValueNames } from './loan-rules.ts';
import { resolveLoanRule, ruleOf } from './resolve.ts';
import { applicable, type LendingCase } from './specificity.ts';

const aCase: LendingCase = {
  itemBranch: 'ash.main',
  checkoutBranch: 'birch.east',
  patronHome: 'cedar',
  patronCategory: 'adult',
  itemCategory: 'dvd',
  location: 'stacks',
};

describe('the loan rule', () => {
  test('is the base where no rule matches', () => {
    const { values, explanations } = resolveLoanRule(loanRules(), undefined, aCase);
    expect(values).toEqual(baseValues);
    expect(explanations.map(({ value }) => value)).toEqual(ruleValueNames);
    expect(explanations[0]).toEqual({ value: 'lendable', ruleId: 'base', decider: 'ash', considered: [] });
  });

  test('takes each value from the most specific rule that sets it, and lists the other candidates', () => {
    const rules = loanRules([
      aRule({ id: 'all-dvds', when: { itemCategory: 'dvd' }, values: { loanPeriod: { days: 7 }, renewals: 1 } }),
      aRule({ id: 'ash', setBy: 'ash', when: { itemOwner: 'ash' }, values: { renewals: 3 } }),
      aRule({
        id: 'ash-main-dvds',
        setBy: 'ash',
        when: { itemOwner: 'ash.main', itemCategory: 'dvd' },
        values: { holdable: false },
      }),
      aRule({ id: 'birch', setBy: 'birch', when: {}, values: { renewals: 99 } }),
      aRule({ id: 'scores', when: { itemCategory: 'score' }, values: { renewals: 0 } }),
    ]);
    const resolved = resolveLoanRule(rules, undefined, aCase);
    expect(resolved.values).toEqual({ ...baseValues, loanPeriod: { days: 7 }, renewals: 3, holdable: false });
    expect(resolved.explanations.find(({ value }) => value === 'renewals')).toEqual({
      value: 'renewals',
      ruleId: 'ash',
      decider: 'ash',
      considered: [
        { ruleId: 'ash-main-dvds', specificity: 576, outcome: 'unset' },
        { ruleId: 'ash', specificity: 256, outcome: 'won' },
        { ruleId: 'all-dvds', specificity: 64, outcome: 'less-specific' },
        { ruleId: 'birch', specificity: 0, outcome: 'not-the-decider' },
      ],
    });
  });

  test('knows residents and non-residents: who lives elsewhere or nowhere known is not in a place', () => {
    const rules = loanRules([
      aRule({ id: 'residents', when: { patronResidence: { in: ['ashton', 'elmfield'] } }, values: { renewals: 5 } }),
      aRule({ id: 'others', when: { patronResidence: { notIn: ['ashton', 'elmfield'] } }, values: { renewals: 1 } }),
    ]);
    const renewals = (patronResidence: string | undefined) =>
      resolveLoanRule(rules, undefined, { ...aCase, patronResidence }).values.renewals;
    expect(['ashton', 'elmfield', 'oakham', undefined].map(renewals)).toEqual([5, 5, 1, 1]);
  });

  test('takes residence before the home library and after the category, unless other weights are adopted', () => {
    const of = { ...aCase, patronResidence: 'ashton' };
    const residents = aRule({ id: 'residents', when: { patronResidence: { in: ['ashton'] } } });
    const home = aRule({ id: 'home', when: { patronHome: 'cedar', checkout: 'birch.east' } });
    const adults = aRule({ id: 'adults', when: { patronCategory: 'adult' } });
    const order = (weights = {}) => {
      const body = loanRulesSchema.parse({ ...loanRules([home, residents, adults]), weights });
      return applicable(body, of).map(({ rule }) => rule.id);
    };
    expect(order()).toEqual(['adults', 'residents', 'home']);
    expect(order({ patronResidence: 1000 })).toEqual(['residents', 'adults', 'home']);
    // A document that was written before residences had a weight does not tie them with its categories.
    expect(order({ patronCategory: 16, patronHome: 8 })).toEqual(['adults', 'residents', 'home']);
  });

  test('lets the owner decide lending and the lending desk its fines, unless adopted otherwise', () => {
    const rules = [
      aRule({ id: 'ash', setBy: 'ash', values: { loanPeriod: { days: 14 }, finePerDay: 50 } }),
      aRule({ id: 'birch', setBy: 'birch', values: { loanPeriod: { days: 3 }, finePerDay: 0 } }),
    ];
    const byDefault = resolveLoanRule(loanRules(rules), undefined, aCase);
    expect([byDefault.values.loanPeriod, byDefault.values.finePerDay]).toEqual([{ days: 14 }, 0]);
    const { deciders } = loanRules();
    const swapped = loanRules(rules, { deciders: { ...deciders, lending: 'checkout', fines: 'consortium' } });
    const { values } = resolveLoanRule(swapped, undefined, aCase);
    expect([values.loanPeriod, values.finePerDay]).toEqual([{ days: 3 }, 25]);
  });

  test('can lift a limit: null is a value, not a gap', () => {
    const limited = { ...baseValues, maxLoans: { limit: 2, group: 'dvds' } };
    const rules = loanRules([aRule({ id: 'ash', setBy: 'ash', values: { maxLoans: null } })], { base: limited });
    const resolved = resolveLoanRule(rules, undefined, aCase);
    expect([resolved.values.maxLoans, ruleOf(resolved, 'maxLoans')]).toEqual([null, 'ash']);
  });

  test('stays within the floors and ceilings that the consortium adopted', () => {
    const rules = loanRules([aRule({ id: 'ash', setBy: 'ash', values: { loanPeriod: { days: 2 }, finePerDay: 500 } })]);
    const floors = {
      bounds: [
        { value: 'loanDays' as const, min: 7, itemCategory: 'dvd' },
        { value: 'finePerDay' as const, max: 20 },
      ],
    };
    const { values, explanations } = resolveLoanRule(rules, floors, aCase);
    expect([values.loanPeriod, values.finePerDay]).toEqual([{ days: 7 }, 20]);
    expect(explanations.flatMap(({ held }) => held ?? [])).toEqual([
      { by: 'floor', from: 2, to: 7 },
      { by: 'ceiling', from: 25, to: 20 },
    ]);
    expect(resolveLoanRule(rules, floors, { ...aCase, itemCategory: 'book' }).values.loanPeriod).toEqual({ days: 2 });
  });

  test('gives the same answer in any order of rules that differ in specificity', () => {
    const when = fc.record(
      {
        itemOwner: fc.constantFrom('ash', 'ash.main', 'elm'),
        checkout: fc.constantFrom('birch', 'birch.east', 'elm'),
        itemCategory: fc.constantFrom('dvd', 'book'),
        location: fc.constantFrom('stacks', 'attic'),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(
        fc.uniqueArray(when, { selector: (conditions) => JSON.stringify(conditions), maxLength: 8 }),
        (conditions) => {
          const rules = conditions.map((each, at) => aRule({ id: `r${at}`, when: each, values: { renewals: at } }));
          const order = applicable(loanRules(rules), aCase).map(({ specificity }) => specificity);
          expect(order).toEqual(order.toSorted((one, other) => other - one));
          expect(new Set(order).size).toBe(order.length);
          const backwards = resolveLoanRule(loanRules(rules.toReversed()), undefined, aCase);
          expect(backwards).toEqual(resolveLoanRule(loanRules(rules), undefined, aCase));
        },
      ),
    );
  });
});

test('a bounded number never exceeds its bounds and changes only when necessary', () => {
  fc.assert(
    fc.property(fc.nat(100), fc.nat(50), fc.nat(50), (wanted, min, width) => {
      const { value, by } = bounded(
        { bounds: [{ value: 'renewals', min, max: min + width }] },
        'renewals',
        'book',
        wanted,
      );
      expect(value).toBe(Math.min(Math.max(wanted, min), min + width));
      expect(by === undefined).toBe(value === wanted);
    }),
  );
});

describe('policies as adopted', () => {
  const first = loanRulesDocument();
  const second = { ...first, version: 2, effectiveFrom: '2026-09-01T00:00:00.000Z' };
  const corrected = { ...second, version: 3 };

  test('are in force from their date, the higher version where two begin together', () => {
    const all = [second, blocksDocument(), corrected, first];
    expect(inForce(all, loanRulesKind, '2025-12-31T23:59:59.999Z')).toBeUndefined();
    expect(inForce(all, loanRulesKind, '2026-08-31T23:59:59.999Z')).toEqual(first);
    expect(inForce(all, loanRulesKind, '2026-09-01T00:00:00.000Z')).toEqual(corrected);
    expect(inForce(all, floorsKind, '2026-09-01T00:00:00.000Z')).toBeUndefined();
  });

  test('are read by kind, and errors are named', () => {
    expect(policyDocumentSchema(loanRulesKind).parse(first)).toEqual(first);
    const broken = {
      ...first,
      body: { ...first.body, base: { ...baseValues, finePerDay: 0.5 }, rules: [aRule(), aRule()] },
    };
    const paths = policyDocumentSchema(loanRulesKind)
      .safeParse(broken)
      .error?.issues.map((issue) => issue.path.join('/'));
    expect(paths).toEqual(['body/base/finePerDay', 'body/rules']);
  });

  test('require only a currency and base values', () => {
    expect(loanRulesSchema.parse({ currency: 'EUR', base: baseValues, rules: [] })).toEqual(
      loanRules([], { groups: {} }),
    );
  });
});
