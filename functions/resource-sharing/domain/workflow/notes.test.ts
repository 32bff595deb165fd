import { aLoanRequest, context, minutesLater, PARTNER } from '../../../../test/builders/loan-request.ts';
import { receive } from '../messages/receive.ts';
import type { LoanRequest } from '../requests/request.ts';
import { viewOf } from '../requests/views.ts';
import { type ActResult, act } from './act.ts';

const requestOf = (result: ActResult): LoanRequest => {
  if ('refused' in result) throw new Error(result.refused.map(({ code }) => code).join());
  return result.request;
};
const codes = (result: ActResult): string[] => ('refused' in result ? result.refused.map(({ code }) => code) : []);
const asked = () => aLoanRequest().askingOutside().withRota(PARTNER, 'prt_2').asked();
const writes = (request: LoanRequest, minutes = 2): LoanRequest =>
  requestOf(
    receive(
      request,
      { name: 'SupplierWrites', askId: 'ask-1', note: 'Closed next week' },
      context({ at: minutesLater(minutes), by: { kind: 'partner', member: PARTNER } }),
    ),
  );
const seen = (request: LoanRequest) => viewOf(request, { as: 'requester', member: request.requesterMember });
const steps = (request: LoanRequest) => seen(request)?.actions.map(({ trigger }) => trigger) ?? [];

test('a note of a partner does not change the state and requires attention until it has been read', () => {
  const request = asked().build();
  const written = writes(request);
  expect(written).toMatchObject({ state: 'asked', attention: 'note-received', timers: request.timers });
  expect(written.asks[0]).toMatchObject({ supplierState: 'request-received' });
  expect(seen(written)).toMatchObject({ group: 'notices', needsAttention: true });
  expect(steps(written)).toContain('supplier-note-read');
  const patron = viewOf(written, { as: 'patron' });
  expect(patron?.steps.map(({ trigger }) => trigger)).toEqual(['ask']);
  expect(patron).not.toHaveProperty('attention');
  const read = requestOf(act(written, 'supplier-note-read', context()));
  expect(read.attention).toBeUndefined();
  expect(steps(read)).not.toContain('supplier-note-read');
  // Only the log of messages has the text.
  expect(JSON.stringify(written)).not.toContain('Closed next week');
});

test('a note remains unread after the partner has moved on, and is read by the staff who take the next step', () => {
  const by = { kind: 'partner' as const, member: PARTNER };
  const staff = { kind: 'staff' as const, staffId: 'stf-1', branch: 'ash.main' };
  const promised = requestOf(
    receive(writes(asked().build()), { name: 'WillSupply', askId: 'ask-1' }, context({ at: minutesLater(3), by })),
  );
  expect(promised).toMatchObject({ state: 'will-supply', attention: 'note-received' });
  const cancelled = requestOf(act(promised, 'cancel', context({ at: minutesLater(4), by: staff })));
  expect(cancelled.attention).toBeUndefined();
  const unfilled = requestOf(
    receive(writes(asked().build()), { name: 'Unfilled', askId: 'ask-1' }, context({ at: minutesLater(3), by })),
  );
  expect(unfilled).toMatchObject({ state: 'unfilled', attention: 'note-received' });
});

test('a note does not hide a more urgent attention, and reading it does not end that', () => {
  const late = { ...asked().build(), attention: 'message-undelivered' as const };
  const written = writes(late);
  expect(written.attention).toBe('message-undelivered');
  expect(requestOf(act(written, 'supplier-note-read', context())).attention).toBe('message-undelivered');
});

test('staff write to a partner: a message is sent, the state is unchanged; between members there are no notes', () => {
  const request = asked().build();
  expect(steps(request)).toContain('write-to-supplier');
  const written = act(request, 'write-to-supplier', context({ note: 'Is it there?' }));
  expect(written).toMatchObject({ outgoing: [{ name: 'RequesterWrites', note: 'Is it there?' }] });
  expect(requestOf(written)).toMatchObject({ state: 'asked', timers: request.timers });
  expect(codes(act(request, 'write-to-supplier', context()))).toEqual(['note-missing']);
  const within = aLoanRequest().withRota('birch').asked().build();
  expect(steps(within)).not.toContain('write-to-supplier');
  expect(codes(act(within, 'write-to-supplier', context({ note: 'Is it there?' })))).toEqual(['no-partner']);
  expect(codes(act(within, 'cancel', context({ note: 'Please' })))).toEqual(['no-partner']);
});

test('a note accompanies a refusal, and its field is offered to partners only', () => {
  const ours = aLoanRequest().askedByPartner().withRota('birch').asked().build();
  const how = context({ side: 'supplier', askId: 'ask-1', reason: 'NotOnShelf', note: 'Try the branch at the lake' });
  expect(act(ours, 'decline', how)).toMatchObject({
    outgoing: [{ name: 'Unfilled', reason: 'NotOnShelf', note: 'Try the branch at the lake' }],
  });
  const fieldsOf = (request: LoanRequest) =>
    viewOf(request, { as: 'supplier', member: 'birch' })
      ?.actions.find(({ trigger }) => trigger === 'decline')
      ?.fields?.map(({ field }) => field);
  expect(fieldsOf(ours)).toEqual(['reason', 'note']);
  expect(fieldsOf(aLoanRequest().withRota('birch').asked().build())).toEqual(['reason']);
});

test('a note of the requesting partner requires attention of the supplier', () => {
  const ours = aLoanRequest().askedByPartner().withRota('birch').asked().build();
  const by = { kind: 'partner' as const, member: PARTNER };
  const notified = requestOf(
    receive(ours, { name: 'RequesterWrites', askId: 'ask-1', note: 'Any news?' }, context({ at: minutesLater(2), by })),
  );
  expect(notified.asks[0]).toMatchObject({ supplierState: 'request-received', attention: 'note-received' });
  const how = context({ side: 'supplier', askId: 'ask-1', note: 'Tomorrow' });
  expect(act(notified, 'write-to-requester', how)).toMatchObject({ outgoing: [{ name: 'SupplierWrites' }] });
});

const by = { kind: 'partner' as const, member: PARTNER };
const hears = (request: LoanRequest, message: Parameters<typeof receive>[1], minutes = 3): LoanRequest =>
  requestOf(receive(request, message, context({ at: minutesLater(minutes), by })));

test('a note in a message that changes the state is read like any note, and the message takes effect', () => {
  const promised = hears(asked().build(), { name: 'WillSupply', askId: 'ask-1', note: 'In three weeks only' });
  expect(promised).toMatchObject({ state: 'will-supply', attention: 'note-received' });
  expect(promised.history.slice(-2).map(({ trigger }) => trigger)).toEqual(['will-supply', 'supplier-wrote']);
  const read = requestOf(act(promised, 'supplier-note-read', context({ at: minutesLater(4) })));
  expect(read.attention).toBeUndefined();
  expect(hears(asked().build(), { name: 'WillSupply', askId: 'ask-1' }).attention).toBeUndefined();
  const ours = aLoanRequest().askedByPartner().withRota('birch').asked().shipped().build();
  expect(hears(ours, { name: 'Received', askId: 'ask-1', note: 'The spine is torn' }).asks).toMatchObject([
    { supplierState: 'on-loan', attention: 'note-received' },
  ]);
});

test.each([
  ['a no, after which the next is asked by itself', 'Unfilled', 'Not on our shelf'],
  ['whom a broker has asked', 'WillSupply', 'Supplier: ISIL:XX-FAR'],
] as const)('%s is logged and requires no attention', (_what, name, note) => {
  expect(hears(asked().build(), { name, askId: 'ask-1', note }).attention).toBeUndefined();
});

test('a note on a request that has ended is read as well: it stays in the list of changes until then', () => {
  const ended = requestOf(act(asked().build(), 'withdraw', context({ at: minutesLater(2) })));
  const cancelled = requestOf(act(ended, 'cancel', context({ at: minutesLater(3) })));
  const received = hears(cancelled, { name: 'SupplierWrites', askId: 'ask-1', note: 'We have found it' }, 4);
  expect(received).toMatchObject({ state: 'cancelled', attention: 'note-received' });
  expect(seen(received)).toMatchObject({ group: 'notices', needsAttention: true });
  expect(steps(received)).toEqual(['supplier-note-read']);
  const read = requestOf(act(received, 'supplier-note-read', context({ at: minutesLater(5) })));
  expect(seen(read)).not.toHaveProperty('group');
  expect(seen(read)?.needsAttention).toBe(false);
  expect(codes(act(received, 'write-to-supplier', context({ note: 'Too late' })))).not.toEqual([]);
});

test('a supplier reads notes of the requester after the end, and an unread note remains after the end', () => {
  const ours = aLoanRequest().askedByPartner().withRota('birch').asked().build();
  const declined = requestOf(act(ours, 'decline', context({ side: 'supplier', askId: 'ask-1', reason: 'NotOnShelf' })));
  const received = hears(declined, { name: 'RequesterWrites', askId: 'ask-1', note: 'Please look again' });
  expect(received.asks).toMatchObject([{ supplierState: 'unfilled', attention: 'note-received' }]);
  const view = viewOf(received, { as: 'supplier', member: 'birch' });
  expect(view).toMatchObject({ group: 'notices', actions: [{ trigger: 'requester-note-read' }] });
  const shipped = aLoanRequest().askingOutside().withRota(PARTNER).asked().message('Loaned', {}).received().build();
  const sent = requestOf(act(shipped, 'ship-back', context({ at: minutesLater(4) })));
  const noted = hears(sent, { name: 'SupplierWrites', askId: 'ask-1', note: 'Page 3 is missing' }, 5);
  expect(hears(noted, { name: 'LoanCompleted', askId: 'ask-1' }, 6)).toMatchObject({
    ...{ state: 'completed', attention: 'note-received' },
  });
});

describe('a message that did not reach the partner', () => {
  const staff = { kind: 'staff' as const, staffId: 'stf-1', branch: 'ash.main' };
  const undelivered = { message: 'RequesterWrites', error: 'Answered 401' };
  const failed = () => {
    const promised = asked().message('WillSupply').build();
    return requestOf(act(promised, 'send-failed', context({ at: minutesLater(3), askId: 'ask-1', undelivered })));
  };

  test('finding I3: stays in view while staff take other steps, also those that end the request', () => {
    const flagged = { attention: 'message-undelivered', undelivered };
    expect(failed()).toMatchObject({ state: 'will-supply', ...flagged });
    const withdrawn = requestOf(act(failed(), 'withdraw', context({ at: minutesLater(4), by: staff })));
    expect(withdrawn).toMatchObject({ state: 'unfilled', ...flagged });
    const cancelled = requestOf(act(withdrawn, 'cancel', context({ at: minutesLater(5), by: staff })));
    expect(cancelled).toMatchObject({ state: 'cancelled', ...flagged });
    expect(steps(cancelled)).toContain('failed-message-settled');
    const ours = aLoanRequest().askedByPartner().withRota('birch').asked().build();
    const lender = { side: 'supplier' as const, askId: 'ask-1' };
    const late = requestOf(act(ours, 'undelivered', context({ ...lender, undelivered })));
    const accepted = requestOf(act(late, 'accept', context({ ...lender, at: minutesLater(4), by: staff })));
    expect(accepted.asks).toMatchObject([{ supplierState: 'will-supply', ...flagged }]);
  });

  test.each([
    ['delivered-late', { kind: 'system' as const }],
    ['failed-message-settled', staff],
    ['failed-message-settled', { kind: 'system' as const }],
  ] as const)('finding I3: is in view no more after %s, also about a former supplier', (trigger, who) => {
    const withdrawn = requestOf(act(failed(), 'withdraw', context({ at: minutesLater(4), by: staff })));
    const calm = requestOf(act(withdrawn, trigger, context({ at: minutesLater(5), by: who, askId: 'ask-1' })));
    expect(calm.state).toBe('unfilled');
    expect(calm).not.toHaveProperty('attention');
    expect(calm).not.toHaveProperty('undelivered');
  });
});
