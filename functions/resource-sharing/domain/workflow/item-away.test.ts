import { aLoanRequest, context, minutesLater, SHIPMENT } from '../../../../test/builders/loan-request.ts';
import type { LoanRequest } from '../requests/request.ts';
import { type ActResult, act } from './act.ts';

const outcome = (result: ActResult): string =>
  'refused' in result ? result.refused.map(({ code }) => code).join() : (result.unchanged ?? result.request.state);

const states = (request: LoanRequest): string[] => [request.state, ...request.asks.map((ask) => ask.supplierState)];

describe('while the item is away', () => {
  const lent = () => aLoanRequest().asked().promised().shipped().received().lent();
  const later = '2026-12-14T23:59:59.000Z';

  test('a renewal is requested, granted to a later date, and both sides have it', () => {
    const renewed = lent().then('requester', 'renew').then('supplier', 'accept-renewal', { due: later }).build();
    expect([...states(renewed), renewed.due, renewed.timers.supplier?.at]).toEqual(['lent', 'on-loan', later, later]);
  });

  test('a renewal to an earlier date, or without one, is refused', () => {
    const asked = lent().then('requester', 'renew').build();
    const renew = (due?: string) =>
      outcome(act(asked, 'accept-renewal', context({ side: 'supplier', askId: 'ask-1', ...(due && { due }) })));
    expect([renew(), renew(SHIPMENT.due)]).toEqual(['due-missing', 'due-not-later']);
  });

  test('a refused or unanswered renewal leaves the loan as it was and calls for attention', () => {
    const refused = lent().then('requester', 'renew').then('supplier', 'refuse-renewal').build();
    expect([refused.state, refused.attention, refused.due]).toEqual(['lent', 'renewal-refused', SHIPMENT.due]);
    const silent = lent()
      .then('requester', 'renew')
      .then('requester', 'renew-timeout', { at: minutesLater(3) });
    expect([silent.build().state, silent.build().attention]).toEqual(['lent', 'renewal-unanswered']);
    const after = silent.then('supplier', 'accept-renewal', { due: later }).build();
    expect([after.due, after.attention]).toEqual([later, undefined]);
  });

  test('the due date passes at the supplier, and the requester is notified', () => {
    const overdue = lent().then('supplier', 'due-passed', { at: later }).build();
    expect(states(overdue)).toEqual(['overdue', 'overdue']);
    const early = context({ side: 'supplier', askId: 'ask-1' });
    expect(outcome(act(lent().build(), 'due-passed', early))).toBe('timer-not-due');
  });

  test('a recall reaches the patron and the item goes home', () => {
    const recalled = lent().then('supplier', 'recall');
    expect(states(recalled.build())).toEqual(['recalled', 'recalled']);
    const home = recalled.then('requester', 'return').then('requester', 'ship-back').then('supplier', 'check-in');
    expect(states(home.build())).toEqual(['completed', 'completed']);
  });

  test('a lost item is closed by the supplier, or found and sent home', () => {
    const lost = () => lent().then('requester', 'report-lost');
    expect(states(lost().build())).toEqual(['lost', 'lost']);
    expect(states(lost().then('supplier', 'declare-lost').build())).toEqual(['closed-lost', 'closed-lost']);
    const found = lost().then('requester', 'found').then('requester', 'ship-back').then('supplier', 'check-in');
    expect(states(found.build())).toEqual(['completed', 'completed']);
  });

  test('a patron may return the item directly to the supplier', () => {
    expect(states(lent().then('supplier', 'check-in').build())).toEqual(['completed', 'completed']);
  });

  test('another item than the one lent is refused at every desk', () => {
    const scan = (trigger: 'return' | 'check-in', side: 'requester' | 'supplier') =>
      outcome(act(lent().build(), trigger, context({ side, askId: 'ask-1', barcode: '39999' })));
    expect([scan('return', 'requester'), scan('check-in', 'supplier')]).toEqual(['other-item', 'other-item']);
  });
});

describe('no further message arrives', () => {
  const lent = () => aLoanRequest().asked().promised().shipped().received().lent();
  const called = (request: LoanRequest) => [request.asks[0]?.supplierState, request.asks[0]?.attention];
  const late = (request: LoanRequest) => {
    const { at = '' } = request.timers.supplier ?? {};
    const result = act(request, 'home-late', context({ side: 'supplier', askId: 'ask-1', at }));
    if ('refused' in result) throw new Error(outcome(result));
    return result.request;
  };

  test('for a recalled item: after the time to return its library checks, again and again', () => {
    const recalled = lent().then('supplier', 'recall').build();
    expect(recalled.timers.supplier).toMatchObject({ name: 'home-by', askId: 'ask-1' });
    expect(called(late(recalled))).toEqual(['recalled', 'home-late']);
    expect(late(late(recalled)).timers.supplier?.name).toBe('home-by');
  });

  test('for an item lost on its way home: its library checks until it has arrived', () => {
    const sent = lent().then('requester', 'return').then('requester', 'ship-back');
    expect(called(late(sent.build()))).toEqual(['returned', 'home-late']);
    expect(sent.then('supplier', 'check-in').build().timers.supplier).toBeUndefined();
  });
});
