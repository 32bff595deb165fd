import { aLoanRequest, context, minutesLater, PARTNER } from '../../../../test/builders/loan-request.ts';
import type { LoanRequest } from '../requests/request.ts';
import type { Terms } from './message.ts';
import { receive } from './receive.ts';

const kept: Terms = { conditions: ['LibraryUseOnly'], cost: { amount: 900, currency: 'USD' } };
const asked = () => aLoanRequest().askingOutside().withRota(PARTNER).asked();
const promises = (request: LoanRequest, terms?: Terms): string => {
  const word = { name: 'ConditionsSet' as const, askId: 'ask-1', ...(terms && { terms }) };
  const heard = receive(request, word, context({ at: minutesLater(9) }));
  return 'refused' in heard ? (heard.refused[0]?.code ?? '') : heard.request.state;
};
const agreedTo = [
  ['a retry', asked().heard('TermsOffered', { reason: 'MustMeetLoanCondition', terms: kept })],
  ['a notification', asked().heard('ConditionsSet', { terms: kept })],
] as const;

describe.each(agreedTo)('C81 after terms were agreed to by %s', (_how, offered) => {
  const agreed = offered.then('requester', 'agree-terms').build();

  test.each<Terms>([kept, { conditions: ['libraryuseonly'] }, { cost: { amount: 800, currency: 'USD' } }])(
    'a promise that says them again is a promise: %j',
    (terms) => {
      expect(promises(agreed, terms)).toBe('will-supply');
    },
  );

  test.each<Terms | undefined>([
    { conditions: ['LibraryUseOnly', 'NoReproduction'] },
    { ...kept, cost: { amount: 901, currency: 'USD' } },
    { ...kept, cost: { amount: 900, currency: 'EUR' } },
    { ...kept, volumes: ['2'] },
    undefined,
  ])('what is more is decided on anew: %j', (terms) => {
    expect(promises(agreed, terms)).toBe('conditions-set');
  });
});

test('what nobody has agreed to is no less open when it is said again', () => {
  expect(promises(asked().heard('ConditionsSet', { terms: kept }).build(), kept)).toBe('conditions-set');
});
