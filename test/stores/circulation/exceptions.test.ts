import { handler as checkOut } from '../../../functions/circulation/operations/check-out/handler.ts';
import { handler as explain } from '../../../functions/circulation/operations/explain-check-out/handler.ts';
import { handler as renew } from '../../../functions/circulation/operations/renew/handler.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { policyStore } from '../../../layers/records/policies/data/policy-store.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aBorrower, aConsortium, aCopy, at } from '../../builders/lending.ts';
import { staffAt } from '../../builders/people.ts';

const monday = '2026-03-02T11:00:00.000Z';
const lastSecond = '2027-01-01T04:59:59.000Z';
const newYear = '2027-01-01T05:00:00.000Z';
const adopted = { effectiveFrom: monday, decisionReference: 'D-2', adoptedBy: 'staff:root' };
const exception = { memberId: 'ash', untilDay: '2026-12-31', reason: 'Building works' };
let table: Table;

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  table = await aTable();
  await aConsortium(table);
  const documents = [
    { ...adopted, kind: 'floors', body: { bounds: [{ value: 'loanDays' as const, min: 21 }] } },
    {
      ...{ ...adopted, kind: 'exceptions' },
      body: {
        zone: 'America/New_York',
        exceptions: [
          { ...exception, id: 'exception-1', kind: 'loan-rules', value: 'loanDays', amount: 7 },
          {
            ...{ ...exception, id: 'exception-2', memberId: 'cedar', kind: 'blocks', value: 'maxLoans', amount: 20 },
          },
        ],
      },
    },
  ];
  for (const document of documents)
    await policyStore(table).adopt(document, (version) => ({
      ...{ subject: `policy:${document.kind}`, at: monday, auditId: `aud_${document.kind}`, by: 'test' },
      ...{ did: 'adopted', detail: { version } },
    }));
});

const lend = async (when: string, home = 'ash.main', loans = 0) => {
  const copy = await aCopy(table, { branchId: home, currentBranch: home });
  const { card } = await aBorrower(table, {
    expiresOn: '2030-01-01',
    counters: { loans, holds: 0, owed: 0, perGroup: {} },
  });
  const request = {
    actor: staffAt('ash.main', 'desk'),
    body: { branchId: 'ash.main', item: copy.barcode, patron: card },
  };
  const explained = (await call(explain.using(at(when)), request)).body as {
    explain: { values: { value: string; ruleId: string; exception?: object }[] };
  };
  const { status, body } = await call(checkOut.using(at(when)), request);
  const why = explained.explain.values.find(({ value }) => value === 'loanPeriod');
  const { loan, because, code } = body as { loan?: { due: string }; because?: { ruleId: string }; code?: string };
  return { copy, status, code, due: loan?.due.slice(0, 10), ruleId: because?.ruleId, why };
};

test('G64 a checkout in the last second of an exception has its loan period, the next one that of the rule, and the loan stays as it was', async () => {
  const before = await lend(lastSecond);
  expect(before).toMatchObject({ status: 201, ruleId: 'exception-1', due: '2027-01-08' });
  expect(before.why).toMatchObject({ ruleId: 'exception-1', exception: { memberId: 'ash', untilDay: '2026-12-31' } });
  const after = await lend(newYear);
  expect(after).toMatchObject({ status: 201, ruleId: 'base', due: '2027-01-29', why: { ruleId: 'base' } });
  const renewed = await call(renew.using(at('2027-01-07T11:00:00.000Z')), {
    actor: staffAt('ash.main', 'desk'),
    body: { branchId: 'ash.main', item: before.copy.barcode },
  });
  expect(renewed).toMatchObject({ status: 200, body: { due: '2027-02-04T22:59:59.000Z' } });
});

test('an exception is for the items of its library, and a limit of patrons for the patrons of its library', async () => {
  expect(await lend(lastSecond, 'elm.main')).toMatchObject({ status: 201, ruleId: 'base' });
  // The consortium lends 15 items at once; patrons of cedar have 20.
  expect(await lend(lastSecond, 'ash.main', 19)).toMatchObject({ status: 201 });
  expect(await lend(lastSecond, 'ash.main', 20)).toMatchObject({ status: 409, code: 'too-many-loans' });
  expect(await lend(newYear, 'ash.main', 15)).toMatchObject({ status: 409, code: 'too-many-loans' });
});
