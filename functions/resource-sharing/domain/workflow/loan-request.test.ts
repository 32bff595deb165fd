import { aLoanRequest, context, minutesLater, SHIPMENT } from '../../../../test/builders/loan-request.ts';
import {
  currentAsk,
  type LoanRequest,
  nextSourcingTrigger,
  nextSupplier,
  withoutAddresses,
} from '../requests/request.ts';
import { type ActResult, act } from './act.ts';
import { apply, deliver } from './apply.ts';

const outcome = (result: ActResult | ReturnType<typeof apply>): string =>
  'refused' in result ? result.refused.map(({ code }) => code).join() : (result.unchanged ?? result.request.state);

const states = (request: LoanRequest): string[] => [request.state, ...request.asks.map((ask) => ask.supplierState)];

describe('a consortium loan from request to return', () => {
  test('moves both sides in lockstep through asked, shipped, lent and home again (C84)', () => {
    const atHome = aLoanRequest()
      .asked()
      .promised()
      .shipped()
      .received()
      .lent()
      .then('requester', 'return')
      .then('requester', 'ship-back')
      .then('supplier', 'check-in')
      .build();
    expect(states(atHome)).toEqual(['completed', 'completed']);
    expect(atHome.history.map(({ side, trigger, from, to }) => `${side}: ${from} ${trigger} ${to}`)).toEqual([
      'requester: requested ask asked',
      'supplier: request-received accept will-supply',
      'requester: asked will-supply will-supply',
      'supplier: will-supply ship shipped',
      'requester: will-supply loaned shipped',
      'requester: shipped receive received',
      'supplier: shipped received on-loan',
      'requester: received lend lent',
      'requester: lent return returned-by-patron',
      'requester: returned-by-patron ship-back shipped-back',
      'supplier: on-loan shipped-return returned',
      'supplier: returned check-in completed',
      'requester: shipped-back completed completed',
    ]);
    expect(atHome.timers).toEqual({});
    expect(currentAsk(atHome)).toBeUndefined();
  });

  test('an ask notifies the supplier, starts the answer timer and publishes an event without the patron', () => {
    const result = apply(aLoanRequest().build(), 'ask', context({ askId: 'ask-1' }));
    const timer = {
      side: 'requester',
      name: 'answer-by',
      trigger: 'answer-timeout',
      at: minutesLater(4),
      askId: 'ask-1',
    };
    expect(result).toEqual({
      request: expect.objectContaining({ state: 'asked', timers: { requester: timer } }),
      message: {
        name: 'Request',
        requestId: 'req-1',
        askId: 'ask-1',
        from: 'requester',
        sequence: 1,
        at: minutesLater(1),
      },
      timer,
      facts: [
        {
          fact: 'loan-request-moved',
          requestId: 'req-1',
          recordId: 'rec-1',
          requesterMember: 'ash',
          supplierMember: 'birch',
          askId: 'ask-1',
          side: 'requester',
          trigger: 'ask',
          from: 'requested',
          to: 'asked',
          at: minutesLater(1),
          by: { kind: 'system' },
        },
      ],
    });
  });

  test('the ask stores the answer, and shipping stores the item and its due date', () => {
    const request = aLoanRequest().asked().promised().shipped().build();
    expect(request).toMatchObject(SHIPMENT);
    expect(request.asks).toEqual([
      {
        ordinal: 1,
        askId: 'ask-1',
        supplierMember: 'birch',
        itemId: 'itm-birch',
        supplierState: 'shipped',
        askedAt: minutesLater(1),
        answerBy: minutesLater(4),
        answeredAt: minutesLater(1),
        answer: 'loaned',
        sent: { requester: 1, supplier: 2 },
        seen: { requester: 2, supplier: 1 },
      },
    ]);
    expect(request.timers.supplier).toMatchObject({ name: 'due', at: SHIPMENT.due });
  });
});

test('an item that was lost and found can be lost again before it is sent home', () => {
  const found = aLoanRequest()
    .asked()
    .promised()
    .shipped()
    .received()
    .lent()
    .then('requester', 'report-lost', { reason: 'PatronLostIt' })
    .then('requester', 'found');
  const again = found.then('requester', 'report-lost').build();
  expect(states(again)).toEqual(['lost', 'lost']);
});

describe('when a supplier cannot', () => {
  test('C79 an unfilled answer moves to the next supplier, and only the end of the rota ends the request', () => {
    const first = aLoanRequest().withRota('birch', 'cedar').asked().declined();
    const once = first.build();
    expect([once.state, nextSupplier(once)?.member, nextSourcingTrigger(once, minutesLater(2))]).toEqual([
      'unfilled',
      'cedar',
      'ask',
    ]);
    expect(once.asks[0]).toMatchObject({ outcome: 'unfilled', answer: 'unfilled', reason: 'NotOnShelf' });
    const twice = first.asked().declined().build();
    expect(nextSourcingTrigger(twice, minutesLater(2))).toBe('rota-ended');
    expect(outcome(act(twice, 'ask', context({ askId: 'ask-3' })))).toBe('rota-exhausted');
    expect(outcome(act(twice, 'rota-ended', context()))).toBe('end-of-rota');
  });

  test('a time-out also moves on, and releases the silent supplier', () => {
    const request = aLoanRequest().asked().build();
    const early = context({ askId: 'ask-1', at: minutesLater(3) });
    expect(outcome(act(request, 'answer-timeout', early))).toBe('timer-not-due');
    const late = act(request, 'answer-timeout', context({ askId: 'ask-1', at: minutesLater(4) }));
    if ('refused' in late) throw new Error('the time-out was refused');
    expect(states(late.request)).toEqual(['unfilled', 'cancelled']);
    expect(late.messages.map(({ name }) => name)).toEqual(['Withdraw']);
    expect(late.request.asks[0]).toMatchObject({ outcome: 'timed-out', closedAt: minutesLater(4) });
  });

  test('the rota may not be ended early, and no supplier asked after the need-by date', () => {
    const request = aLoanRequest().neededBy(minutesLater(30)).build();
    expect(outcome(act(request, 'rota-ended', context()))).toBe('rota-not-exhausted');
    const tooLate = context({ at: minutesLater(30), askId: 'ask-1' });
    expect(outcome(act(request, 'ask', tooLate))).toBe('need-by-passed');
    expect(nextSourcingTrigger(request, minutesLater(30))).toBe('rota-ended');
    expect(outcome(act(request, 'rota-ended', context({ at: minutesLater(30) })))).toBe('end-of-rota');
  });
});

describe('answers that arrive late, twice or out of order (C80, C85)', () => {
  const movedOn = aLoanRequest().asked().then('requester', 'withdraw').asked().build();

  test.each(['accept', 'decline', 'ship'] as const)('a former supplier can no longer %s', (trigger) => {
    const late = context({ side: 'supplier', askId: 'ask-1', reason: 'NotOnShelf', ...SHIPMENT });
    expect(outcome(act(movedOn, trigger, late))).toBe('ask-closed');
  });

  test.each(['will-supply', 'unfilled', 'loaned'] as const)('nor is its message %s applied', (trigger) => {
    expect(outcome(apply(movedOn, trigger, context({ askId: 'ask-1', sequence: 1 })))).toBe('ask-closed');
  });

  test('a repeated answer changes nothing', () => {
    const promised = aLoanRequest().asked().promised().build();
    const again = act(promised, 'accept', context({ side: 'supplier', askId: 'ask-1', at: minutesLater(2) }));
    expect(again).toEqual({
      request: promised,
      facts: [],
      messages: [],
      outgoing: [],
      timers: promised.timers,
      unchanged: 'already-applied',
    });
  });

  test('a message overtaken by a later one changes nothing', () => {
    const asked = aLoanRequest().asked().build();
    const loaned = apply(asked, 'loaned', context({ askId: 'ask-1', sequence: 2, ...SHIPMENT }));
    if ('refused' in loaned) throw new Error('loaned was refused');
    expect(loaned.request.state).toBe('shipped');
    const overtaken = apply(loaned.request, 'will-supply', context({ askId: 'ask-1', sequence: 1 }));
    expect(overtaken).toEqual({ request: loaned.request, facts: [], unchanged: 'already-applied' });
  });

  test('a repeated ask opens one ask; another id is refused while one is open', () => {
    const asked = aLoanRequest().asked().build();
    expect(outcome(act(asked, 'ask', context({ askId: 'ask-1' })))).toBe('already-applied');
    expect(outcome(act(asked, 'ask', context({ askId: 'ask-2' })))).toBe('ask-open');
    const declined = aLoanRequest().asked().declined().build();
    expect(outcome(act(declined, 'ask', context({ askId: 'ask-1' })))).toBe('ask-id-used');
  });

  test('a wrong answer after the right one is refused', () => {
    const promised = aLoanRequest().asked().promised().shipped().build();
    const other = { ...SHIPMENT, itemId: 'itm-2' };
    expect(outcome(act(promised, 'ship', context({ side: 'supplier', askId: 'ask-1', ...other })))).toBe(
      'not-in-this-state',
    );
  });

  test('an unknown ask, or a missing one where one is needed, is refused', () => {
    const asked = aLoanRequest().asked().build();
    expect(outcome(apply(asked, 'accept', context({ side: 'supplier', askId: 'ask-9' })))).toBe('no-such-ask');
    expect(outcome(apply(asked, 'accept', context({ side: 'supplier' })))).toBe('ask-missing');
    expect(outcome(apply(asked, 'will-supply', context({ askId: 'ask-1' })))).toBe('sequence-missing');
    expect(outcome(apply(asked, 'will-supply', context({ sequence: 1 })))).toBe('ask-missing');
  });
});

describe('cancelling (C80)', () => {
  test('ends at once before the first ask, and with a supplier that has fetched nothing', () => {
    expect(outcome(act(aLoanRequest().build(), 'cancel', context()))).toBe('cancelled');
    const asked = aLoanRequest().asked().build();
    expect(outcome(act(asked, 'cancel', context()))).toBe('cancelled');
  });

  const pending = () => aLoanRequest().asked().promised().then('requester', 'cancel');

  test('waits for a supplier that has promised, which may agree or refuse', () => {
    expect(states(pending().build())).toEqual(['cancel-pending', 'cancel-requested']);
    expect(states(pending().then('supplier', 'accept-cancel').build())).toEqual(['cancelled', 'cancelled']);
    expect(states(pending().then('supplier', 'refuse-cancel').build())).toEqual(['will-supply', 'will-supply']);
  });

  test('is refused for an item that is already packed: the request continues', () => {
    expect(states(pending().shipped().build())).toEqual(['shipped', 'shipped']);
    const refusedThenShipped = pending().then('supplier', 'refuse-cancel').shipped().build();
    expect(states(refusedThenShipped)).toEqual(['shipped', 'shipped']);
  });

  test('succeeds when the supplier does not answer', () => {
    const request = pending().build();
    const result = act(request, 'cancel-timeout', context({ askId: 'ask-1', at: minutesLater(3) }));
    expect('refused' in result ? result : states(result.request)).toEqual(['cancelled', 'cancelled']);
  });

  test('is refused once shipped, and after the end', () => {
    expect(outcome(act(aLoanRequest().asked().shipped().build(), 'cancel', context()))).toBe('not-in-this-state');
    const cancelled = aLoanRequest().asked().then('requester', 'cancel').build();
    expect(outcome(act(cancelled, 'cancel', context()))).toBe('request-ended');
    expect(outcome(act(cancelled, 'lend', context()))).toBe('request-ended');
  });
});

describe('required fields', () => {
  const asked = aLoanRequest().asked().build();
  const bySupplier = { side: 'supplier', askId: 'ask-1' } as const;

  test('shipping names the item, its barcode and a future due date; declining a reason', () => {
    const { due: _, ...item } = SHIPMENT;
    expect(outcome(act(asked, 'ship', context(bySupplier)))).toBe('item-missing');
    expect(outcome(act(asked, 'ship', context({ ...bySupplier, ...item })))).toBe('due-missing');
    const past = { ...SHIPMENT, due: minutesLater(0) };
    expect(outcome(act(asked, 'ship', context({ ...bySupplier, ...past })))).toBe('due-not-later');
    expect(outcome(act(asked, 'decline', context(bySupplier)))).toBe('reason-missing');
  });

  test('a side cannot act for the other', () => {
    expect(outcome(apply(asked, 'accept', context({ askId: 'ask-1' })))).toBe('not-in-this-state');
    expect(outcome(apply(asked, 'cancel', context(bySupplier)))).toBe('not-in-this-state');
  });
});

test('a late timer requires attention, keeps running, and the next step clears it', () => {
  const late = aLoanRequest()
    .asked()
    .promised()
    .then('requester', 'ship-late', { at: minutesLater(11) });
  const request = late.build();
  expect([request.state, request.attention, request.timers.requester?.at]).toEqual([
    'will-supply',
    'ship-late',
    minutesLater(21),
  ]);
  expect(late.shipped().build().attention).toBeUndefined();
});

test('a message for a side that cannot accept it is refused there, and therefore at both (C84)', () => {
  const asked = aLoanRequest().asked().build();
  const message = { name: 'Overdue', requestId: 'req-1', askId: 'ask-1', from: 'supplier', sequence: 1 } as const;
  const delivered = deliver(asked, { ...message, at: minutesLater(1) }, context());
  expect(outcome(delivered)).toBe('not-in-this-state');
});

test('the addresses of a partner’s request can be deleted, and its copyright statement stays', () => {
  const request = aLoanRequest().askedByPartner().asked().build();
  const partner = {
    ...request.partner,
    requestId: 'their-7',
    requestingAgency: 'ISIL:REQ',
    copyrightCompliance: 'CCG',
  };
  const addressed = {
    ...request,
    partner: { ...partner, deliverTo: ['7 Hill Road'], sendCopyTo: 'reader@oak.example' },
  };
  expect(withoutAddresses(addressed)).toEqual({ ...request, partner });
  const between = aLoanRequest().asked().build();
  expect(withoutAddresses(between)).toBe(between);
});
