import { loanRules } from '../../../../test/builders/policies.ts';
import { defaultDeskMoney } from './desk-money.ts';
import { floorsSchema } from './floors.ts';
import { conditionsSchema, type LoanRule, loanRulesSchema } from './loan-rules.ts';
import { movementSchema } from './movement.ts';
import { noticesSchema } from './notices.ts';
import { patronsSchema } from './patrons.ts';

type Schema = { safeParse: (value: unknown) => { error?: { issues: { message: string }[] } | undefined } };
const issuesOf = (schema: Schema, value: unknown): string[] =>
  schema.safeParse(value).error?.issues.map(({ message }) => message) ?? [];

test('a term ends on or after the day on which it begins, and is due not before that', () => {
  const ceiling = (from: string, to: string, due: string) => {
    const dueCeilings = [{ from, to, due }];
    const rules: Partial<LoanRule>[] = [{ id: 'terms', setBy: 'ash', when: {}, values: { dueCeilings } }];
    return issuesOf(loanRulesSchema, { ...loanRules(), rules });
  };
  const wrong = ['a term ends on or after the day on which it begins'];
  expect(ceiling('2026-09-01', '2026-09-01', '2026-09-01')).toEqual([]);
  expect(ceiling('2026-09-01', '2026-12-20', '2026-12-18')).toEqual([]);
  expect(ceiling('2026-09-02', '2026-09-01', '2026-12-18')).toEqual(wrong);
  expect(ceiling('2026-09-02', '2026-12-20', '2026-09-01')).toEqual(wrong);
});

test('rules have ids of their own, and none is called base', () => {
  const rule = (id: string) => ({ id, setBy: 'ash', when: {}, values: {} });
  const rules = (...ids: string[]) => issuesOf(loanRulesSchema, { ...loanRules(), rules: ids.map(rule) });
  expect(rules('one', 'other')).toEqual([]);
  expect(rules('one', 'one')).toEqual(['two rules bear the same id']);
  expect(rules('base')).toEqual(['base is the name of the base values']);
});

test('documents older than residences get a weight for them between category and home library', () => {
  const weights = (given: unknown) => loanRulesSchema.safeParse({ ...loanRules(), weights: given }).data?.weights;
  expect(weights({ patronCategory: 40, patronHome: 10 })).toMatchObject({ patronResidence: 25 });
  // It outweighs home library and place of checkout together where the category leaves room.
  expect(weights({ patronCategory: 16, patronHome: 12 })).toMatchObject({ patronResidence: 15 });
  expect(weights({ patronCategory: 20, patronHome: 12 })).toMatchObject({ patronResidence: 19 });
  expect(weights({ patronCategory: 100, patronHome: 4, checkoutBranch: 1, checkoutMember: 1 })).toMatchObject({
    ...{ patronResidence: 52, patronCategory: 100 },
  });
  expect(weights({ patronCategory: 40 })).toMatchObject({ patronResidence: 16 });
  expect(weights({ patronHome: 12 })).toMatchObject({ patronResidence: 16 });
  expect(weights({ patronCategory: 40, patronHome: 10, patronResidence: 3 })).toMatchObject({ patronResidence: 3 });
  expect([weights('heavy'), weights(null)]).toEqual([undefined, undefined]);
});

test('a floor is not above its ceiling', () => {
  const bound = (more: object) => issuesOf(floorsSchema, { bounds: [{ value: 'renewals', ...more }] });
  expect([bound({ min: 3, max: 3 }), bound({ min: 3 }), bound({ max: 0 })]).toEqual([[], [], []]);
  expect(bound({ min: 4, max: 3 })).toEqual(['the floor is above the ceiling']);
});

test('categories of patrons follow each other on a birthday, without a gap or a cycle', () => {
  const categories = (all: object) => issuesOf(patronsSchema, { categories: all });
  const child = { untilAge: 12, becomes: 'teen' };
  const follows = ['A category becomes one that is there, is for that age and goes on for longer.'];
  expect(categories({ child, teen: { fromAge: 12, untilAge: 18, becomes: 'adult' }, adult: { fromAge: 18 } })).toEqual(
    [],
  );
  expect(categories({ child, teen: {} })).toEqual([]);
  expect(categories({ child })).toEqual(follows);
  expect(categories({ child, teen: { fromAge: 13 } })).toEqual(follows);
  expect(categories({ child, teen: { untilAge: 12 } })).toEqual(follows);
  expect(categories({ child, teen: { untilAge: 13 } })).toEqual([]);
  expect(categories({ child: { untilAge: 12, becomes: 'child' } })).toEqual(follows);
  expect(categories({ child: { untilAge: 12, becomes: 'constructor' } })).toEqual(follows);
  const ends = ['A category ends at a later age than it begins.'];
  expect(categories({ child: { fromAge: 5, untilAge: 5 } })).toEqual(ends);
  expect(categories({ child: { fromAge: 5, untilAge: 6 } })).toEqual([]);
  expect(categories({ child: { becomes: 'teen' }, teen: {} })).toEqual(['Say at which age it becomes that.']);
});

test('floating groups have names of their own; places are members and branches', () => {
  const group = (name: string, at: string) => ({ group: name, items: [{}], places: [{ at }] });
  const floating = (...groups: object[]) => issuesOf(movementSchema, { floating: groups });
  expect(floating(group('one', 'consortium'), group('other', 'ash'), group('third', 'ash.main'))).toEqual([]);
  expect(floating(group('one', 'ash'), group('one', 'birch'))).toEqual(['two groups have the same name']);
  expect(floating(group('one', 'Ash Main'))).toHaveLength(1);
});

test('a step of overdue notices is later than the one before', () => {
  const overdue = (overdueDays: number[]) => issuesOf(noticesSchema, { defaults: { overdueDays } });
  expect([overdue([1, 7]), overdue([5]), overdue([])]).toEqual([[], [], []]);
  expect([overdue([7, 7]), overdue([7, 1])]).toEqual([
    ['each step is later than the one before'],
    ['each step is later than the one before'],
  ]);
});

test('conditions of a rule are known dimensions only; without a policy every refund and waiver takes a supervisor', () => {
  expect(issuesOf(conditionsSchema, { weather: 'rain' })).toHaveLength(1);
  expect(defaultDeskMoney).toEqual({ means: ['cash', 'card', 'other'], refundLimit: 0, waiveLimit: 0 });
});
