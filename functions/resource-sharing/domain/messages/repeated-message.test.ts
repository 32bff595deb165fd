import { aLoanRequest, context, minutesLater, PARTNER } from '../../../../test/builders/loan-request.ts';
import type { LoanRequest } from '../requests/request.ts';
import type { Terms } from './message.ts';
import { receive } from './receive.ts';

const saved: Terms = { conditions: ['LibraryUseOnly'], cost: { amount: 900, currency: 'USD' } };
const asked = () => aLoanRequest().askingOutside().withRota(PARTNER).asked();
const promises = (request: LoanRequest, terms?: Terms): string => {
  const message = { name: 'ConditionsSet' as const, askId: 'ask-1', ...(terms && { terms }) };
  const result = receive(request, message, context({ at: minutesLater(9) }));
  return 'refused' in result ? (result.refused[0]?.code ?? '') : result.request.state;
};
const agreedTo = [
  ['a retry', asked().message('TermsOffered', { reason: 'MustMeetLoanCondition', terms: saved })],
  ['a notification', asked().message('ConditionsSet', { terms: saved })],
] as const;

describe.each(agreedTo)('C81 after terms were agreed to by %s', (_how, offered) => {
  const agreed = offered.then('requester', 'agree-terms').build();

  test.each<Terms>([saved, { conditions: ['libraryuseonly'] }, { cost: { amount: 800, currency: 'USD' } }])(
    'a promise that repeats them is a promise: %j',
    (terms) => {
      expect(promises(agreed, terms)).toBe('will-supply');
    },
  );

  test.each<Terms | undefined>([
    { conditions: ['LibraryUseOnly', 'NoReproduction'] },
    { ...saved, cost: { amount: 901, currency: 'USD' } },
    { ...saved, cost: { amount: 900, currency: 'EUR' } },
    { ...saved, volumes: ['2'] },
    undefined,
  ])('additional terms require a new decision: %j', (terms) => {
    expect(promises(agreed, terms)).toBe('conditions-set');
  });
});

test('open terms remain open when they are repeated', () => {
  expect(promises(asked().message('ConditionsSet', { terms: saved }).build(), saved)).toBe('conditions-set');
});
