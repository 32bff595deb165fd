import { DynamoDBDocumentClient, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { billStore } from '../../../functions/circulation/data/bill-store.ts';
import { handler as chargeFee } from '../../../functions/circulation/operations/charge-fee/handler.ts';
import { handler as payBill } from '../../../functions/circulation/operations/pay-bill/handler.ts';
import { handler as placeHold } from '../../../functions/circulation/operations/place-hold/handler.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import type { OperationHandler } from '../../../layers/platform/http/handle.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aBorrower, aConsortium, aCopy, at, countersOf } from '../../builders/lending.ts';
import { staffAt } from '../../builders/people.ts';

const desk = staffAt('elm.main', 'desk');
const first = '2026-03-24T11:00:00.000Z';
/** Longer than the minute for which a dead worker holds its key. */
const later = '2026-03-24T11:02:00.000Z';
let table: Table;

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  jest.spyOn(console, 'error').mockImplementation(() => {});
  table = await aTable();
  await aConsortium(table, [], { owedLimit: 100_000 });
});

type Asked = { handler: OperationHandler; actor: Actor; body: object; key: string };

const ask = ({ handler, actor, body, key }: Asked, when: string) =>
  call(handler.using(at(when)), { actor, body, headers: { 'idempotency-key': key } });

/** Runs a request whose worker dies after its work is written, before anything else is. */
const dying = async (asked: Asked) => {
  const send = DynamoDBDocumentClient.prototype.send;
  let dead = false;
  const spy = jest.spyOn(DynamoDBDocumentClient.prototype, 'send').mockImplementation(async function (
    this: DynamoDBDocumentClient,
    ...given: unknown[]
  ) {
    if (dead) throw new Error('This worker is dead.');
    const answered = await Reflect.apply(send, this, given);
    if (given[0] instanceof TransactWriteCommand) {
      dead = true;
      throw new Error('This worker died.');
    }
    return answered;
  });
  try {
    const answered = await ask(asked, first);
    expect([answered.status, dead]).toEqual([500, true]);
  } finally {
    spy.mockRestore();
  }
};

/** Returns the responses to a client that retries, at once and when the dead worker's key would be free. */
const askedAgain = async (asked: Asked) => {
  await dying(asked);
  const [soon, late] = [await ask(asked, first), await ask(asked, later)];
  expect(late).toEqual(soon);
  expect(soon.status).toBe(201);
  return soon.body;
};

test('a fee is charged once, although the worker died between its work and its answer', async () => {
  const { card, patronId } = await aBorrower(table);
  const body = { branchId: 'elm.main', patron: card, fee: 'damaged-item', amount: 700 };
  await askedAgain({ handler: chargeFee, actor: desk, body, key: 'fee' });
  expect(await countersOf(table, patronId)).toMatchObject({ owed: 700 });
  expect(await billStore(table).open(patronId)).toHaveLength(1);
});

test('a bill is paid once, although the worker died between its work and its answer', async () => {
  const { card, patronId } = await aBorrower(table);
  const fee = { branchId: 'elm.main', patron: card, fee: 'damaged-item', amount: 700 };
  await ask({ handler: chargeFee, actor: desk, body: fee, key: 'fee-to-pay' }, first);
  const [bill] = await billStore(table).open(patronId);
  const body = { branchId: 'elm.main', patron: card, billId: bill?.billId, amount: 200 };
  const answers = await askedAgain({ handler: payBill, actor: desk, body, key: 'pay' });
  expect(answers).toMatchObject({ paid: 200, owed: 500, bill: { open: 500 } });
  expect(await countersOf(table, patronId)).toMatchObject({ owed: 500 });
});

test('a hold is placed once, although the worker died between its work and its answer', async () => {
  const { actor, patronId } = await aBorrower(table);
  const { recordId } = await aCopy(table);
  const body = { recordId, pickupBranch: 'cedar.main' };
  expect(await askedAgain({ handler: placeHold, actor, body, key: 'hold' })).toMatchObject({ hold: { recordId } });
  expect(await countersOf(table, patronId)).toMatchObject({ holds: 1 });
});
