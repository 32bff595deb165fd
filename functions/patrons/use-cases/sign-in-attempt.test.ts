import type { AttemptOf } from '../../../layers/records/attempts/data/attempt-store.ts';
import {
  codeAttempt,
  codeRequest,
  machinePinAttempt,
  ownPinAttempt,
  pinAttempt,
  refuseAttempt,
} from './sign-in-attempt.ts';

const CARD = '21101000000016';
const HOME = '2001:db8:1:2::7';
const attempts: Record<string, AttemptOf> = {
  'a PIN': pinAttempt(CARD, HOME),
  'the own PIN': ownPinAttempt(CARD, HOME),
  'a code': codeAttempt(CARD, HOME),
  'a request for a code': codeRequest(CARD, HOME, 3),
  'a PIN at a machine': machinePinAttempt(CARD, 'mch_1'),
};
const limited = ({ rules }: AttemptOf): string[] => rules.limits.map(({ of }) => of);

test.each(['a PIN', 'the own PIN', 'a code', 'a request for a code'])(
  'an attempt with %s counts by the card, the address and its wider network',
  (what) => {
    expect(attempts[what]).toMatchObject({
      subject: `card ${CARD}`,
      source: 'address 2001:db8:1:2',
      network: 'network 2001:db8:1',
    });
  },
);

test('an attempt with a PIN at a machine counts by the card and the machine, from whatever address that calls', () => {
  const { rules, ...counted } = machinePinAttempt(CARD, 'mch_1');
  expect(counted).toEqual({ subject: `card ${CARD}`, source: 'machine mch_1' });
});

test('finding S3: strangers who try PINs at a card everywhere stop PINs from new addresses, and no other way in', () => {
  const stopped = Object.keys(attempts).filter((what) => limited(attempts[what] as AttemptOf).includes('subject'));
  expect(stopped).toEqual(['a PIN']);
});

test('finding S3: wrong PINs do not count as wrong codes, nor wrong codes as requests for codes', () => {
  const kinds = ['a PIN', 'a code', 'a request for a code'].map((what) => attempts[what]?.rules.kind);
  expect(new Set(kinds).size).toBe(3);
  expect(attempts['the own PIN']?.rules.kind).toBe(attempts['a PIN']?.rules.kind);
});

test('an address asks for a card’s codes as often in a day as the policy says', () => {
  const ofDay = (perDay: number) => codeRequest(CARD, HOME, perDay).rules.limits.find(({ of }) => of === 'pair')?.most;
  expect([ofDay(1), ofDay(5)]).toEqual([1, 5]);
});

test.each([
  ['locked', 'sign-in-locked', 'e-mailed code'],
  ['subject', 'code-needed', 'ask a desk'],
  ['source', 'too-many-failures', 'address or machine'],
  ['network', 'too-many-failures', 'address or machine'],
  ['pair', 'too-many-failures', 'address or machine'],
  ['busy', 'too-many-at-once', 'at once'],
] as const)('an attempt that is refused (%s) says why, what helps, and when to try again', (refused, code, says) => {
  expect(refuseAttempt({ refused, seconds: 61.2 })).toEqual({
    refused: [{ code, detail: expect.stringContaining(says) }],
    headers: { 'retry-after': '62' },
  });
});
