import fc from 'fast-check';
import {
  type AttemptRules,
  codeRequestRules,
  codeRules,
  deskCodeRules,
  KNOWN_MS,
  type Limit,
  limitFor,
  machinePinRules,
  machineSecretRules,
  ownPinRules,
  partnerSecretRules,
  pinRules,
  seatEmailRules,
  seatLinkRules,
  seatSignInRules,
  windowAt,
} from './rules.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const MONTH_MS = 30 * DAY_MS;

/** Counts those of two thousand attempts, spread over a time, that pass the limits of some parties. */
const admittedIn = (ms: number, rules: AttemptRules, of: readonly Limit['of'][], isKnown = false): number => {
  const limits = rules.limits
    .filter((limit) => of.includes(limit.of))
    .flatMap((limit) => limitFor(limit, isKnown) ?? []);
  const counts = new Map<string, number>();
  let admitted = 0;
  for (let now = 0; now < ms; now += ms / 2000) {
    const counters = limits.map((limit) => ({ limit, at: `${limit.of} ${windowAt(limit, now).window}` }));
    if (counters.some(({ limit, at }) => (counts.get(at) ?? 0) >= limit.most)) continue;
    for (const { at } of counters) counts.set(at, (counts.get(at) ?? 0) + 1);
    admitted += 1;
  }
  return admitted;
};

test.each<[string, AttemptRules, number, number]>([
  ['wrong PINs', pinRules, 20, 100],
  ['wrong PINs of the signed-in', ownPinRules, 20, 100],
  ['wrong PINs at a self-check', machinePinRules, 60, 300],
  ['wrong codes', codeRules, 20, 100],
  ['requests for codes', codeRequestRules(3), 60, 300],
  ['requests for mailed links', seatLinkRules, 20, 100],
  ['wrong secrets of machines', machineSecretRules, 20, 100],
  ['wrong credentials of partners', partnerSecretRules, 5, 40],
])('one source makes only so many %s, in a quarter of an hour and in a day', (_what, rules, quarter, day) => {
  expect(admittedIn(15 * MINUTE_MS, rules, ['source'])).toBe(quarter);
  expect(admittedIn(DAY_MS, rules, ['source'])).toBe(day);
  expect(admittedIn(15 * MINUTE_MS, rules, ['source'], true)).toBe(quarter * 10);
});

test('any number of addresses together try fifty PINs at one card in thirty days', () => {
  expect(admittedIn(MONTH_MS, pinRules, ['subject'])).toBe(50);
  expect(admittedIn(2 * MONTH_MS, pinRules, ['subject'])).toBe(100);
});

test('an address gets as many codes for a card in a day as the policy says, also where the card is known', () => {
  for (const isKnown of [false, true]) {
    expect(admittedIn(DAY_MS, codeRequestRules(3), ['pair'], isKnown)).toBe(3);
    expect(admittedIn(2 * DAY_MS, codeRequestRules(4), ['pair'], isKnown)).toBe(8);
  }
});

test.each([pinRules, ownPinRules, codeRules, codeRequestRules(3)])(
  'finding S2: the wider network of an address has five times each limit of the address ($kind)',
  ({ limits }) => {
    const of = (counted: string) => limits.filter((limit) => limit.of === counted).map(({ ms, most }) => [ms, most]);
    expect(of('source').length).toBeGreaterThan(0);
    expect(of('network')).toEqual(of('source').map(([ms, most = 0]) => [ms, most * 5]));
  },
);

test('finding S3: failures of strangers at a card do not limit where the card is known, nor a signed-in patron', () => {
  const ofCard = { of: 'subject' as const, ms: MONTH_MS, most: 50 };
  expect(pinRules.limits).toContainEqual(ofCard);
  expect([limitFor(ofCard, false), limitFor(ofCard, true)]).toEqual([ofCard, undefined]);
  for (const { limits } of [ownPinRules, machinePinRules, codeRules])
    expect(limits.map(({ of }) => of)).not.toContain('subject');
});

test('finding S3: an address stays known to a card longer than the failures of strangers at the card count', () => {
  expect(KNOWN_MS).toBeGreaterThan(2 * Math.max(...pinRules.limits.map(({ ms }) => ms)));
});

test.each(['source', 'network'] as const)('known cards have ten times the limit of their %s', (of) => {
  expect(limitFor({ of, ms: DAY_MS, most: 20 }, true)).toEqual({ of, ms: DAY_MS, most: 200 });
});

test('at a shared desk ten wrong codes in a quarter of an hour and thirty in a day are tried, also where codes succeeded', () => {
  for (const isKnown of [false, true]) {
    expect(admittedIn(15 * MINUTE_MS, deskCodeRules, ['pair'], isKnown)).toBe(10);
    expect(admittedIn(DAY_MS, deskCodeRules, ['pair'], isKnown)).toBe(30);
  }
});

test('finding S3: where a card signed in by PIN, its requests for codes and its codes come from a known address', () => {
  expect([codeRules.knownBy, codeRequestRules(3).knownBy]).toEqual(['pin', 'pin']);
});

test('what can be guessed locks after some failures in a row, what cannot be guessed never does', () => {
  expect([pinRules, ownPinRules, machinePinRules, codeRules].map(({ lock }) => lock)).toEqual([true, true, true, true]);
  expect([codeRequestRules(3), machineSecretRules, partnerSecretRules].map(({ lock }) => lock)).toEqual([
    ...[false, false, false],
  ]);
});

test('PINs count together and all else apart, under names that never change, since they are part of stored keys', () => {
  const all = [
    pinRules,
    ownPinRules,
    machinePinRules,
    codeRules,
    codeRequestRules(3),
    machineSecretRules,
    partnerSecretRules,
  ];
  expect(all.map(({ kind }) => kind).join(' ')).toBe('pin pin pin code code-request machine-secret partner-secret');
});

test('requests for mailed links are limited by source only, so that strangers cannot lock a person out', () => {
  expect(new Set(seatLinkRules.limits.map(({ of }) => of))).toEqual(new Set(['source', 'network', 'pair']));
  expect(seatSignInRules.limits).toEqual([]);
  // Requests never make a source known, and e-mails do: the rules of both must not meet.
  expect([seatLinkRules.knownBy, seatLinkRules.kind]).toEqual([undefined, 'seat-link']);
  expect([seatSignInRules.kind, seatEmailRules(MINUTE_MS).kind]).toEqual(['seat-email', 'seat-email']);
});

test('while no further link is e-mailed to an address, one that was e-mailed before is valid', () => {
  const validMs = 30 * MINUTE_MS;
  const [limit] = seatEmailRules(validMs).limits;
  const gaps = fc.array(fc.integer({ min: 0, max: validMs }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 41 }), gaps, (start, waits) => {
      const sent: number[] = [];
      let now = start;
      for (const wait of waits) {
        now += wait;
        const { window } = windowAt(limit as Limit, now);
        const inWindow = sent.filter((at) => windowAt(limit as Limit, at).window === window);
        if (inWindow.length < (limit?.most ?? 0)) sent.push(now);
        else expect(inWindow.every((at) => at + validMs > now)).toBe(true);
      }
    }),
  );
});

test('a window ends after the seconds that it has left, and another begins', () => {
  const limits = [pinRules, codeRequestRules(3)].flatMap((rules) => rules.limits);
  fc.assert(
    fc.property(fc.constantFrom(...limits), fc.integer({ min: 0, max: 2 ** 41 }), (limit, now) => {
      const { window, secondsLeft } = windowAt(limit, now);
      expect(secondsLeft).toBeGreaterThan(0);
      expect(windowAt(limit, now + secondsLeft * 1000 - 1).window).toBe(window);
      const next = windowAt(limit, now + secondsLeft * 1000);
      expect([next.window === window, next.secondsLeft]).toEqual([false, limit.ms / 1000]);
    }),
  );
});

test('windows of different lengths have different names, also at the same number', () => {
  const lengths = [...new Set(pinRules.limits.map(({ ms }) => ms))];
  const names = lengths.map((ms) => windowAt({ of: 'source', ms, most: 1 }, 0).window);
  expect(new Set(names).size).toBe(3);
});
