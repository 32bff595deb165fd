import { handler as placeHold } from '../../../functions/circulation/operations/place-hold/handler.ts';
import { keys as auditKeys } from '../../../layers/records/audit/data/keys.ts';
import { call } from '../../builders/call.ts';
import { aBorrower, aCopy, at } from '../../builders/lending.ts';
import { type LoansAtDesks, loansAtDesks } from '../../builders/loans-at-desks.ts';
import { staffAt } from '../../builders/people.ts';
import { holdsIn } from '../../builders/stored-holds.ts';

let world: LoansAtDesks;
beforeAll(async () => {
  world = await loansAtDesks();
});
beforeEach(() => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
});

const both = staffAt('birch.east', 'ill', 'desk-supervisor');
const override = { comment: 'The other library needs it for an exhibition' };

/** Returns a copy of birch for which a patron waits, before it is paged. */
const waitedFor = async () => {
  const copy = await aCopy(world.table, { branchId: 'birch.east' });
  const { recordId = '' } = copy;
  const { actor } = await aBorrower(world.table);
  const body = { recordId, pickupBranch: 'birch.east', wait: true };
  const placed = await call(placeHold.using(at(world.sharing.instant())), { actor, body });
  expect(placed.status).toBe(201);
  const { holdId } = (placed.body as { hold: { holdId: string } }).hold;
  return { copy, recordId, hold: () => holdsIn(world.table).get(recordId, holdId, { strong: true }) };
};
const overrides = async (itemId: string): Promise<unknown[]> => {
  const { pk } = auditKeys.key('audit', { subject: `item:${itemId}`, at: world.sharing.instant(), auditId: '-' });
  return (await world.table.queryAll({ partition: pk })).map(({ detail }) => detail);
};

test('finding C5: a copy that others wait for is neither promised nor sent to a library outside, and a scan gives it to them', async () => {
  const { copy, recordId } = await waitedFor();
  const { requestId, askId } = await world.outside.asked(copy.itemId, recordId, 'birch');
  const { barcode } = copy;
  const othersWait = { status: 409, body: { code: 'others-wait' } };
  const promised = { askId, answer: 'will-supply', barcode };
  expect(await world.sharing.step('answer', requestId, 'birch.east', promised)).toMatchObject(othersWait);
  expect(await world.sharing.step('ship', requestId, 'birch.east', { askId, barcode })).toMatchObject(othersWait);
  const byLoans = await world.sharing.step('ship', requestId, 'birch.east', { askId, barcode, override });
  expect(byLoans).toMatchObject({ status: 403, body: { code: 'not-a-supervisor' } });
  expect((await world.scan('birch.east', barcode)).body).toMatchObject({ next: { step: 'hold-shelf' } });
  expect(await world.state(requestId)).toEqual(['asked', 'request-received']);
});

test('finding C5: a supervisor sends it all the same, with a reason that is kept, and the hold waits on', async () => {
  const { copy, recordId, hold } = await waitedFor();
  const { requestId, askId } = await world.outside.asked(copy.itemId, recordId, 'birch');
  const body = { branchId: 'birch.east', askId, barcode: copy.barcode, override };
  expect(await world.sharing.as('ship', both, requestId, body)).toMatchObject({ status: 200 });
  expect(await world.item(copy.itemId)).toMatchObject({ state: 'on-loan', request: { requestId } });
  expect(await hold()).toMatchObject({ state: 'placed' });
  expect(await overrides(copy.itemId)).toEqual([{ ...override, requestId }]);
});

test('finding C5: for a request of another member the same holds, and one promise is judged once', async () => {
  const { copy, recordId } = await waitedFor();
  const reader = await aBorrower(world.table);
  const rota = [{ member: 'birch', itemId: copy.itemId, score: 500, points: 500, factors: [] }];
  const requestId = await world.outside.wanted(reader.patronId, { kind: 'consortium-loan', recordId, rota });
  const askId = await world.outside.ask(requestId);
  const body = { branchId: 'birch.east', askId, barcode: copy.barcode };
  const refused = await world.sharing.as('ship', both, requestId, body);
  expect(refused).toMatchObject({ status: 409, body: { code: 'others-wait' } });
  const promise = { ...body, answer: 'will-supply', override };
  expect(await world.sharing.as('answer', both, requestId, promise)).toMatchObject({ status: 200 });
  expect(await world.sharing.as('ship', both, requestId, body)).toMatchObject({ status: 200 });
  expect(await world.item(copy.itemId)).toMatchObject({ state: 'in-transit', hold: { holdId: requestId } });
  expect(await overrides(copy.itemId)).toHaveLength(1);
});
