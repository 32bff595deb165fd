import fc from 'fast-check';
import { aLoanRequest, context, minutesLater, PARTNER, SHIPMENT } from '../../../../test/builders/loan-request.ts';
import { chargedCost, termsToOffer } from '../charges/supply-cost.ts';
import type { AskedByPartner } from '../iso18626/request-from-iso.ts';
import type { Ask, LoanRequest } from '../requests/request.ts';
import { defaultSharingPolicy } from '../sharing-policy.ts';
import { act } from '../workflow/act.ts';
import { type MessageName, TRIGGERS, type Trigger } from '../workflow/triggers.ts';
import { arrowsOf } from '../workflow/workflow.ts';
import { pendingAnswer } from './pending-answer.ts';
import { receive } from './receive.ts';
import { retried } from './retried-request.ts';

const askId = 'ask-1';
const asked = () => aLoanRequest().askedByPartner().wanting('copy-or-loan').withRota('ash').asked();
const askOf = (request: LoanRequest): Ask => {
  const [ask] = request.asks;
  if (!ask) throw new Error('Nobody was asked.');
  return ask;
};

const names = ['Cancel', 'Renew', 'Received', 'ShippedReturn', 'Retry', 'ConditionsAgreed', 'Lost'] as const;
const isQuestion = (name: MessageName): boolean => name === 'Cancel' || name === 'Renew';
const ANSWERS: readonly MessageName[] = ['CancelAccepted', 'CancelRefused', 'Renewed', 'RenewRefused'];
const WAITING: readonly string[] = ['cancel-requested', 'renewal-asked'];

/** A message of the partner, or (a number) one of the steps that our side's staff and timers can take then. */
const turns = fc.array(fc.oneof(fc.constantFrom(...names), fc.nat(100)), { minLength: 5, maxLength: 25 });

const stepped = (request: LoanRequest, pick: number, minutes: number): LoanRequest => {
  const steps = arrowsOf('supplier').filter(({ from, trigger }) => {
    return from === askOf(request).supplierState && TRIGGERS[trigger].source === 'person';
  });
  const trigger: Trigger | undefined = steps[pick % Math.max(1, steps.length)]?.trigger;
  if (trigger === undefined) return request;
  const carried = { ...SHIPMENT, documentId: 'doc-1', reason: 'NotOnShelf', due: minutesLater(minutes + 90) };
  const terms = { cost: { amount: 900, currency: 'USD' } };
  const about = { side: 'supplier' as const, askId, at: minutesLater(minutes), ...carried, terms };
  const result = act(request, trigger, context(about));
  return 'refused' in result ? request : result.request;
};

test('every cancellation and every renewal is answered once, or waits for staff', () => {
  const play = (all: (number | MessageName)[]) => {
    let request = asked().build();
    all.forEach((turn, i) => {
      const minutes = 2 + i * 10;
      if (typeof turn === 'number') {
        request = stepped(request, turn, minutes);
        return;
      }
      const by = { kind: 'partner' as const, member: PARTNER };
      const result = receive(request, { name: turn, askId }, context({ at: minutesLater(minutes), by }));
      const owed = pendingAnswer(turn, result, askOf(request));
      const sentAnswers = 'refused' in result ? [] : result.outgoing.filter(({ name }) => ANSWERS.includes(name));
      if (!('refused' in result)) request = result.request;
      const waits = sentAnswers.length === 0 && !owed && WAITING.includes(askOf(request).supplierState);
      const answers = sentAnswers.length + (owed ? 1 : 0) + (waits && isQuestion(turn) ? 1 : 0);
      expect({ turn, answers }).toEqual({ turn, answers: isQuestion(turn) ? 1 : 0 });
    });
  };
  fc.assert(fc.property(turns, play), { numRuns: 200 });
});

const euro = (amount: number) => ({ amount, currency: 'EUR' });
const sum = fc.nat(3000);
const maybe = fc.option(sum, { nil: undefined });

test('no partner is charged more than its maximum or the agreed amount, whatever its retry names', () => {
  const play = (fee: number, most: number, offer: number, again: number | undefined, named: number | undefined) => {
    const reason = 'CostExceedsMaxCost';
    const offered = asked()
      .then('supplier', 'offer-terms', { reason, terms: { cost: euro(offer) } })
      .build();
    const retry: AskedByPartner = {
      ...{ requestId: 'their-8', requestType: 'Retry', subTypes: [], requestingAgency: 'ISIL:REQ' },
      ...{ citation: { kind: 'book' }, service: 'loan', serviceLevel: 'normal' },
      ...(again !== undefined && { maxCost: euro(again) }),
    };
    const before = retried({ ...offered, maxCost: euro(most) }, askId, retry);
    const result = receive(before, { name: 'Retry', askId }, context({ at: minutesLater(3) }));
    if ('refused' in result) throw new Error(JSON.stringify(result.refused));
    const { request } = result;
    const rules = { policy: { ...defaultSharingPolicy, loanFees: [{ from: 'ash', fee }] }, currency: 'EUR' };
    const statedCost = named === undefined ? undefined : euro(named);
    const supply = { request, ask: askOf(request), what: 'loan' as const, from: 'ash.main', statedCost };
    // A requester without a maximum in a retry accepts the offer; one with a maximum pays that, and the offer where it covers it.
    const limit = again === undefined ? Math.max(most, offer) : again;
    expect(chargedCost(supply, rules)?.amount ?? 0).toBeLessThanOrEqual(limit);
    const cost = named ?? (offer <= limit ? offer : fee);
    expect(termsToOffer(supply, rules) === undefined).toBe(cost <= limit);
  };
  fc.assert(fc.property(sum, sum, sum, maybe, maybe, play), { numRuns: 250 });
});
