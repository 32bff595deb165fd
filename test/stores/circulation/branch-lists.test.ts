import { keys as catalogueKeys } from '../../../functions/catalogue/public/keys.ts';
import { handler as checkIn } from '../../../functions/circulation/operations/check-in/handler.ts';
import { handler as holdShelf } from '../../../functions/circulation/operations/list-hold-shelf/handler.ts';
import { handler as pullList } from '../../../functions/circulation/operations/list-pull-list/handler.ts';
import { handler as placeHold } from '../../../functions/circulation/operations/place-hold/handler.ts';
import { targetHolds } from '../../../functions/circulation/use-cases/target-holds.ts';
import { keys as membershipKeys } from '../../../functions/membership/public/keys.ts';
import { personItem } from '../../../functions/patrons/public/person-item.ts';
import { present } from '../../../layers/platform/dynamodb/condition.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aBorrower, aConsortium, aCopy, at, selfCheckAt } from '../../builders/lending.ts';
import { staffAt } from '../../builders/people.ts';
import { listenToUsage, type Used } from '../../builders/usage.ts';

const monday = '2026-03-02T11:00:00.000Z';
const tuesday = '2026-03-03T11:00:00.000Z';
const desk = (branch: string) => staffAt(branch, 'desk');
let table: Table;
let used: () => Used;

beforeAll(async () => {
  table = await aTable();
  await aConsortium(table);
  used = listenToUsage();
});

const aNamedBorrower = async (family: string) => {
  const borrower = await aBorrower(table);
  const { patronId, card } = borrower;
  const person = { name: { family, given: 'Amara' } };
  await table.write([{ put: personItem({ patronId, memberId: 'cedar', person, card, registeredAt: monday, v: 1 }) }]);
  return borrower;
};

const described = async (copy: Awaited<ReturnType<typeof aCopy>>, callNumber: string) => {
  await table.write([{ update: catalogueKeys.key('itemDescription', copy), set: { callNumber }, when: present() }]);
};

const heldAt = async (pickupBranch: string) => {
  const copy = await aCopy(table);
  const { actor, card } = await aNamedBorrower('Okafor');
  const body = { recordId: copy.recordId, pickupBranch, wait: true };
  await call(placeHold.using(at(monday)), { actor, body });
  await targetHolds(table, copy.recordId ?? '', Date.parse(monday));
  return { copy, card };
};

test('the pull list has call numbers with their shelf order, for half a read unit more a row', async () => {
  const callNumbers = ['641.5 NOS', '153.42 KAH', 'FIC JEM'];
  for (const callNumber of callNumbers) await described((await heldAt('cedar.main')).copy, callNumber);
  const { body } = await call(pullList.using(at(monday)), { actor: desk('ash.main'), path: { branchId: 'ash.main' } });
  const { items } = body as { items: { callNumber: string; shelfKey: string }[] };
  const inOrder = items.toSorted((a, b) => (a.shelfKey < b.shelfKey ? -1 : 1));
  expect(inOrder.map(({ callNumber }) => callNumber)).toEqual(['153.42 KAH', '641.5 NOS', 'FIC JEM']);
  // Three rows: the query of the list 0.5, the titles 1.5, the call numbers 1.5.
  expect(used().readUnits).toBeLessThanOrEqual(3.5);
});

test('a hold slip and the hold shelf say for whom as the branch chose, and until when', async () => {
  const { copy, card } = await heldAt('cedar.main');
  const scan = (actor: ReturnType<typeof desk>, branchId: string) =>
    call(checkIn.using(at(tuesday)), {
      actor,
      body: { branchId, item: copy.barcode },
      headers: { 'idempotency-key': `scan-${branchId}` },
    });
  expect((await scan(desk('ash.main'), 'ash.main')).body).not.toHaveProperty('heldFor');
  const until = '2026-03-10T22:59:59.000Z';
  const slip = { kind: 'card', label: card.slice(-4), until };
  for (const _ of ['first', 'repeated']) {
    expect((await scan(desk('cedar.main'), 'cedar.main')).body).toMatchObject({
      ...{ next: { step: 'hold-shelf' }, heldFor: slip },
    });
  }
  expect((await scan(selfCheckAt('cedar.main'), 'cedar.main')).body).not.toHaveProperty('heldFor');
  const branch = { memberId: 'cedar', branchId: 'cedar.main' };
  await table.write([{ update: membershipKeys.key('branch', branch), set: { holdSlip: 'name' }, when: present() }]);
  const shelf = await call(holdShelf.using(at('2026-03-03T11:05:00.000Z')), {
    actor: desk('cedar.main'),
    path: { branchId: 'cedar.main' },
  });
  expect(shelf.body).toMatchObject({
    items: [{ itemId: copy.itemId, heldFor: { kind: 'name', label: 'Okafor, Amara', until } }],
  });
});
