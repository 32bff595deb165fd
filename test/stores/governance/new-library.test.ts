import { handler as fastAdd } from '../../../functions/catalogue/operations/fast-add/handler.ts';
import { handler as checkOut } from '../../../functions/circulation/operations/check-out/handler.ts';
import { handler as adopt } from '../../../functions/governance/operations/adopt-policy/handler.ts';
import { handler as createBranch } from '../../../functions/membership/operations/create-branch/handler.ts';
import { handler as createMember } from '../../../functions/membership/operations/create-member/handler.ts';
import { handler as setNames } from '../../../functions/membership/operations/set-names/handler.ts';
import { handler as register } from '../../../functions/patrons/operations/register-patron/handler.ts';
import type { OperationHandler } from '../../../layers/platform/http/handle.ts';
import { policyStore } from '../../../layers/records/policies/data/policy-store.ts';
import { loanRulesKind } from '../../../layers/records/policies/domain/loan-rules.ts';
import { type Answered, type Call, call as callOn } from '../../builders/call.ts';
import { monday } from '../../builders/circulation.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aConsortium, at } from '../../builders/lending.ts';
import { consortiumStaff, staffAt } from '../../builders/people.ts';
import { aRule } from '../../builders/policies.ts';

const admin = consortiumStaff('admin');
const desk = staffAt('maple', 'desk-supervisor');
const branchId = 'maple.main';
const item = '31234000555001';
// What the template of the web app sends for a school (test/contract/web-new-library.test.ts).
const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];
const weekly = Object.fromEntries(weekdays.map((day) => [day, [{ open: '08:00', close: '16:00' }]]));
const ownRules = [
  aRule({
    ...{ id: 'maple-loans-all', setBy: 'maple', when: { itemOwner: 'maple' } },
    values: { loanPeriod: { days: 14 }, renewals: 1 },
  }),
  aRule({
    ...{ id: 'maple-fines-none', setBy: 'maple', when: { checkout: 'maple' } },
    values: { finePerDay: 0, fineCap: 0 },
  }),
];
const call = (handler: OperationHandler, request: Call): Promise<Answered> =>
  callOn(handler.using(at(monday)), request);

test('a school library set up from its template registers a patron, adds an item and lends it by its own rules', async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  Object.assign(process.env, { BUCKET_NAME: 'test-bucket' });
  const table = await aTable();
  await aConsortium(table);
  const member = { name: 'Maple Hill', type: 'school', fiscalYearStartsIn: 7, lendsOnRequest: false };
  const path = { memberId: 'maple' };
  const names = { locations: [{ code: 'stacks', name: 'Open shelves' }], itemTypes: [{ code: 'book', name: 'Book' }] };
  const calendar = { timeZone: 'America/New_York', weekly, closures: [] };
  const inForce = await policyStore(table).inForce(loanRulesKind, Date.parse(monday));
  if (!inForce) throw new Error('The consortium has no loan rules.');
  const rules = [...inForce.body.rules, ...ownRules];
  const body = { ...inForce.body, rules };
  const steps: [OperationHandler, Call][] = [
    [createMember, { body: { ...path, ...member, memberSince: '2026-01-01' } }],
    [createBranch, { path, body: { branchId, name: 'Maple Hill', address: '2 Oak Street', pickup: true, calendar } }],
    [setNames, { path, body: { v: 0, ...names } }],
    [adopt, { body: { kind: 'loan-rules', body, follows: inForce.version, decisionReference: 'Template' } }],
  ];
  for (const [handler, request] of steps)
    expect((await call(handler, { actor: admin, ...request })).status).toBeLessThan(300);

  const person = { name: { family: 'Park', given: 'Ari' }, birthDate: '2014-05-01', language: 'eng' };
  const card = '21101000000937';
  const registered = await call(register, { actor: desk, body: { branchId, card, category: 'adult', person } });
  expect(registered.status).toBe(201);
  const added = await call(fastAdd, {
    ...{ actor: desk, path: { branchId } },
    body: { barcode: item, title: 'The memory of water', category: 'book', location: 'stacks' },
  });
  expect(added.status).toBe(201);
  const lent = await call(checkOut, { actor: desk, body: { branchId, item, patron: card } });
  expect(lent.status).toBe(201);
  const { loan } = lent.body as { loan: { due: string } };
  // Due at the end of the fourteenth day, on which the school is open.
  expect(Math.floor((Date.parse(loan.due) - Date.parse(monday)) / 86_400_000)).toBe(14);
});
