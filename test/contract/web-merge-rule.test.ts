import { mergeRule } from '../../web/src/features/circulation/loan-rules/merge-rule.ts';
import { ruleIdOf } from '../../web/src/features/circulation/loan-rules/rule-id.ts';

const before = { id: 'ash-books', values: { loanPeriod: { days: 28 }, renewals: 3 } };
const after = { id: 'ash-books', values: { loanPeriod: { days: 56 }, renewals: 3 } };
const other = { id: 'dvd', values: { renewals: 1 } };

test('a change of a rule goes into later rules and leaves what others changed there', () => {
  const later = [{ id: 'ash-books', values: { loanPeriod: { days: 28 }, renewals: 5 } }, other];
  expect(mergeRule(later, before, after)).toEqual({
    rules: [{ id: 'ash-books', values: { renewals: 5, loanPeriod: { days: 56 } } }, other],
  });
});

test('a change is refused where later rules set the same value to something else, or lack the rule', () => {
  const later = [{ id: 'ash-books', values: { loanPeriod: { days: 14 }, renewals: 3 } }];
  expect(mergeRule(later, before, after)).toEqual({
    conflict: { id: 'ash-books', value: 'loanPeriod', theirs: { days: 14 } },
  });
  expect(mergeRule([other], before, after)).toEqual({ conflict: { id: 'ash-books' } });
  expect(mergeRule([before], undefined, after)).toEqual({ conflict: { id: 'ash-books', isThere: true } });
});

test('a new rule that is there already, as after a lost answer, changes nothing; its id is its own for each case', () => {
  const again: { id: string; values: object } = { ...after, values: { renewals: 3, loanPeriod: { days: 56 } } };
  expect(mergeRule([other, after], undefined, again)).toEqual({ rules: [other, after] });
  const ids = ['periodical-bound', 'periodical-loose'].map((item) => ruleIdOf('lakeshore', item, 'adult'));
  expect(new Set(ids).size).toBe(2);
  expect(ids.every((id) => id.length <= 24)).toBe(true);
  expect(ruleIdOf('ash', 'book', 'child')).toBe('ash-book-child');
  const living = [{ in: ['riverton'] }, { notIn: ['riverton'] }, undefined].map((one) =>
    ruleIdOf('lakeshore', 'book', 'adult', one),
  );
  expect([new Set(living).size, living.every((id) => id.length <= 24)]).toEqual([3, true]);
});

test('a change that is there already changes nothing, and a value may be left to the next rule', () => {
  expect(mergeRule([after], before, after)).toEqual({
    rules: [{ id: 'ash-books', values: { renewals: 3, loanPeriod: { days: 56 } } }],
  });
  const without = { id: 'ash-books', values: { renewals: 3 } as object };
  expect(mergeRule<{ id: string; values: object }>([before], before, without)).toEqual({ rules: [without] });
});
