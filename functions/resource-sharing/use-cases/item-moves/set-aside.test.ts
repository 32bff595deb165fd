import { unchanged } from '../../../../layers/platform/dynamodb/condition.ts';
import { aHold, anItem, aPatron } from '../../../../test/builders/circulation.ts';
import { aLoanRequest, minutesLater, SHIPMENT } from '../../../../test/builders/loan-request.ts';
import { keys as circulationKeys } from '../../../circulation/public/keys.ts';
import { type ItemStep, load, type Stores } from './item-move.ts';
import { promise } from './set-aside.ts';

test('a copy without a record is promised where a hold of the request has ended before, although its hold is elsewhere now', async () => {
  const before = aLoanRequest().asked().build();
  const { recordId: _none, ...item } = anItem({ itemId: SHIPMENT.itemId });
  const hold = aHold({ holdId: before.requestId, recordId: 'rec_elsewhere', state: 'targeted', v: 1 });
  const ended = { at: minutesLater(1), cause: 'loan-request-went-on' };
  const there = aHold({ ...hold, recordId: before.recordId, state: 'cancelled', ended, v: 5 });
  const stores = {
    items: { get: async () => item },
    patrons: { status: async () => aPatron() },
    holdsOf: async () => [hold, there],
    // Nothing is adopted, so no rule says who goes first.
    policies: async () => undefined,
  } as unknown as Stores;
  const step: ItemStep = {
    ...{ before, after: before, trigger: 'accept', item },
    ...{ now: Date.parse(minutesLater(2)), at: minutesLater(2) },
  };
  const loaded = await load(stores, step);
  expect(loaded).toMatchObject({ hold, there });
  const made = await promise(stores, step, loaded);
  // The existing row is written as it was read: one that must not exist yet would conflict at every attempt.
  expect(made).toMatchObject({
    writes: expect.arrayContaining([
      expect.objectContaining({
        put: expect.objectContaining({ ...circulationKeys.key('hold', there), v: 6 }),
        when: unchanged(5),
      }),
    ]),
  });
});
