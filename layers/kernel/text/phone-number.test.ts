import { phoneNumberOf } from './phone-number.ts';

test.each([
  ['(212) 555-0188', 'US', '+12125550188'],
  ['1 212 555 0188', 'US', '+12125550188'],
  ['+1 212.555.0188', 'ES', '+12125550188'],
  ['0034 612 34 56 78', 'US', '+34612345678'],
  ['612 345 678', 'ES', '+34612345678'],
  ['07700 900123', 'GB', '+447700900123'],
  ['+81 90 1234 5678', 'US', '+819012345678'],
])('%s, typed in %s, is %s', (typed, country, number) => {
  expect(phoneNumberOf(typed, country)).toEqual({ number });
});

test.each([
  ['555 0188', 'US', 'wrong-length'],
  ['(112) 555-0188', 'US', 'wrong-length'],
  ['+1 212 555 01888', 'US', 'wrong-length'],
  ['0612345678', 'ES', 'wrong-length'],
  ['call me', 'US', 'not-a-number'],
  ['212 555 0188 ext 3', 'US', 'not-a-number'],
  ['090 1234 5678', 'JP', 'country-unknown'],
])('%s, typed in %s, is refused: %s', (typed, country, fault) => {
  expect(phoneNumberOf(typed, country)).toEqual({ fault });
});
