import { aLoanRequest, context, minutesLater, PARTNER, SHIPMENT } from '../../../../test/builders/loan-request.ts';
import { receive } from '../messages/receive.ts';
import { currentAsk, type LoanRequest } from '../requests/request.ts';
import { type Acted, type ActResult, act } from '../workflow/act.ts';
import type { MessageName, Trigger } from '../workflow/triggers.ts';
import { balanceChanges, candidateHistory, medianAnswerMinutes } from './lending-balance.ts';

const changesOf = (request: LoanRequest, trigger: Trigger, more = {}) => {
  const askId = currentAsk(request)?.askId;
  const acted = act(request, trigger, context({ side: 'supplier', ...(askId && { askId }), ...more }));
  if ('refused' in acted) throw new Error(acted.refused.map(({ code }) => code).join());
  return balanceChanges(acted);
};

test('asks, answers and shipments count once each, with the members they concern', () => {
  expect(changesOf(aLoanRequest().build(), 'ask', { side: 'requester', askId: 'ask-1' })).toEqual([
    { member: 'birch', add: { asked: 1 } },
  ]);
  expect(changesOf(aLoanRequest().asked().build(), 'accept')).toEqual([{ member: 'birch', add: { answeredIn5: 1 } }]);
  expect(changesOf(aLoanRequest().asked().promised().build(), 'ship', SHIPMENT)).toEqual([
    { member: 'birch', add: { lent: 1, filled: 1 } },
    { member: 'ash', add: { borrowed: 1 } },
  ]);
});

/** Returns what all steps of a request add to the counters of one party. */
const totalsOf = (member: string, steps: readonly Acted[]): Record<string, number> => {
  const total: Record<string, number> = {};
  const changes = steps.flatMap(balanceChanges).filter((change) => change.member === member);
  for (const { add } of changes)
    for (const [name, amount] of Object.entries(add)) total[name] = (total[name] ?? 0) + amount;
  return total;
};
const acted = (result: ActResult): Acted => {
  if ('refused' in result) throw new Error(result.refused.map(({ code }) => code).join());
  return result;
};
/** Asks a partner, which sends these messages. */
const exchange = (start: LoanRequest, ...names: MessageName[]): Acted[] => {
  const steps = [acted(act(start, 'ask', context({ askId: 'ask-1' })))];
  names.forEach((name, i) => {
    const { request } = steps.at(-1) ?? acted({ refused: [] });
    const at = minutesLater(20 + i);
    const terms = name === 'TermsOffered' ? { reason: 'CostExceedsMaxCost' } : {};
    steps.push(acted(receive(request, { name, askId: 'ask-1', ...terms }, context({ at }))));
  });
  return steps;
};
const outside = (service: 'loan' | 'copy' = 'loan') =>
  aLoanRequest().askingOutside().wanting(service).withRota(PARTNER).build();

test('a partner’s loans and copies are filled requests too, and terms are an answer', () => {
  const lent = exchange(outside(), 'WillSupply', 'Loaned');
  expect(totalsOf(PARTNER, lent)).toEqual({ asked: 1, answeredIn30: 1, lent: 1, filled: 1 });
  expect(totalsOf('ash', lent)).toEqual({ borrowed: 1 });
  expect(totalsOf(PARTNER, exchange(outside('copy'), 'CopySupplied'))).toEqual({
    asked: 1,
    answeredIn30: 1,
    filled: 1,
  });
  // The loan that follows on terms is no second answer.
  expect(totalsOf(PARTNER, exchange(outside(), 'TermsOffered', 'Loaned'))).toEqual({
    ...{ asked: 1, answeredIn30: 1, lent: 1, filled: 1 },
  });
});

test('a copy between members, and what is supplied to a partner, count once', () => {
  const document = { documentId: 'doc-1' };
  expect(changesOf(aLoanRequest().wanting('copy').asked().build(), 'supply-copy', document)).toEqual([
    { member: 'birch', add: { filled: 1, answeredIn5: 1 } },
  ]);
  const theirs = aLoanRequest().askedByPartner();
  expect(changesOf(theirs.asked().build(), 'ship', SHIPMENT)).toEqual([
    { member: 'birch', add: { lent: 1, filled: 1, answeredIn5: 1 } },
    { member: PARTNER, add: { borrowed: 1 } },
  ]);
});

test('an automatic immediate refusal counts for no member: the ask was a formality', () => {
  const asked = acted(act(aLoanRequest().askedByPartner().build(), 'ask', context({ askId: 'ask-1' })));
  const no = { side: 'supplier' as const, askId: 'ask-1', reason: 'NotHeld' };
  const declined = acted(act(asked.request, 'decline', context(no)));
  expect(balanceChanges({ request: declined.request, facts: [...asked.facts, ...declined.facts] })).toEqual([]);
});

test('a member lends as many more than it borrows as the policy sets', () => {
  expect(candidateHistory({ lent: 7, borrowed: 3 }, 20).balance).toEqual({ lent: 7, borrowed: 3, target: 20 });
});

test('shipping at once counts as the answer too', () => {
  expect(changesOf(aLoanRequest().asked().build(), 'ship', SHIPMENT)).toEqual([
    { member: 'birch', add: { lent: 1, filled: 1, answeredIn5: 1 } },
    { member: 'ash', add: { borrowed: 1 } },
  ]);
});

test('the rota uses the balance and the median class of answers; a member without data has none', () => {
  const balance = { lent: 7, borrowed: 3, asked: 5, filled: 4, answeredIn30: 1, answeredIn480: 2, answeredIn2880: 1 };
  expect(candidateHistory(balance)).toEqual({
    balance: { lent: 7, borrowed: 3, target: 0 },
    history: { asked: 5, filled: 4, medianAnswerMinutes: 480 },
  });
  expect(medianAnswerMinutes({ lent: 1 })).toBeUndefined();
});
