import { isSigned } from './event-signature.ts';

// Computed with: printf '1700000000.{"id":"evt_1"}' | openssl dgst -sha256 -hmac whsec_test
const BODY = '{"id":"evt_1"}';
const SECRET = 'whsec_test';
const SIGNATURE = 'c89214b5b5da833daed6f0b8c5bb6bd58cea9022bd80ccc78230f3942d632925';
const now = 1_700_000_000_000;
const header = `t=1700000000,v1=${SIGNATURE}`;

test('an event is signed by HMAC-SHA256 over its time and its body as sent, as openssl computes it', () => {
  expect(isSigned(header, BODY, SECRET, now)).toBe(true);
  expect(isSigned(`t=1700000000,v1=${'0'.repeat(64)},v1=${SIGNATURE},v0=old`, BODY, SECRET, now)).toBe(true);
});

test.each([
  ['another body', header, `${BODY} `, SECRET, now],
  ['another secret', header, BODY, 'whsec_other', now],
  ['another time in the header', header.replace('t=1700000000', 't=1700000001'), BODY, SECRET, now],
  ['an older scheme', `t=1700000000,v0=${SIGNATURE}`, BODY, SECRET, now],
  ['no time', `v1=${SIGNATURE}`, BODY, SECRET, now],
  ['nothing', '', BODY, SECRET, now],
  ['an event older than five minutes', header, BODY, SECRET, now + 301_000],
  ['an event of the future', header, BODY, SECRET, now - 301_000],
])('%s is refused', (_, sent, body, secret, when) => {
  expect(isSigned(sent, body, secret, when)).toBe(false);
});

test('an event is accepted for five minutes', () => {
  expect(isSigned(header, BODY, SECRET, now + 300_000)).toBe(true);
});
