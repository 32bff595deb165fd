import { aLoanRequest, context, SHIPMENT } from '../../../test/builders/loan-request.ts';
import { act } from './act.ts';
import { balanceChanges, candidateHistory, medianAnswerMinutes } from './lending-balance.ts';
import { currentAsk, type LoanRequest } from './request.ts';
import type { Trigger } from './triggers.ts';

const changesOf = (request: LoanRequest, trigger: Trigger, more = {}) => {
  const askId = currentAsk(request)?.askId;
  const acted = act(request, trigger, context({ side: 'supplier', ...(askId && { askId }), ...more }));
  if ('refused' in acted) throw new Error(acted.refused.map(({ code }) => code).join());
  return balanceChanges(acted);
};

test('asking, answering and shipping count once each, with the members they concern', () => {
  expect(changesOf(aLoanRequest().build(), 'ask', { side: 'requester', askId: 'ask-1' })).toEqual([
    { member: 'birch', add: { asked: 1 } },
  ]);
  expect(changesOf(aLoanRequest().asked().build(), 'accept')).toEqual([{ member: 'birch', add: { answeredIn5: 1 } }]);
  expect(changesOf(aLoanRequest().asked().promised().build(), 'ship', SHIPMENT)).toEqual([
    { member: 'birch', add: { lent: 1, filled: 1 } },
    { member: 'ash', add: { borrowed: 1 } },
  ]);
});

test('shipping at once is the answer too', () => {
  expect(changesOf(aLoanRequest().asked().build(), 'ship', SHIPMENT)).toEqual([
    { member: 'birch', add: { lent: 1, filled: 1, answeredIn5: 1 } },
    { member: 'ash', add: { borrowed: 1 } },
  ]);
});

test('the rota judges by the balance and the median class of answers; a member without any has none', () => {
  const balance = { lent: 7, borrowed: 3, asked: 5, filled: 4, answeredIn30: 1, answeredIn480: 2, answeredIn2880: 1 };
  expect(candidateHistory(balance)).toEqual({
    balance: { lent: 7, borrowed: 3, target: 0 },
    history: { asked: 5, filled: 4, medianAnswerMinutes: 480 },
  });
  expect(medianAnswerMinutes({ lent: 1 })).toBeUndefined();
});
