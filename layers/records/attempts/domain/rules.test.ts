import { codeRequestRules, codeRules, limitFor, ownPinRules, pinRules } from './rules.ts';

const DAY_MS = 24 * 60 * 60_000;

test.each([pinRules, ownPinRules, codeRules, codeRequestRules(3)])(
  'finding S2: the wider network of an address has five times each limit of the address ($kind)',
  ({ limits }) => {
    const of = (counted: string) => limits.filter((limit) => limit.of === counted).map(({ ms, most }) => [ms, most]);
    expect(of('source').length).toBeGreaterThan(0);
    expect(of('network')).toEqual(of('source').map(([ms, most = 0]) => [ms, most * 5]));
  },
);

test('finding S3: failures of strangers at a card do not limit where the card is known, nor a signed-in patron', () => {
  const ofCard = { of: 'subject' as const, ms: 30 * DAY_MS, most: 50 };
  expect(pinRules.limits).toContainEqual(ofCard);
  expect([limitFor(ofCard, false), limitFor(ofCard, true)]).toEqual([ofCard, undefined]);
  expect(ownPinRules.limits.map(({ of }) => of)).not.toContain('subject');
});

test.each(['source', 'network'] as const)('known cards have ten times the limit of their %s', (of) => {
  expect(limitFor({ of, ms: DAY_MS, most: 20 }, true)).toEqual({ of, ms: DAY_MS, most: 200 });
});

test('finding S3: where a card signed in by PIN, its requests for codes and its codes come from a known address', () => {
  expect([codeRules.knownBy, codeRequestRules(3).knownBy]).toEqual(['pin', 'pin']);
});
