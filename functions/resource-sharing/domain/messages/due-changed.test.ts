import { aLoanRequest, context, minutesLater, PARTNER, SHIPMENT } from '../../../../test/builders/loan-request.ts';
import type { LoanRequest } from '../requests/request.ts';
import { viewOf } from '../requests/views.ts';
import type { ActResult } from '../workflow/act.ts';
import { receive } from './receive.ts';

const codes = (result: ActResult) => ('refused' in result ? result.refused.map(({ code }) => code) : 'done');
const lent = () =>
  aLoanRequest().askingOutside().withRota(PARTNER).asked().message('Loaned', SHIPMENT).received().lent().build();
const says = (request: LoanRequest, name: 'Loaned' | 'Renewed', more: object) => {
  const result = receive(request, { name, askId: 'ask-1', ...more }, context({ at: minutesLater(5) }));
  if ('refused' in result) throw new Error(codes(result).toString());
  return result;
};

describe('a changed due date of a loan', () => {
  const LATER = '2026-12-24T23:59:59.000Z';
  const at = (state: LoanRequest['state']) => ({ ...lent(), state });
  const named = (request: LoanRequest, due: string, name: 'Loaned' | 'Renewed' = 'Loaned') =>
    says(request, name, { ...SHIPMENT, itemId: 'theirs', barcode: 'theirs', due });

  test.each([
    ['renewal-asked', 'lent', undefined],
    ['shipped', 'shipped', 'due-changed'],
    ['received', 'received', 'due-changed'],
    ['lent', 'lent', 'due-changed'],
    ['overdue', 'lent', 'due-changed'],
    ['recalled', 'recalled', 'due-changed'],
    ['returned-by-patron', 'returned-by-patron', 'due-changed'],
  ] as const)('received while it is %s, is adopted', (before, state, attention) => {
    const { request } = named(at(before), LATER);
    expect(request).toMatchObject({ state, due: LATER, barcode: SHIPMENT.barcode, itemId: SHIPMENT.itemId });
    expect(request.attention).toBe(attention);
  });

  test('of a recall is stored beside that of the loan, and the earlier one is shown; an old message of the loan ends no recall', () => {
    const received = (request: LoanRequest, name: 'Recalled' | 'Loaned', due: string) =>
      receive(request, { name, askId: 'ask-1', due }, context({ at: minutesLater(5) }));
    const shown = (request: LoanRequest) => viewOf(request, { as: 'requester', member: 'ash' })?.due;
    const [sooner, later] = [minutesLater(60 * 24 * 7), minutesLater(60 * 24 * 90)];
    for (const day of [sooner, later]) {
      const recalled = received(lent(), 'Recalled', day);
      if ('refused' in recalled) throw new Error(codes(recalled).toString());
      expect(recalled.request).toMatchObject({ state: 'recalled', due: SHIPMENT.due, recalledTo: day });
      expect(shown(recalled.request)).toBe(day === sooner ? sooner : SHIPMENT.due);
      expect(codes(received(recalled.request, 'Loaned', SHIPMENT.due))).not.toBe('done');
      const longer = named(recalled.request, LATER).request;
      expect([longer.due, longer.recalledTo, shown(longer)]).toEqual([LATER, undefined, LATER]);
    }
  });

  test('is also adopted as the answer to a renewal that is no longer awaited, and where none was known', () => {
    expect(named(at('recalled'), LATER, 'Renewed').request).toMatchObject({ due: LATER, attention: 'due-changed' });
    const { due: _, ...undated } = at('shipped');
    expect(named(undated, SHIPMENT.due).request).toMatchObject({ state: 'shipped', due: SHIPMENT.due });
  });

  test('is ignored when it is already known, and does not shorten the loan when it is an old one that arrives late', () => {
    const renewed = named(at('renewal-asked'), LATER).request;
    for (const due of [LATER, SHIPMENT.due])
      expect(codes(receive(renewed, { name: 'Loaned', askId: 'ask-1', due }, context()))).toEqual([
        'not-in-this-state',
      ]);
  });
});
