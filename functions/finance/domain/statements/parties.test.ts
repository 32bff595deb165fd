import { areOfDifferentMembers, sellerSchema } from './parties.ts';
import { isCountry, isTaxNumber, isVatNumber } from './vat-number.ts';

const place = { street: '1 Mühlweg', postcode: '10115', city: 'Berlin', country: 'DE' };
const accepts = (over: object): boolean => sellerSchema.safeParse({ ...place, ...over }).success;

describe('The seller of invoices', () => {
  test.each([
    ['DE89370400440532013000', true],
    ['NO9386011117947', true],
    ['MT84MALT011000012345MTLCAST001S', true],
    // The check digits fit, but the text has another character before, or within, or too few or too many of them.
    ['XDE06370400440532013000', false],
    ['DE933704004405', false],
    ['DE4037040044053', true],
    ['DE75111111111111111111111111111111', true],
    ['DE111111111111111111111111111111111', false],
    ['DE8937040044053201300 0', false],
    ['DE893704004405320130-00', false],
    ['de89370400440532013000', false],
    ['DE88370400440532013000', false],
  ])('has the IBAN %s: %s', (iban, isAccepted) => {
    expect(accepts({ iban })).toBe(isAccepted);
  });

  test.each([
    [{ bic: 'COBADEFF' }, true],
    [{ bic: 'COBADEFFXXX' }, true],
    [{ bic: 'COBADEFFX' }, false],
    [{ country: 'DE ' }, false],
    [{ country: 'DEX' }, false],
    [{ street: 'x'.repeat(200), postcode: 'x'.repeat(20), city: 'x'.repeat(100) }, true],
    [{ bank: 'x'.repeat(100), account: 'x'.repeat(60), registrationNumber: 'x'.repeat(50) }, true],
    [{ registrationNumber: 'x'.repeat(51) }, false],
    [{ registrationNumber: '' }, false],
    [{ taxNumber: '1'.repeat(50) }, true],
    [{ taxNumber: '1'.repeat(51) }, false],
    [{ taxNumber: '' }, false],
    [{ other: 1 }, false],
  ])('is accepted with %j: %s', (over, isAccepted) => {
    expect(accepts(over)).toBe(isAccepted);
  });
});

test('a number is a VAT number when it begins with a country, and a tax number also without two capital letters', () => {
  expect(['DE1', 'EL1', 'XI1', 'GR1', 'ZZ1', '1DE', ''].map(isVatNumber)).toEqual([
    ...[true, true, true, true, false, false, false],
  ]);
  expect(['DE1', 'ZZ1', '35-1', '1ZZ', 'Zz1', '', 'EL1'].map(isTaxNumber)).toEqual([
    ...[true, false, true, true, true, true, true],
  ]);
});

test('a country has one of the codes of ISO 3166, in capital letters', () => {
  const codes = ['AD', 'AZ', 'BA', 'CA', 'GA', 'KE', 'MU', 'SA', 'UM', 'US', 'ZW', 'XI'];
  expect(codes.filter((code) => !isCountry(code))).toEqual([]);
  expect(['', 'de', 'EL', 'XX', 'DEU', 'D', 'AD AE'].filter(isCountry)).toEqual([]);
});

test('two parties are different members unless one id is named twice', () => {
  const of = (...ids: string[]) => areOfDifferentMembers(ids.map((memberId) => ({ memberId })));
  expect([of(), of('a'), of('a', 'b'), of('a', 'b', 'a')]).toEqual([true, true, true, false]);
});
