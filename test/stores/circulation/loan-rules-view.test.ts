import { handler as showLoanRules } from '../../../functions/circulation/operations/show-loan-rules/handler.ts';
import type { LoanRulesView } from '../../../functions/circulation/schemas/loan-rules.ts';
import { policyStore } from '../../../layers/records/policies/data/policy-store.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aConsortium, at } from '../../builders/lending.ts';
import { staffAt } from '../../builders/people.ts';
import { aRule, loanRulesDocument } from '../../builders/policies.ts';

const monday = '2026-03-02T11:00:00.000Z';
const faculty = { itemOwner: 'ash', itemCategory: 'book', patronCategory: 'faculty' };

test('staff read the loan rules in force, now and on a later day, and why a rule applies to a case', async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  const table = await aTable();
  const rules = [
    aRule({ id: 'ash-books', setBy: 'ash', when: { itemOwner: 'ash', itemCategory: 'book' }, values: { renewals: 3 } }),
    aRule({ id: 'ash-faculty', setBy: 'ash', when: faculty, values: { renewals: 6 } }),
    aRule({ id: 'elm-books', setBy: 'elm', when: { itemOwner: 'elm' }, values: { renewals: 0 } }),
  ];
  await aConsortium(table, rules);
  const { version: _, ...later } = loanRulesDocument([
    aRule({ id: 'ash-faculty', setBy: 'ash', when: faculty, values: { renewals: 9 } }),
  ]);
  await policyStore(table).adopt({ ...later, effectiveFrom: '2026-06-01T00:00:00.000Z' }, (version) => ({
    ...{
      subject: 'policy:loan-rules',
      at: monday,
      auditId: 'aud_later',
      by: 'test',
      did: 'adopted',
      detail: { version },
    },
  }));
  const handler = showLoanRules.using(at(monday));
  const shown = async (query: Record<string, string>) => {
    const actor = staffAt('ash.main', 'e-resources');
    const { status, body } = await call(handler, {
      actor,
      query: { itemsOf: 'ash.main', lentAt: 'birch.east', ...query },
    });
    expect(status).toBe(200);
    return body as LoanRulesView;
  };
  const renewalsOf = ({ outcomes, cells, patronCategories }: LoanRulesView) =>
    outcomes[
      cells.find(({ itemCategory }) => itemCategory === 'book')?.outcomes[patronCategories.indexOf('faculty')] ?? -1
    ]?.values.renewals;
  const now = await shown({ itemCategory: 'book', patronCategory: 'faculty' });
  expect([now.version, renewalsOf(now), now.rules.map(({ id }) => id)]).toEqual([1, 6, ['ash-books', 'ash-faculty']]);
  expect(
    now.case?.find(({ value }) => value === 'renewals')?.considered.map(({ ruleId, outcome }) => [ruleId, outcome]),
  ).toEqual([
    ['ash-faculty', 'won'],
    ['ash-books', 'less-specific'],
  ]);
  const then = await shown({ on: '2026-06-02T00:00:00.000Z' });
  expect([then.version, renewalsOf(then)]).toEqual([2, 9]);
  // The question about a later day has changed nothing of what is known of now.
  expect((await shown({})).version).toBe(1);
});
