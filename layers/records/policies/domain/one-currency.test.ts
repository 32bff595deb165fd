import { loanRulesDocument } from '../../../../test/builders/policies.ts';
import type { PolicyDocument } from './document.ts';
import { currencyOf, otherCurrency, sharesCurrencyWith } from './one-currency.ts';

const rules = loanRulesDocument();
const fees = (currency: string, effectiveFrom: string, more: Partial<PolicyDocument> = {}): PolicyDocument => ({
  ...{ kind: 'fees', version: 1, effectiveFrom, decisionReference: 'D-1', adoptedBy: 'staff:1', ...more },
  body: { currency, fees: {} },
});
const [january, june] = ['2026-01-01T00:00:00.000Z', '2026-06-01T00:00:00.000Z'];
const ruled = (currency: string, effectiveFrom = june) => ({ kind: 'loan-rules', effectiveFrom, body: { currency } });

test('loan rules and fees share a currency; other policies have none', () => {
  expect(currencyOf(rules)).toBe(rules.body.currency);
  expect(currencyOf(fees('EUR', january))).toBe('EUR');
  expect(currencyOf({ kind: 'movement', body: { currency: 'EUR' } })).toBeUndefined();
  expect(sharesCurrencyWith('fees').map(({ name }) => name)).toEqual(['loan-rules']);
  expect(sharesCurrencyWith('loan-rules').map(({ name }) => name)).toEqual(['fees']);
  expect(sharesCurrencyWith('movement')).toEqual([]);
});

test('a policy conflicts with another currency that is in force when it begins, or begins later', () => {
  expect(otherCurrency(ruled('EUR'), [])).toBeUndefined();
  expect(otherCurrency(ruled('EUR'), [fees('EUR', january)])).toBeUndefined();
  expect(otherCurrency(ruled('EUR'), [fees('USD', january)])).toBe('USD');
  expect(otherCurrency(ruled('EUR'), [fees('USD', june)])).toBe('USD');
  expect(otherCurrency(ruled('EUR', january), [fees('USD', june)])).toBe('USD');
  expect(otherCurrency({ ...ruled('EUR'), kind: 'movement' }, [fees('USD', january)])).toBeUndefined();
});

test('a currency that has ended, or was ended before it began, conflicts with nothing', () => {
  const euros = fees('EUR', '2026-02-01T00:00:00.000Z', { version: 2 });
  expect(otherCurrency(ruled('EUR'), [fees('USD', january), euros])).toBeUndefined();
  const never = fees('USD', '2026-07-01T00:00:00.000Z');
  expect(otherCurrency(ruled('EUR'), [never, { ...euros, endsLater: true }])).toBeUndefined();
  expect(otherCurrency(ruled('EUR'), [never, euros])).toBe('USD');
});
