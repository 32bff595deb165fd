import { aLoanRequest, context, minutesLater, PARTNER, SHIPMENT } from '../../../../test/builders/loan-request.ts';
import { currentAsk, type LoanRequest } from '../requests/request.ts';
import { type ActResult, act } from '../workflow/act.ts';
import { hasEnded } from '../workflow/workflow.ts';
import { pendingAnswer } from './pending-answer.ts';
import { receive } from './receive.ts';

const outcome = (result: ActResult): string =>
  'refused' in result ? result.refused.map(({ code }) => code).join() : (result.unchanged ?? result.request.state);
const requestOf = (result: ActResult): LoanRequest => {
  if ('refused' in result) throw new Error(outcome(result));
  return result.request;
};
const states = (request: LoanRequest): string[] => [request.state, ...request.asks.map((ask) => ask.supplierState)];
const sent = (result: ActResult): string[] => ('refused' in result ? [] : result.outgoing.map(({ name }) => name));

/** Builds a request outside: to one partner first, then to another, and to a member last. */
const outside = () => aLoanRequest().askingOutside().withRota(PARTNER, 'prt_2', 'cedar');
const asked = () => outside().asked();
const receiving = (request: LoanRequest, name: Parameters<typeof receive>[1]['name'], more = {}, askId = 'ask-1') =>
  receive(
    request,
    { name, askId, ...more },
    context({ at: minutesLater(2), by: { kind: 'partner', member: PARTNER } }),
  );

describe('a partner outside as supplier', () => {
  test('receives the request, and nothing is delivered to members', () => {
    const result = act(outside().build(), 'ask', context({ askId: 'ask-1' }));
    expect(result).toMatchObject({
      messages: [],
      outgoing: [{ name: 'Request', askId: 'ask-1', from: 'requester', sequence: 1 }],
      request: { state: 'asked' },
    });
  });

  test('lends, is notified of receipt and return, and ends the loan with its last message', () => {
    const lent = asked().message('WillSupply').message('Loaned', SHIPMENT).received().lent().build();
    expect(lent).toMatchObject({ ...SHIPMENT, state: 'lent', asks: [{ answer: 'loaned', supplierState: 'on-loan' }] });
    const back = requestOf(act(lent, 'return', context({ askId: 'ask-1' })));
    const home = act(back, 'ship-back', context({ askId: 'ask-1' }));
    expect(sent(home)).toEqual(['ShippedReturn']);
    const done = receiving(requestOf(home), 'LoanCompleted');
    expect(states(requestOf(done))).toEqual(['completed', 'completed']);
    expect(hasEnded(requestOf(done))).toBe(true);
  });

  test('may lend without a promise', () => {
    expect(outcome(receiving(asked().build(), 'Loaned', SHIPMENT))).toBe('shipped');
  });

  test('promises with conditions; the requester agrees, and the promise remains (C81)', () => {
    const bound = asked()
      .message('ConditionsSet', { terms: { conditions: ['LibraryUseOnly'] } })
      .build();
    expect(states(bound)).toEqual(['conditions-set', 'will-supply']);
    const agreed = act(bound, 'agree-terms', context({ askId: 'ask-1' }));
    expect(sent(agreed)).toEqual(['ConditionsAgreed']);
    expect(requestOf(agreed)).toMatchObject({
      state: 'will-supply',
      terms: { conditions: ['LibraryUseOnly'] },
      asks: [{ offer: { agreed: true } }],
    });
  });

  test('is released when its conditions are refused, and the next is asked', () => {
    const bound = asked()
      .message('ConditionsSet', { terms: { conditions: ['NoReproduction'] } })
      .build();
    const refused = act(bound, 'refuse-terms', context({ askId: 'ask-1' }));
    expect(sent(refused)).toEqual(['Withdraw']);
    expect(requestOf(refused)).toMatchObject({ state: 'unfilled', asks: [{ outcome: 'terms-refused' }] });
    const next = act(requestOf(refused), 'ask', context({ askId: 'ask-2' }));
    expect(requestOf(next).asks.at(-1)).toMatchObject({ supplierMember: 'prt_2' });
  });

  test('offers terms, is asked again on them, and lends', () => {
    const offered = asked()
      .message('TermsOffered', { reason: 'CostExceedsMaxCost', terms: { cost: { amount: 3500, currency: 'USD' } } })
      .build();
    expect(states(offered)).toEqual(['terms-offered', 'terms-offered']);
    const again = act(offered, 'agree-terms', context({ askId: 'ask-1' }));
    expect(sent(again)).toEqual(['Retry']);
    expect(states(requestOf(again))).toEqual(['asked', 'request-received']);
    expect(outcome(receiving(requestOf(again), 'Loaned', SHIPMENT))).toBe('shipped');
  });

  test('that cannot supply, or changes its mind, is followed by the next', () => {
    for (const name of ['Unfilled', 'CancelAccepted'] as const) {
      const result = requestOf(receiving(asked().message('WillSupply').build(), name));
      expect(result).toMatchObject({ state: 'unfilled', asks: [{ outcome: 'unfilled' }] });
      expect(currentAsk(result)).toBeUndefined();
    }
  });

  test('that cannot be reached is followed by the next; later a failed delivery only needs attention', () => {
    // Perhaps only its confirmation was lost: it is asked not to send. A partner that certainly did not receive it gets no message.
    for (const [trigger, message] of [
      ['send-failed', ['Withdraw']],
      ['request-refused', []],
    ] as const) {
      const failed = act(asked().build(), trigger, context({ askId: 'ask-1' }));
      expect(requestOf(failed)).toMatchObject({ state: 'unfilled', asks: [{ outcome: 'unreachable' }] });
      expect(sent(failed)).toEqual(message);
    }
    const shipped = asked().message('Loaned', SHIPMENT).received().build();
    const undelivered = requestOf(act(shipped, 'send-failed', context({ askId: 'ask-1' })));
    expect(undelivered).toMatchObject({ state: 'received', attention: 'message-undelivered' });
  });

  test('that does not answer in time is released, and notified', () => {
    const late = act(asked().build(), 'answer-timeout', context({ askId: 'ask-1', at: minutesLater(60) }));
    expect(sent(late)).toEqual(['Withdraw']);
    expect(requestOf(late)).toMatchObject({ state: 'unfilled', asks: [{ outcome: 'timed-out' }] });
  });

  test('asks us to hold the return of its item, which goes home only when it releases it', () => {
    const held = asked().message('Loaned', SHIPMENT).received().lent().message('HoldReturn');
    expect(outcome(act(held.then('requester', 'return').build(), 'ship-back', context({ askId: 'ask-1' })))).toBe(
      'return-held',
    );
    expect(held.message('ReleaseHoldReturn').then('requester', 'ship-back').build().state).toBe('shipped-back');
  });

  test('claims for damage; the claim is accepted, and the partner notified', () => {
    const claim = { terms: { cost: { amount: 1500, currency: 'USD' } } };
    const home = asked().message('Loaned', SHIPMENT).received().lent().then('requester', 'return');
    const claimed = home.then('requester', 'ship-back').message('DamageClaimed', claim).build();
    expect(states(claimed)).toEqual(['damage-claimed', 'damage-claimed']);
    const accepted = act(claimed, 'accept-claim', context({ askId: 'ask-1' }));
    expect(sent(accepted)).toEqual(['ClaimAccepted']);
    expect(states(requestOf(accepted))).toEqual(['completed', 'completed']);
  });

  test('sends a copy, which is handed on', () => {
    const copy = outside().wanting('copy').asked().message('CopySupplied', { url: 'https://copies.example/1' }).build();
    expect(copy).toMatchObject({ state: 'copy-received', asks: [{ outcome: 'completed', answer: 'copy' }] });
    expect(outcome(act(copy, 'deliver-copy', context()))).toBe('completed');
  });
});

describe('a partner’s message at the wrong time changes nothing (C79, C80, C85)', () => {
  const unchanged = (request: LoanRequest, result: ActResult): void => {
    expect('refused' in result || result.request === request).toBe(true);
  };

  test('a former supplier that agrees after all', () => {
    const moved = asked().message('Unfilled').asked().build();
    for (const name of ['TermsOffered', 'Overdue', 'LoanCompleted'] as const) {
      const result = receiving(moved, name, SHIPMENT);
      expect(outcome(result)).toBe('ask-closed');
      unchanged(moved, result);
    }
    expect(moved.asks[1]).toMatchObject({ supplierMember: 'prt_2', supplierState: 'request-received' });
  });

  test.each([
    ['an answer to a renewal nobody asked for', 'Renewed'],
    ['a claim for damage of what was never lent', 'DamageClaimed'],
    ['a refusal to cancel what nobody cancelled', 'CancelRefused'],
  ] as const)('%s', (_what, name) => {
    const request = asked().build();
    expect(outcome(receiving(request, name))).toBe('not-in-this-state');
    expect(states(request)).toEqual(['asked', 'request-received']);
  });

  test('a promise and a refusal that arrive after the item', () => {
    const shipped = asked().message('Loaned', SHIPMENT).build();
    for (const name of ['WillSupply', 'Unfilled', 'Expected', 'CopySupplied'] as const)
      expect(outcome(receiving(shipped, name))).toBe('not-in-this-state');
  });

  test('a repeated message', () => {
    const once = asked().message('WillSupply').build();
    expect(states(requestOf(receiving(once, 'WillSupply')))).toEqual(states(once));
    for (const [name, more] of [
      ['Unfilled', { reason: 'NotHeld' }],
      ['Loaned', SHIPMENT],
    ] as const) {
      const before = asked().message(name, more).build();
      const again = receiving(before, name, more);
      expect(outcome(again)).toBe('already-applied');
      expect(requestOf(again)).toBe(before);
    }
  });

  test('a cancellation that crosses the item on its way: the item wins', () => {
    const pending = asked().message('WillSupply').then('requester', 'cancel');
    expect(outcome(receiving(pending.build(), 'Loaned', SHIPMENT))).toBe('shipped');
    expect(outcome(receiving(pending.message('Loaned', SHIPMENT).build(), 'CancelAccepted'))).toBe('not-in-this-state');
  });

  test('messages for the other side, or without an ask', () => {
    expect(outcome(receiving(asked().build(), 'Received'))).toBe('no-such-ask');
    expect(outcome(receiving(asked().build(), 'WillSupply', {}, 'ask-9'))).toBe('no-such-ask');
    expect(outcome(receiving(asked().build(), 'Request'))).toBe('no-such-ask');
  });
});

describe('a partner outside as requester', () => {
  const wanted = () => aLoanRequest().askedByPartner().withRota('birch').asked();

  test('receives the promise, the item and the end from our supplier', () => {
    const request = wanted().build();
    expect(states(request)).toEqual(['asked', 'request-received']);
    const yes = act(request, 'accept', context({ side: 'supplier', askId: 'ask-1' }));
    expect(sent(yes)).toEqual(['WillSupply']);
    const lent = wanted().promised().shipped().message('Received').build();
    expect(states(lent)).toEqual(['received', 'on-loan']);
    const returned = requestOf(receiving(lent, 'ShippedReturn'));
    const home = act(returned, 'check-in', context({ side: 'supplier', askId: 'ask-1' }));
    expect(sent(home)).toEqual(['LoanCompleted']);
    expect(states(requestOf(home))).toEqual(['completed', 'completed']);
    expect(hasEnded(requestOf(home))).toBe(true);
    expect(currentAsk(requestOf(home))).toBeUndefined();
  });

  test.each([
    ['decline', { reason: 'NotOnShelf' }, 'Unfilled', 'unfilled'],
    ['ship', SHIPMENT, 'Loaned', 'shipped'],
    ['offer-terms', { reason: 'OnLoan' }, 'TermsOffered', 'terms-offered'],
  ] as const)('is notified of %s', (trigger, more, message, state) => {
    const result = act(wanted().build(), trigger, context({ side: 'supplier', askId: 'ask-1', ...more }));
    expect(sent(result)).toEqual([message]);
    expect(states(requestOf(result))[1]).toBe(state);
  });

  test('agrees to terms by a retry, or to conditions by a notification', () => {
    const offered = wanted().then('supplier', 'offer-terms', {
      reason: 'MustMeetLoanCondition',
      terms: { conditions: ['LibraryUseOnly'] },
    });
    expect(states(requestOf(receiving(offered.build(), 'Retry')))[1]).toBe('request-received');
    expect(states(requestOf(receiving(offered.build(), 'ConditionsAgreed')))[1]).toBe('will-supply');
  });

  test('cancels before anything was fetched and is answered at once; afterwards staff decide', () => {
    const early = receiving(wanted().build(), 'Cancel');
    expect(sent(early)).toEqual(['CancelAccepted']);
    expect(hasEnded(requestOf(early))).toBe(true);
    const later = receiving(wanted().promised().build(), 'Cancel');
    expect(sent(later)).toEqual([]);
    const no = act(requestOf(later), 'refuse-cancel', context({ side: 'supplier', askId: 'ask-1' }));
    expect(sent(no)).toEqual(['CancelRefused']);
    expect(states(requestOf(no))[1]).toBe('will-supply');
  });

  test('requests a renewal, is answered, and loses the item', () => {
    const out = wanted().shipped().message('Received').message('Renew');
    expect(states(out.build())[1]).toBe('renewal-asked');
    const longer = out.then('supplier', 'accept-renewal', { due: minutesLater(60_000) }).build();
    expect(longer.due).toBe(minutesLater(60_000));
    const lost = requestOf(receiving(longer, 'Lost'));
    const closed = act(lost, 'declare-lost', context({ side: 'supplier', askId: 'ask-1' }));
    expect(sent(closed)).toEqual(['CompletedWithoutReturn']);
    expect(hasEnded(requestOf(closed))).toBe(true);
  });

  test('requests a renewal before it reported the receipt, and reports it afterwards', () => {
    const asking = requestOf(receiving(wanted().shipped().build(), 'Renew'));
    expect(states(asking)[1]).toBe('renewal-asked');
    expect(states(requestOf(receiving(asking, 'Received')))[1]).toBe('renewal-asked');
    const longer = act(
      asking,
      'accept-renewal',
      context({ side: 'supplier', askId: 'ask-1', due: minutesLater(60_000) }),
    );
    expect(sent(longer)).toEqual(['Renewed']);
    expect(states(requestOf(receiving(requestOf(longer), 'Received')))[1]).toBe('on-loan');
  });

  test.each([
    ['Cancel', wanted().shipped()],
    ['Cancel', wanted().shipped().message('Received')],
    ['Cancel', wanted().declined()],
    ['Cancel', wanted().shipped().message('Received').message('Renew')],
    ['Renew', wanted()],
    ['Renew', wanted().promised().message('Cancel')],
    ['Renew', wanted().shipped().message('ShippedReturn')],
    ['Renew', wanted().shipped().message('ShippedReturn').then('supplier', 'check-in')],
  ] as const)('an impossible %s is answered by the current state (%#)', (name, loan) => {
    const request = loan.build();
    const [ask] = request.asks;
    const result = receiving(request, name);
    expect(sent(result)).toEqual([]);
    expect(ask && pendingAnswer(name, result, ask)).toBe(name);
  });

  test('an item sent all the same refuses the cancellation, and the refusal precedes the item', () => {
    const asked = wanted().promised().message('Cancel').build();
    const about = context({ side: 'supplier', askId: 'ask-1', ...SHIPMENT });
    const shipped = act(asked, 'ship', about);
    expect(sent(shipped)).toEqual(['CancelRefused', 'Loaned']);
    expect('refused' in shipped ? [] : shipped.outgoing.map(({ sequence }) => sequence)).toEqual([2, 3]);
    expect(states(requestOf(shipped))).toEqual(['shipped', 'shipped']);
    expect(outcome(act(requestOf(shipped), 'ship', about))).toBe('already-applied');
    const among = aLoanRequest().withRota('birch').asked().promised().then('requester', 'cancel').build();
    expect(requestOf(act(among, 'ship', about)).history.at(-2)?.trigger).toBe('ship');
  });

  test('a message that waits for staff is not answered meanwhile; a settled one is answered again', () => {
    const waiting = wanted().promised().message('Cancel').build();
    const [ask] = waiting.asks;
    expect(ask && pendingAnswer('Cancel', receiving(waiting, 'Cancel'), ask)).toBeUndefined();
    const gone = wanted().message('Cancel').build();
    const [settled] = gone.asks;
    expect(settled && pendingAnswer('Cancel', receiving(gone, 'Cancel'), settled)).toBe('Cancel');
    const first = wanted().build();
    const [open] = first.asks;
    expect(open && pendingAnswer('Cancel', receiving(first, 'Cancel'), open)).toBeUndefined();
    expect(open && pendingAnswer('Lost', receiving(first, 'Lost'), open)).toBeUndefined();
  });

  test('has no timer of ours, only our supplier has', () => {
    expect(Object.keys(wanted().build().timers)).toEqual([]);
    expect(Object.keys(wanted().promised().shipped().build().timers)).toEqual(['supplier']);
  });
});
