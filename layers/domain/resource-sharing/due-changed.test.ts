import { aLoanRequest, context, minutesLater, PARTNER, SHIPMENT } from '../../../test/builders/loan-request.ts';
import type { ActResult } from './act.ts';
import { hear } from './hear.ts';
import type { LoanRequest } from './request.ts';

const codes = (result: ActResult) => ('refused' in result ? result.refused.map(({ code }) => code) : 'done');
const lent = () =>
  aLoanRequest().askingOutside().withRota(PARTNER).asked().heard('Loaned', SHIPMENT).received().lent().build();
const says = (request: LoanRequest, name: 'Loaned' | 'Renewed', more: object) => {
  const heard = hear(request, { name, askId: 'ask-1', ...more }, context({ at: minutesLater(5) }));
  if ('refused' in heard) throw new Error(codes(heard).toString());
  return heard;
};

describe('another due date of what is lent', () => {
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
  ] as const)('said while it is %s, is taken over', (before, state, attention) => {
    const { request } = named(at(before), LATER);
    expect(request).toMatchObject({ state, due: LATER, barcode: SHIPMENT.barcode, itemId: SHIPMENT.itemId });
    expect(request.attention).toBe(attention);
  });

  test('is taken over also as the answer to a renewal that nobody waits for, and where none was known', () => {
    expect(named(at('recalled'), LATER, 'Renewed').request).toMatchObject({ due: LATER, attention: 'due-changed' });
    const { due: _, ...undated } = at('shipped');
    expect(named(undated, SHIPMENT.due).request).toMatchObject({ state: 'shipped', due: SHIPMENT.due });
  });

  test('is no news when it is the one that is known, and no shorter loan when it is an old one come late', () => {
    const renewed = named(at('renewal-asked'), LATER).request;
    for (const due of [LATER, SHIPMENT.due])
      expect(codes(hear(renewed, { name: 'Loaned', askId: 'ask-1', due }, context()))).toEqual(['not-in-this-state']);
  });
});
