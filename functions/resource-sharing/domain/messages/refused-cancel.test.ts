import { aLoanRequest, context, minutesLater, PARTNER } from '../../../../test/builders/loan-request.ts';
import type { LoanRequest } from '../requests/request.ts';
import { type ActResult, act } from '../workflow/act.ts';
import { receive } from './receive.ts';

const done = (result: ActResult): LoanRequest => {
  if ('refused' in result) throw new Error(result.refused.map(({ code }) => code).join());
  return result.request;
};
const asked = () => aLoanRequest().askingOutside().withRota(PARTNER, 'prt_2').asked();
const offer = { reason: 'CostExceedsMaxCost', terms: { cost: { amount: 3500, currency: 'USD' } } };
const bound = { terms: { conditions: ['LibraryUseOnly'] } };
const later = { ...offer, terms: { ...offer.terms, retryAfter: minutesLater(9000) } };
const from = {
  asked: () => asked(),
  'terms-offered': () => asked().message('TermsOffered', offer),
  'conditions-set': () => asked().message('ConditionsSet', bound),
  'retry-waiting': () => asked().message('TermsOffered', later).then('requester', 'agree-terms'),
  'will-supply': () => asked().message('WillSupply'),
};
const refusedAt = (request: LoanRequest, minutes: number, more = {}) =>
  done(receive(request, { name: 'CancelRefused', askId: 'ask-1', ...more }, context({ at: minutesLater(minutes) })));

describe('C80 a refused cancellation', () => {
  test.each(['asked', 'terms-offered', 'conditions-set', 'retry-waiting'] as const)(
    'leaves what was %s so, with its timer and the same supplier',
    (state) => {
      const before = from[state]().build();
      const cancelled = done(act(before, 'cancel', context({ at: minutesLater(2) })));
      expect(cancelled.timers.requester?.name).toBe('cancel-answer-by');
      const back = refusedAt(cancelled, 3);
      expect(back).toMatchObject({ state, timers: { requester: before.timers.requester } });
      expect(back.asks[0]?.supplierState).toBe(before.asks[0]?.supplierState);
    },
  );

  test('of a promise keeps the promise, with new time to ship', () => {
    const back = refusedAt(from['will-supply']().then('requester', 'cancel').build(), 3);
    expect(back).toMatchObject({ state: 'will-supply', timers: { requester: { name: 'ship-by' } } });
  });

  test('takes the next supplier when the first still does not answer', () => {
    const back = refusedAt(asked().then('requester', 'cancel').build(), 3);
    const late = done(act(back, 'answer-timeout', context({ askId: 'ask-1', at: minutesLater(60) })));
    expect(late).toMatchObject({ state: 'unfilled', asks: [{ outcome: 'timed-out' }] });
  });

  test('applies the messages that the supplier sent meanwhile, so that its conditions can be agreed to', () => {
    const pending = asked().then('requester', 'cancel').message('ConditionsSet', bound).build();
    const back = refusedAt(pending, 3);
    expect(back.state).toBe('conditions-set');
    const agreed = act(back, 'agree-terms', context({ askId: 'ask-1', at: minutesLater(4) }));
    expect('refused' in agreed ? [] : agreed.outgoing.map(({ name }) => name)).toEqual(['ConditionsAgreed']);
    expect(done(agreed)).toMatchObject({ state: 'will-supply', terms: bound.terms });
  });

  test('that also announces the supply is a promise; conditions remain all the same', () => {
    const promised = { promises: true as const };
    expect(refusedAt(asked().then('requester', 'cancel').build(), 3, promised).state).toBe('will-supply');
    const conditions = from['conditions-set']().then('requester', 'cancel').build();
    expect(refusedAt(conditions, 3, promised).state).toBe('conditions-set');
  });

  test('is that of the second cancellation, where there were two', () => {
    const once = refusedAt(from['conditions-set']().then('requester', 'cancel').build(), 3);
    const agreed = done(act(once, 'agree-terms', context({ askId: 'ask-1', at: minutesLater(4) })));
    const again = done(act(agreed, 'cancel', context({ at: minutesLater(5) })));
    expect(refusedAt(again, 6).state).toBe('will-supply');
  });
});
