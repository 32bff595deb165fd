import type { DecisionFact } from '../../../functions/circulation/public/decision-fact.ts';
import { handler as countLoans } from '../../../functions/finance/operations/count-loans/handler.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { call } from '../../builders/call.ts';
import { monday } from '../../builders/circulation.ts';
import { aDecision, countDecision } from '../../builders/decision-facts.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { at } from '../../builders/lending.ts';
import { staffAt } from '../../builders/people.ts';

let table: Table;

beforeAll(async () => {
  table = await aTable();
  const count = (id: string, over: Partial<DecisionFact> = {}) =>
    countDecision(table, aDecision(id, { localDay: '2026-02-10', ...over }));
  for (let person = 0; person < 5; person += 1) await count(`adult-${person}`);
  // Delivered twice, it is counted once.
  await count('adult-0');
  await count('renewal', { decision: 'renewal', monthsSinceLoanHere: 0 });
  for (let loan = 0; loan < 12; loan += 1) {
    const again = loan === 0 ? {} : { monthsSinceLoanHere: 0 };
    await count(`pupil-${loan}`, { itemCategory: 'dvd', patronMember: 'birch', patronCategory: 'pupil', ...again });
  }
  await count('march', { localDay: '2026-03-01' });
  await count('elsewhere', { branch: 'elm.main', member: 'elm' });
});

test('C78, N38 a member counts its month by branch, owner and categories: checkouts, renewals, and patrons’ kinds from five persons on', async () => {
  const ask = (member: string, actor = staffAt(member, 'member-finance')) =>
    call(countLoans.using(at(monday)), { actor, path: { month: '2026-02' }, query: { member } });
  const { status, body } = await ask('birch');
  const place = { checkoutBranch: 'birch.east', owner: 'ash' };
  expect([status, body]).toEqual([
    200,
    {
      ...{ loans: 17, renewals: 1, persons: 6 },
      counts: [
        {
          ...{ ...place, itemCategory: 'dvd', patronMember: null, patronCategory: null },
          ...{ loans: 12, renewals: 0, persons: 1 },
        },
        {
          ...{ ...place, itemCategory: 'book', patronMember: 'cedar', patronCategory: 'adult' },
          ...{ loans: 5, renewals: 1, persons: 5 },
        },
      ],
    },
  ]);
  expect((await ask('ash')).body).toEqual({ loans: 0, renewals: 0, persons: 0, counts: [] });
});

test('a member does not count another member’s loans', async () => {
  const actor = staffAt('ash', 'member-finance');
  const answer = await call(countLoans.using(at(monday)), {
    actor,
    path: { month: '2026-02' },
    query: { member: 'birch' },
  });
  expect(answer.status).toBe(403);
});
