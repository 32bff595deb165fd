import { afterHandling, afterReport, type DeviceReport, type DeviceTransaction } from './device-transaction.ts';

const report = (state: DeviceReport['state']): DeviceReport => ({
  ...{ branchId: 'cedar.main', transactionId: 'sip2-1', state, kind: 'check-out', item: '31234000123456' },
  ...{ reportedAt: '2026-03-02T11:00:00.000Z', codes: ['unknown-patron'], machineId: 'mch_1', device: 'Lobby' },
});
const stored = (state: DeviceTransaction['state'], v = 1): DeviceTransaction => ({ ...report(state), state, v });
const handled = afterHandling(stored('refused'), 'staff:stf_1', '2026-03-02T12:00:00.000Z');

test.each([
  ['a new refusal is listed', undefined, 'refused', stored('refused')],
  ['a repeated report changes nothing', stored('refused'), 'refused', undefined],
  ['what waited and was refused is listed as refused', stored('waiting'), 'refused', stored('refused', 2)],
  ['what waited and was recorded leaves the list', stored('waiting'), 'recorded', 'remove'],
  ['what staff sent again and was recorded leaves the list', stored('refused'), 'recorded', 'remove'],
  ['what was never reported and was recorded is not listed', undefined, 'recorded', undefined],
  ['what staff have handled stays handled', handled, 'waiting', undefined],
  ['what staff have handled stays in the list of those handled', handled, 'recorded', undefined],
] as const)('%s', (_, before, state, after) => {
  expect(afterReport(before, report(state))).toEqual(after);
});

test('the first person who handles a transaction is noted, a second one changes nothing', () => {
  expect(handled).toMatchObject({ v: 2, handled: { by: 'staff:stf_1', at: '2026-03-02T12:00:00.000Z' } });
  expect(afterHandling(handled, 'staff:stf_2', '2026-03-02T13:00:00.000Z')).toBe(handled);
});
