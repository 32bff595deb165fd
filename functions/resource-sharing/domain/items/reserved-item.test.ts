import { makeId } from '../../../../layers/kernel/identity/id.ts';
import { aCheckout, aHold, anItem, aPatron, policies } from '../../../../test/builders/circulation.ts';
import { aLoanRequest } from '../../../../test/builders/loan-request.ts';
import { aRule } from '../../../../test/builders/policies.ts';
import { decideCheckout } from '../../../circulation/public/checkout.ts';
import { canFill } from '../../../circulation/public/hold-queue.ts';
import { byRelevance, isFreeFor, isSpent, letGo, reserveFor } from './reserved-item.ts';

const at = '2026-03-02T11:00:00.000Z';
const requestId = makeId('loan-request', Date.parse(at), new Uint8Array(10));
const request = { ...aLoanRequest().build(), requestId };
const onRequest = policies([aRule({ values: { requestOnly: true } })]);
const reserved = reserveFor(request, anItem(), aPatron(), at);
const codes = (decision: ReturnType<typeof decideCheckout>): string[] =>
  'refused' in decision ? decision.refused.map(({ code }) => code) : [];

test('a reserved copy is paged for the request, and only the patron of the request may have it', () => {
  expect(reserved.item).toMatchObject({ state: 'paged', hold: { holdId: requestId, pickupBranch: 'ash.main' } });
  const out = { item: reserved.item, claim: reserved.hold, policies: onRequest };
  expect(codes(decideCheckout(aCheckout({ ...out, patron: aPatron({ patronId: 'pat_9' }) })))).toEqual([
    'item-paged-for-another',
    'request-only',
  ]);
  expect(codes(decideCheckout(aCheckout(out)))).toEqual([]);
});

test('the loan has the due date that the supplier named', () => {
  const agreed = { due: '2026-03-09T22:59:59.000Z' };
  const made = decideCheckout(aCheckout({ item: reserved.item, claim: reserved.hold, policies: onRequest, agreed }));
  expect('refused' in made ? made.refused : made.changes.item?.after.loan?.due).toBe(agreed.due);
});

test('the owner’s consent is for that copy only; a plain hold has none', () => {
  expect(canFill(anItem(), reserved.hold, onRequest)).toBe(true);
  expect(canFill(anItem({ itemId: 'itm_2' }), reserved.hold, onRequest)).toBe(false);
  expect(canFill(anItem(), aHold(), onRequest)).toBe(false);
});

test('the hold of a released copy is ended and not spent; one fetched or cancelled at a desk is spent', () => {
  const gone = letGo(reserved.hold, at);
  expect([gone?.state, isSpent(gone), letGo(gone, at)]).toEqual(['cancelled', false, undefined]);
  const ended = { at, cause: 'checked-out' };
  expect(isSpent({ ...reserved.hold, state: 'fulfilled', ended })).toBe(true);
  expect([isFreeFor(reserved.item, requestId), isFreeFor(reserved.item, 'req_other')]).toEqual([true, false]);
});

test('of the rows with a request’s id the open one comes first, and replaced ones last', () => {
  const { hold } = reserved;
  const wentOn = letGo(hold, at) ?? hold;
  const fulfilled = { ...hold, state: 'fulfilled' as const, ended: { at, cause: 'checked-out' } };
  const cancelled = { ...hold, state: 'cancelled' as const, ended: { at, cause: 'cancelled-by-patron' } };
  for (const spent of [fulfilled, cancelled]) {
    expect([wentOn, spent, hold].toSorted(byRelevance)).toEqual([hold, spent, wentOn]);
    expect([wentOn, spent].toSorted(byRelevance)).toEqual([spent, wentOn]);
  }
});
