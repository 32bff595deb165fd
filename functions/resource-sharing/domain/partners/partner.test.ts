import { agencyOf, symbolKey, symbolOf, symbolText } from '../../../../layers/protocols/iso18626/agency-symbol.ts';
import { addressFault, maySpeakAs, partnerChangeSchema, partnerTermsSchema, RETRY_SECONDS } from './partner.ts';

test.each([
  ['https://broker.example.org/iso18626', false, undefined],
  ['https://broker.example.org:8443/a?b=c', false, undefined],
  ['http://localhost:9000/', true, undefined],
  ['http://127.0.0.1/', true, undefined],
  ['http://[::1]:9000/', true, undefined],
  ['http://127.0.0.1/', false, 'Partners are reached by HTTPS only.'],
  ['http://broker.example.org/', true, 'HTTPS, or HTTP to this machine.'],
  ['http://127.0.0.1.example.org/', true, 'HTTPS, or HTTP to this machine.'],
  ['https://us@broker.example.org/', false, 'Credentials do not stand in the address.'],
  ['https://broker.example.org/#x', false, 'An address for messages has no part behind #.'],
  ['javascript:alert(1)', true, 'HTTPS, or HTTP to this machine.'],
  ['broker.example.org', false, 'This is no address.'],
])('%s (on one machine: %s) can be addressed: %s', (address, here, fault) => {
  expect(addressFault(address, here)).toBe(fault);
});

test('a symbol is the same in any case and form, and an unstorable one belongs to no partner', () => {
  expect(symbolKey('isil:de-18')).toBe('ISIL:DE-18');
  expect(symbolKey(' ＩＳＩＬ:DE-18 ')).toBe('ISIL:DE-18');
  expect([symbolKey(''), symbolKey('  '), symbolKey(`ISIL:${'x'.repeat(200)}`)]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect(symbolText({ type: 'ISIL', value: 'DE-18' })).toBe('ISIL:DE-18');
  expect(symbolOf(agencyOf('ISIL:DE-18'))).toBe('ISIL:DE-18');
  expect(symbolOf({ agencyIdType: { value: ' ' }, agencyIdValue: ' DE-18 ' })).toBe('DE-18');
});

test('a library uses its own symbol, a broker those of others too', () => {
  const library = { broker: false, symbols: [{ type: 'ISIL', value: 'DE-18' }] };
  expect([maySpeakAs(library, 'isil:de-18'), maySpeakAs(library, 'ISIL:DE-19')]).toEqual([true, false]);
  expect(maySpeakAs({ ...library, broker: true }, 'ISIL:DE-19')).toBe(true);
});

const input = {
  ...{ name: 'North', symbols: [{ type: 'ISIL', value: 'XX-N' }], address: 'https://north.example/' },
  ...{ dialect: '1.2', supplies: true, requests: true, knowsUsAs: 'member', outbound: { how: 'none' } },
};

test('missing settings have defaults, and a change sets only what it names', () => {
  expect(partnerTermsSchema.parse(input)).toMatchObject({ broker: false, services: ['loan', 'copy'], paused: false });
  expect(partnerChangeSchema.parse({ paused: true, accountId: null })).toEqual({ paused: true, accountId: null });
});

test.each([
  ['a symbol with a blank', { symbols: [{ type: 'ISIL', value: 'XX N' }] }],
  ['no symbol', { symbols: [] }],
  ['a fee in half a cent', { loanCost: { amount: 0.5, currency: 'USD' } }],
  ['a fee that is a gift', { loanCost: { amount: -1, currency: 'USD' } }],
  ['a currency that is none', { copyCost: { amount: 1, currency: 'dollars' } }],
  ['a header that HTTP writes', { outbound: { how: 'header', header: 'content-length' } }],
  ['an account with a colon', { accountId: 'a:b' }],
  ['a country by its name', { countries: ['Germany'] }],
  ['a pause of no time', { retrySeconds: [0] }],
  ['a field that is none', { secretHash: 'x' }],
])('%s is refused', (_what, more) => {
  expect(partnerTermsSchema.safeParse({ ...input, ...more }).success).toBe(false);
  expect(partnerChangeSchema.safeParse(more).success).toBe(false);
});

test('finding I2: a message is tried again for three days, with growing pauses of at most six hours', () => {
  const pauses = RETRY_SECONDS;
  const days = pauses.reduce((sum, seconds) => sum + seconds, 0) / 86_400;
  expect([Math.floor(days), pauses.length < 50, Math.max(...pauses)]).toEqual([3, true, 6 * 3600]);
  expect(pauses.toSorted((one, other) => one - other)).toEqual(pauses);
  expect(partnerTermsSchema.parse(input).retrySeconds).toEqual(pauses);
});
