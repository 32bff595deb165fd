import type { Step } from '../requests/request.ts';
import { passedBy, STOPS, stillStops } from './review-stops.ts';
import { TABLE } from './transitions.ts';
import type { Trigger } from './triggers.ts';

const step = (trigger: Trigger, from: Step['from'], to: Step['to']): Step => ({
  ...{ at: '2026-03-02T11:00:00.000Z', by: { kind: 'system' }, side: 'requester' },
  ...{ trigger, from, to },
});

test('every finding stops a request where the table requires it', () => {
  for (const [trigger, state] of Object.entries(STOPS)) {
    expect(TABLE.requester.requested.on[trigger as Trigger]).toMatchObject({ to: state });
  }
});

test('C86 a finding that staff approved does not stop the request again, unless the request changes', () => {
  const doubled = [step('looks-double', 'requested', 'duplicate'), step('let-through', 'duplicate', 'requested')];
  expect(stillStops({ trigger: 'looks-double' }, passedBy(doubled))).toBe(false);
  expect(stillStops({ trigger: 'limit-reached' }, passedBy(doubled))).toBe(true);
  const outside = [...doubled, step('source-outside', 'local-review', 'requested')];
  expect([...passedBy(outside)]).toEqual(['duplicate', 'local-review']);
  const amended = [
    ...outside,
    step('patron-invalid', 'requested', 'invalid-patron'),
    step('amend', 'invalid-patron', 'requested'),
  ];
  expect([...passedBy(amended)]).toEqual([]);
});
