import { aLoanRequest, context, minutesLater, PARTNER } from '../../../../test/builders/loan-request.ts';
import { chargedCost, termsToOffer } from '../charges/supply-cost.ts';
import type { AskedByPartner } from '../iso18626/request-from-iso.ts';
import { toIso } from '../iso18626/to-iso.ts';
import { defaultSharingPolicy } from '../sharing-policy.ts';
import { type Acted, act } from '../workflow/act.ts';
import { receive } from './receive.ts';
import { renumbered, retried } from './retried-request.ts';

const euro = (amount: number) => ({ amount, currency: 'EUR' });
const again: AskedByPartner = {
  ...{ requestId: 'their-8', requestType: 'Retry', previousRequestId: 'their-7', subTypes: [] },
  ...{ requestingAgency: 'ISIL:OTHER', citation: { kind: 'book', title: 'Emma', edition: '3rd', volume: '2' } },
  ...{ service: 'loan', serviceLevel: 'rush', needBy: minutesLater(9999), maxCost: euro(1000) },
};
/** Returns a request for at most 5.00, offered for 9.00. */
const offered = () => {
  const asked = aLoanRequest().askedByPartner().withRota('ash').asked();
  const terms = { cost: euro(900), conditions: ['LibraryUseOnly'] };
  const request = asked.then('supplier', 'offer-terms', { reason: 'CostExceedsMaxCost', terms }).build();
  return { ...request, maxCost: euro(500), partner: { ...request.partner, deliverTo: ['1 Main St'] } as never };
};
const receiving = (asked: AskedByPartner): Acted => {
  const by = { kind: 'partner' as const, member: PARTNER };
  const about = context({ at: minutesLater(3), by });
  const result = receive(retried(offered(), 'ask-1', asked), { name: 'Retry', askId: 'ask-1' }, about);
  if ('refused' in result) throw new Error(JSON.stringify(result));
  return result;
};
const rules = { policy: { ...defaultSharingPolicy, loanFees: [{ from: 'ash', fee: 900 }] }, currency: 'EUR' };
const supply = ({ request }: Acted) => {
  const [ask] = request.asks;
  if (!ask) throw new Error('Nobody was asked.');
  return { request, ask, what: 'loan' as const, from: 'ash.main' };
};

test('a retry changes the item, the date and the maximum cost, and agrees to the offer; a missing address is kept', () => {
  const { request } = receiving(again);
  expect(request).toMatchObject({
    ...{ citation: again.citation, serviceLevel: 'rush', needBy: again.needBy, maxCost: euro(1000) },
    partner: { requestId: 'their-8', requestingAgency: 'ISIL:OTHER', deliverTo: ['1 Main St'] },
    asks: [{ supplierState: 'request-received', offer: { agreed: true, conditions: ['LibraryUseOnly'] } }],
    terms: { cost: euro(900), conditions: ['LibraryUseOnly'] },
  });
});

test.each([
  ['10.00', euro(1000), undefined, euro(900)],
  ['nothing of the cost: it takes the offer', undefined, undefined, euro(900)],
  ['7.00, which the offer is not', euro(700), euro(900), euro(700)],
  ['another currency', { amount: 1000, currency: 'USD' }, euro(900), { amount: 1000, currency: 'USD' }],
])('after a retry that names %s', (_what, maxCost, stillTooDear, charged) => {
  const { maxCost: _before, ...rest } = again;
  const acted = receiving({ ...rest, ...(maxCost && { maxCost }) });
  expect(termsToOffer(supply(acted), rules)?.terms.cost).toEqual(stillTooDear);
  expect(chargedCost(supply(acted), rules)).toEqual(charged);
});

test('all messages after a retry have its number', () => {
  const { request } = receiving(again);
  const accepted = act(request, 'accept', context({ side: 'supplier', askId: 'ask-1', at: minutesLater(4) }));
  if ('refused' in accepted) throw new Error(JSON.stringify(accepted));
  const ends = { ours: 'ISIL:S', theirs: 'ISIL:R' };
  const [message] = accepted.outgoing.map((one) => toIso(one, accepted.request, ends, minutesLater(4)));
  expect(message?.body).toMatchObject({
    header: { requestingAgencyRequestId: 'their-8', requestingAgencyId: { agencyIdValue: 'OTHER' } },
  });
});

test('the same number changes nothing', () => {
  const request = offered();
  expect(renumbered(request, { ...again, requestId: 'their-7', requestingAgency: 'ISIL:REQ' })).toBe(request);
});

test('conditions that a partner accepts by a notification are agreed', () => {
  const result = receive(offered(), { name: 'ConditionsAgreed', askId: 'ask-1' }, context({ at: minutesLater(3) }));
  expect(result).toMatchObject({
    request: { asks: [{ supplierState: 'will-supply', offer: { agreed: true } }], terms: { cost: euro(900) } },
  });
});
