import { aLoanRequest, context, minutesLater, PARTNER } from '../../../../test/builders/loan-request.ts';
import type { LoanRequest } from '../requests/request.ts';
import { viewOf } from '../requests/views.ts';
import { type Acted, type ActResult, act } from '../workflow/act.ts';
import type { Trigger } from '../workflow/triggers.ts';
import type { Terms } from './message.ts';
import { receive } from './receive.ts';

const done = (result: ActResult): Acted => {
  if ('refused' in result) throw new Error(result.refused.map(({ code }) => code).join());
  return result;
};
const asked = () => aLoanRequest().askingOutside().withRota(PARTNER, 'prt_2').asked();
const offered = (request: LoanRequest, reason: string, terms?: Terms): LoanRequest => {
  const by = { kind: 'partner' as const, member: PARTNER };
  const about = { name: 'TermsOffered' as const, askId: 'ask-1', reason, ...(terms && { terms }) };
  return done(receive(request, about, context({ at: minutesLater(1), by }))).request;
};
const step = (request: LoanRequest, trigger: Trigger, minutes: number): Acted =>
  done(act(request, trigger, context({ at: minutesLater(minutes), askId: 'ask-1' })));

const WEEK = 7 * 24 * 60;

describe('an offer for a later day', () => {
  const later = () => offered(asked().build(), 'OnLoan', { retryAfter: minutesLater(WEEK) });

  test('does not lapse before that day, nor before the last day that the supplier names', () => {
    expect(later().timers.requester).toMatchObject({ name: 'terms-by', at: minutesLater(WEEK + 5) });
    const until = offered(asked().build(), 'OnLoan', { retryBefore: minutesLater(2 * WEEK) });
    expect(until.timers.requester?.at).toBe(minutesLater(2 * WEEK));
    const plain = offered(asked().build(), 'CostExceedsMaxCost', { cost: { amount: 1, currency: 'USD' } });
    expect(plain.timers.requester?.at).toBe(minutesLater(6));
  });

  test('is agreed to at once, and requested again from that day on', () => {
    const agreed = step(later(), 'agree-terms', 2);
    expect(agreed.outgoing).toEqual([]);
    expect(agreed.request).toMatchObject({
      state: 'retry-waiting',
      timers: { requester: { name: 'retry-at', trigger: 'retry-due', at: minutesLater(WEEK) } },
    });
    expect('refused' in act(agreed.request, 'retry-due', context({ at: minutesLater(3), askId: 'ask-1' }))).toBe(true);
    const again = step(agreed.request, 'retry-due', WEEK);
    expect(again.outgoing.map(({ name }) => name)).toEqual(['Retry']);
    expect(again.request).toMatchObject({ state: 'asked', asks: [{ answerBy: minutesLater(WEEK + 3) }] });
  });

  test('is requested again at once when the day has come', () => {
    const agreed = step(later(), 'agree-terms', WEEK + 1);
    expect([agreed.request.state, ...agreed.outgoing.map(({ name }) => name)]).toEqual(['asked', 'Retry']);
  });

  test('is for a year ahead at most, whatever the supplier names: a request does not wait forever', () => {
    const never = '9999-12-31T00:00:00.000Z';
    const aYearOn = minutesLater(1 + 366 * 24 * 60);
    const until = offered(asked().build(), 'OnLoan', { retryBefore: never });
    expect(until.timers.requester).toMatchObject({ name: 'terms-by', at: aYearOn });
    const agreed = step(offered(asked().build(), 'OnLoan', { retryAfter: never }), 'agree-terms', 2).request;
    expect(agreed.timers.requester).toMatchObject({ name: 'retry-at', at: aYearOn });
    expect(step(agreed, 'retry-due', 1 + 366 * 24 * 60).request.state).toBe('asked');
  });

  test('of a member does not lapse either, and resumes when it is asked again', () => {
    const made = aLoanRequest().withRota('birch').asked();
    const terms = { retryAfter: minutesLater(WEEK) };
    const request = made.then('supplier', 'offer-terms', { reason: 'OnLoan', terms }).build();
    expect(request.timers.supplier?.at).toBe(minutesLater(WEEK + 5));
    const again = step(step(request, 'agree-terms', 2).request, 'retry-due', WEEK).request;
    expect(again).toMatchObject({ state: 'asked', asks: [{ supplierState: 'request-received' }] });
  });
});

describe('an offer to supply by the other service', () => {
  test('changes the requested service when it is agreed to, and not before', () => {
    const open = offered(asked().build(), 'ReqServTypeNotPossible', { service: 'copy' });
    expect(open).toMatchObject({ service: 'loan', asks: [{ offer: { service: 'copy' } }] });
    expect(step(open, 'agree-terms', 2).request).toMatchObject({ service: 'copy', terms: { service: 'copy' } });
  });

  test('means the other service where it names none', () => {
    const copy = { ...asked().build(), service: 'copy' as const };
    expect(offered(copy, 'ReqServTypeNotPossible').asks[0]?.offer).toMatchObject({ service: 'loan' });
    const either = { ...copy, service: 'copy-or-loan' as const };
    expect(offered(either, 'ReqServTypeNotPossible').asks[0]?.offer).not.toHaveProperty('service');
  });

  test('of a member then lets it send the copy', () => {
    const request = aLoanRequest()
      .withRota('birch')
      .asked()
      .then('supplier', 'offer-terms', { reason: 'ReqServTypeNotPossible' })
      .then('requester', 'agree-terms')
      .build();
    expect(request.service).toBe('copy');
    const sent = act(request, 'supply-copy', context({ side: 'supplier', askId: 'ask-1', documentId: 'doc-1' }));
    expect(done(sent).request.state).toBe('copy-received');
  });

  test('that a partner accepts sets the service it wants from then on', () => {
    const request = aLoanRequest()
      .askedByPartner()
      .withRota('birch')
      .asked()
      .then('supplier', 'offer-terms', { reason: 'ReqServTypeNotPossible' })
      .message('Retry')
      .build();
    expect(request.service).toBe('copy');
  });
});

test('staff who copy for a partner see its copyright statement, or that there is none', () => {
  const made = aLoanRequest().askedByPartner().wanting('copy').withRota('birch').asked().build();
  const seen = (request: LoanRequest) => viewOf(request, { as: 'supplier', member: 'birch' })?.copyright;
  expect(seen(made)).toEqual({ missing: true });
  const partner = { requestId: 'their-7', requestingAgency: 'ISIL:REQ', copyrightCompliance: 'US-CCG' };
  expect(seen({ ...made, partner })).toEqual({ states: 'US-CCG' });
  expect(seen({ ...made, service: 'loan' })).toBeUndefined();
});
