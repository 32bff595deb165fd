import { aLoanRequest, context, PARTNER } from '../../../../test/builders/loan-request.ts';
import type { ActResult } from '../workflow/act.ts';
import { TABLE } from '../workflow/transitions.ts';
import { receive } from './receive.ts';

const requestOf = (result: ActResult) => ('refused' in result ? undefined : result.request);
const refused = { name: 'Unfilled', askId: 'ask-1', reason: 'NotFoundAsCited' } as const;

test('finding I7: NotFoundAsCited of the last supplier waits for a better citation; of an earlier one, the next is asked', () => {
  const last = requestOf(receive(aLoanRequest().withRota(PARTNER).asked().build(), refused, context()));
  expect(last).toMatchObject({ state: 'terms-offered', asks: [{ offer: { afterRefusal: true } }] });
  const earlier = requestOf(receive(aLoanRequest().withRota(PARTNER, 'birch').asked().build(), refused, context()));
  expect(earlier).toMatchObject({ state: 'unfilled', asks: [{ outcome: 'unfilled', reason: 'NotFoundAsCited' }] });
  const other = { ...refused, reason: 'NotOnShelf' };
  expect(requestOf(receive(aLoanRequest().withRota(PARTNER).asked().build(), other, context()))?.state).toBe(
    'unfilled',
  );
});

test('finding I8: no meaning of a state names an acceptance case', () => {
  const meanings = Object.values(TABLE).flatMap((rows) => Object.values(rows).map(({ meaning }) => meaning));
  expect(meanings.filter((meaning) => /\bC\d+/.test(meaning))).toEqual([]);
});
