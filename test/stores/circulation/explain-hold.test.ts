import { handler as explainHold } from '../../../functions/circulation/operations/explain-hold/handler.ts';
import { handler as placeHold } from '../../../functions/circulation/operations/place-hold/handler.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { call } from '../../builders/call.ts';
import { monday } from '../../builders/circulation.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aBorrower, aConsortium, aCopy, at } from '../../builders/lending.ts';
import { staffAt } from '../../builders/people.ts';
import { aRule } from '../../builders/policies.ts';

const branchId = 'cedar.main';
const later = '2026-03-02T12:00:00.000Z';
let table: Table;

const explained = (recordId: string | undefined, patron: string) =>
  call(explainHold.using(at(later)), {
    actor: staffAt(branchId, 'desk'),
    body: { recordId, patron, branchId, pickupBranch: branchId },
  });

beforeAll(async () => {
  table = await aTable();
  await aConsortium(table, [
    aRule({ id: 'birch-keeps', setBy: 'birch', when: { itemOwner: 'birch' }, values: { holdable: false } }),
  ]);
});

test('C26 an explained hold lists every refusal at once, and for each copy the deciding rule and the obstacles', async () => {
  const free = await aCopy(table);
  const { recordId = '' } = free;
  const own = await aCopy(table, { recordId, branchId: 'birch.east' });
  const block = { code: 'manual', scope: 'consortium', since: monday, by: 'test' };
  const { card, patronId } = await aBorrower(table, { expiresOn: '2026-01-31', blocks: [block] });
  const { status, body } = await explained(recordId, card);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    allowed: false,
    refused: [
      { code: 'card-expired', overridable: expect.any(Boolean) },
      { code: 'patron-blocked', overridable: expect.any(Boolean) },
    ],
    place: 1,
    outlook: { now: 1, later: 0, onRequest: 0 },
    ofCopies: 2,
    copies: [
      { itemId: free.itemId, comes: true },
      { itemId: own.itemId, barrier: 'loan-rules' },
    ],
  });
  const { copies } = body as { copies: { barrier?: string; values: unknown[] }[] };
  expect(copies[0]?.barrier).toBeUndefined();
  expect(copies[1]?.values).toContainEqual({
    value: 'holdable',
    ruleId: 'birch-keeps',
    decider: 'birch',
    considered: [{ ruleId: 'birch-keeps', specificity: expect.any(Number), outcome: 'won' }],
  });
  expect(JSON.stringify(body)).not.toContain(patronId);
});

test('an explained hold is not placed; its place is the one that it then gets', async () => {
  const { recordId } = await aCopy(table);
  const before = await aBorrower(table);
  const ask = { recordId, pickupBranch: branchId, wait: true };
  expect((await call(placeHold.using(at(monday)), { actor: before.actor, body: ask })).status).toBe(201);
  const who = await aBorrower(table);
  for (const _ of [1, 2]) expect((await explained(recordId, who.card)).body).toMatchObject({ allowed: true, place: 2 });
  const placed = await call(placeHold.using(at(later)), { actor: who.actor, body: ask });
  expect(placed.body).toMatchObject({ hold: { place: 2 } });
});
