import { pastLoanStore } from '../../../functions/circulation/data/past-loan-store.ts';
import type { PastLoan } from '../../../functions/circulation/domain/past-loan.ts';
import { handler as countLoans } from '../../../functions/finance/operations/count-loans/handler.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { call } from '../../builders/call.ts';
import { monday } from '../../builders/circulation.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { at } from '../../builders/lending.ts';
import { staffAt } from '../../builders/people.ts';

let table: Table;

const aPastLoan = (n: number, over: Partial<PastLoan> = {}): PastLoan => ({
  ...{ loanId: `lon_${n}`, itemId: `itm_${n}`, sourceId: `ash:${n}`, memberId: 'ash', itemCategory: 'book' },
  ...{ checkoutBranch: 'birch.east', checkedOutAt: '2026-01-20T10:00:00.000Z', due: '2026-02-17T23:00:00.000Z' },
  ...{ endedAt: '2026-02-10T10:00:00.000Z', renewals: 1 },
  ...over,
});

beforeAll(async () => {
  table = await aTable();
  const past = pastLoanStore(table);
  const adult = { homeMember: 'cedar', category: 'adult' };
  await past.count(aPastLoan(1), adult);
  await past.count(aPastLoan(2, { renewals: 0 }), adult);
  // Delivered twice, it is counted once.
  await past.count(aPastLoan(2, { renewals: 0 }), adult);
  await past.count(aPastLoan(3, { itemCategory: 'dvd' }), { homeMember: 'birch', category: 'child' });
  await past.count(aPastLoan(4, { endedAt: '2026-03-01T10:00:00.000Z' }), adult);
  await past.count(aPastLoan(5, { checkoutBranch: 'elm.main' }), adult);
});

test('C78 the statistics outlive the loans: a member counts its month by branch, owner and categories, without personal data', async () => {
  const ask = (member: string, actor = staffAt(member, 'member-finance')) =>
    call(countLoans.using(at(monday)), { actor, path: { month: '2026-02' }, query: { member } });
  const { status, body } = await ask('birch');
  expect([status, body]).toEqual([
    200,
    {
      loans: 3,
      renewals: 2,
      counts: [
        {
          ...{ checkoutBranch: 'birch.east', owner: 'ash', itemCategory: 'book' },
          ...{ patronMember: 'cedar', patronCategory: 'adult', loans: 2, renewals: 1 },
        },
        {
          ...{ checkoutBranch: 'birch.east', owner: 'ash', itemCategory: 'dvd' },
          ...{ patronMember: 'birch', patronCategory: 'child', loans: 1, renewals: 1 },
        },
      ],
    },
  ]);
  expect((await ask('ash')).body).toEqual({ loans: 0, renewals: 0, counts: [] });
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
