import { aLoanRequest, context, minutesLater } from '../../../../test/builders/loan-request.ts';
import { statusReport } from '../iso18626/status-report.ts';
import { cancelledBetweenUs } from '../messages/member-cancellation.ts';
import { receive } from '../messages/receive.ts';
import type { LoanRequest } from '../requests/request.ts';
import { type Acted, act } from '../workflow/act.ts';
import { TIMERS_IN_DEMO } from '../workflow/timers.ts';
import { hasEnded } from '../workflow/workflow.ts';
import { answerable, unfilledByAllMembers } from './broadcast-request.ts';

const at = minutesLater(1);
const taken = (result: ReturnType<typeof act>): Acted => {
  if ('refused' in result) throw new Error(JSON.stringify(result.refused));
  return result;
};

/** Builds a partner's request to all members, of which the first is asked. */
const asked = (...members: string[]): LoanRequest => {
  const placed = aLoanRequest()
    .askedByPartner()
    .withRota(...members)
    .build();
  const request: LoanRequest = {
    ...placed,
    partner: { requestId: 'their-7', requestingAgency: 'ISIL:REQ', anyOfUs: true },
  };
  return next(request, 'ask-1');
};
const next = (request: LoanRequest, askId: string): LoanRequest =>
  answerable(taken(act(request, 'ask', context({ askId }))), askId, at, TIMERS_IN_DEMO).request;
const no = (request: LoanRequest, askId: string, reason = 'NotOnShelf'): Acted =>
  taken(act(request, 'decline', context({ side: 'supplier', askId, reason })));

test('a refusal by one of our members asks the next; the partner is answered by the last', () => {
  const first = no(asked('birch', 'cedar'), 'ask-1');
  expect([first.outgoing, first.request.state, hasEnded(first.request)]).toEqual([[], 'unfilled', false]);
  expect(first.request.asks).toMatchObject([{ supplierState: 'unfilled', outcome: 'unfilled' }]);
  expect(first.request.timers).toEqual({});
  const second = next(first.request, 'ask-2');
  expect(second.asks.at(-1)).toMatchObject({ supplierMember: 'cedar', supplierState: 'request-received' });
  expect(hasEnded(second)).toBe(false);
  const last = no(second, 'ask-2', 'NotHeld');
  expect(last.outgoing).toMatchObject([{ name: 'Unfilled', askId: 'ask-2', reason: 'NotHeld' }]);
  expect([last.request.state, hasEnded(last.request)]).toEqual(['end-of-rota', true]);
});

test('a silent member is no longer asked, and the next is asked', () => {
  const waiting = asked('birch', 'cedar');
  expect(waiting.timers).toMatchObject({ requester: { name: 'answer-by' }, supplier: { name: 'reply-by' } });
  const due = waiting.timers.requester?.at ?? '';
  const late = taken(act(waiting, 'answer-timeout', context({ askId: 'ask-1', at: due })));
  expect(late.request.asks).toMatchObject([{ supplierState: 'cancelled', outcome: 'timed-out' }]);
  expect([late.outgoing, late.request.timers, hasEnded(late.request)]).toEqual([[], {}, false]);
  expect(next(late.request, 'ask-2').asks.at(-1)).toMatchObject({ supplierMember: 'cedar' });
});

test('a promise ends the wait for an answer, and after a cancellation by the partner no one else is asked', () => {
  const promised = taken(act(asked('birch', 'cedar'), 'accept', context({ side: 'supplier', askId: 'ask-1' })));
  expect(promised.request.timers.requester).toBeUndefined();
  expect(promised.outgoing).toMatchObject([{ name: 'WillSupply' }]);
  const back = taken(receive(asked('birch', 'cedar'), { name: 'Cancel', askId: 'ask-1' }, context()));
  expect(back.outgoing).toMatchObject([{ name: 'CancelAccepted' }]);
  expect(hasEnded(back.request)).toBe(true);
});

test('where the remaining members cannot be asked, the last one asked answers the partner, with its reason', () => {
  const first = no(asked('birch', 'cedar'), 'ask-1').request;
  const passed = first.rota.map((entry) => ({ ...entry, skipped: { at, reason: 'no-copy' as const } }));
  const ended = unfilledByAllMembers(taken(act({ ...first, rota: passed }, 'rota-ended', context())), at);
  expect(ended.outgoing).toMatchObject([{ name: 'Unfilled', askId: 'ask-1', sequence: 2, reason: 'NotOnShelf' }]);
  expect([ended.request.state, hasEnded(ended.request)]).toEqual(['end-of-rota', true]);
});

test('a member named in the request answers for itself', () => {
  const one = aLoanRequest().askedByPartner().withRota('birch', 'cedar').asked().build();
  const answered = no(one, 'ask-1');
  expect([answered.outgoing.map(({ name }) => name), hasEnded(answered.request)]).toEqual([['Unfilled'], true]);
});

describe('between the refusal of one and the ask of the next', () => {
  const statusOf = (request: LoanRequest, askId: string) => {
    const ask = request.asks.find((one) => one.askId === askId);
    const report = ask && statusReport(request, ask, { ours: 'ISIL:US', theirs: 'ISIL:REQ' }, at);
    return report?.kind === 'supplyingAgencyMessage' && report.body.statusInfo.status;
  };

  test('a status request of the partner is answered as in progress, and never reveals a refusal by one of us', () => {
    const between = no(asked('birch', 'cedar'), 'ask-1').request;
    expect(statusOf(between, 'ask-1')).toBe('RequestReceived');
    const promised = taken(act(asked('birch', 'cedar'), 'accept', context({ side: 'supplier', askId: 'ask-1' })));
    expect(statusOf(promised.request, 'ask-1')).toBe('WillSupply');
    const after = taken(
      act(
        promised.request,
        'decline',
        context({ side: 'supplier', askId: 'ask-1', reason: 'NotOnShelf', at: minutesLater(2) }),
      ),
    );
    // After a withdrawn promise it is still expected: the next member is asked.
    expect([after.outgoing, statusOf(after.request, 'ask-1')]).toEqual([[], 'ExpectToSupply']);
    const due = asked('birch', 'cedar').timers.requester?.at ?? '';
    const silent = taken(act(asked('birch', 'cedar'), 'answer-timeout', context({ askId: 'ask-1', at: due })));
    expect(statusOf(silent.request, 'ask-1')).toBe('RequestReceived');
    const last = no(next(between, 'ask-2'), 'ask-2');
    expect(statusOf(last.request, 'ask-2')).toBe('Unfilled');
  });

  test('a cancellation by the partner is accepted at once, and no one else is asked', () => {
    const between = no(asked('birch', 'cedar'), 'ask-1').request;
    const message = { name: 'Cancel' as const, askId: 'ask-1' };
    const back = cancelledBetweenUs(between, message, context());
    expect(back?.outgoing).toMatchObject([{ name: 'CancelAccepted', askId: 'ask-1', sequence: 2, from: 'supplier' }]);
    expect(back && [back.request.state, hasEnded(back.request), statusOf(back.request, 'ask-1')]).toEqual([
      'cancelled',
      true,
      'Cancelled',
    ]);
    expect(back && cancelledBetweenUs(back.request, message, context())).toBeUndefined();
    expect(cancelledBetweenUs(between, { ...message, name: 'Received' }, context())).toBeUndefined();
    expect(cancelledBetweenUs(asked('birch', 'cedar'), message, context())).toBeUndefined();
    const alone = aLoanRequest().askedByPartner().withRota('birch').asked().declined().build();
    expect(cancelledBetweenUs(alone, message, context())).toBeUndefined();
  });
});
