import { featuresOf } from '../../../../test/builders/decide-on.ts';
import type { Otherwise } from '../../../../test/builders/described-media.ts';
import { defaultRules, type Matching, matchingSchema } from './match-rules.ts';
import { decide, isSame, likelihood, type Verdict } from './same-manifestation.ts';

const base = {
  kind: 'am',
  date: '1987',
  fields: {
    100: '$aOkonjo, Miriam.',
    245: '$aTidal mills of the north /$cMiriam Okonjo.',
    260: '$aLeeds :$bHarbour Press,$c1987.',
    300: '$axii, 214 p. :$bill. ;$c24 cm.',
  },
};
type Pair = readonly [Otherwise, Otherwise];

/** Returns the decision by rules that differ from the default ones; the same in either order, and with the score of a load. */
const by = (changed: Partial<Matching>, [one, two]: Pair) => {
  const rules = { ...defaultRules, ...matchingSchema.parse({ ...body, ...changed }), version: 3 };
  const [a, b] = [featuresOf(base, one), featuresOf(base, two)];
  const decision = decide(a, b, rules);
  expect(decide(b, a, rules)).toEqual(decision);
  expect([likelihood(a, b, rules), isSame(a, b, rules)]).toEqual([decision.score, decision.same]);
  return decision;
};
const { version: _, ...body } = defaultRules;
const verdicts = <C extends keyof Matching>(
  choice: C,
  values: readonly NonNullable<Matching[C]>[],
  pair: Pair,
): Verdict[] => values.map((value) => by({ [choice]: value } as Partial<Matching>, pair).verdict);

const meanings = ['same', 'ask', 'apart'] as const;
const asChosen: Verdict[] = ['same', 'ask', 'different'];

const reissue: Pair = [{}, { date: '1999', fields: { 260: '$aLeeds :$bHarbour Press,$c1999.' } }];
const coEdition: Pair = [
  { country: 'enk' },
  { country: 'nyu', fields: { 260: '$aNew York :$bLantern Books,$c1987.' } },
];
const impression: Pair = [{ fields: { 250: '$a2nd impression.' } }, { fields: { 250: '$a4th impression.' } }];
const microform: Pair = [
  {},
  { fields: { 245: '$aTidal mills of the north$h[microform] /$cMiriam Okonjo.', 533: '$aMicrofilm.' } },
];

test.each([
  ['reissues', reissue],
  ['coEditions', coEdition],
  ['impressions', impression],
  ['microforms', microform],
] as const)('the consortium decides whether %s are the same, ask a person or are two titles', (choice, pair) => {
  expect(verdicts(choice, meanings, pair)).toEqual(asChosen);
});

test('a difference that does not count is named, and one that separates is the reason', () => {
  expect(by({ reissues: 'same' }, reissue).because).toContain('not counted by the rules: published 12 years apart');
  expect(by({ reissues: 'apart' }, reissue).because).toEqual(['published 12 years apart']);
  expect(by({ microforms: 'ask' }, microform).because[0]).toBe('one is print, the other a microform');
});

test('a reissue that was set anew is left to a person where reissues are the same', () => {
  const [one, two] = reissue;
  const anew: Pair = [one, { ...two, fields: { ...two.fields, 300: '$axii, 216 p. :$bill. ;$c24 cm.' } }];
  expect(by({ reissues: 'same' }, anew).verdict).not.toBe('same');
});

test('a common number decides, counts beside other evidence or is not used, as the consortium trusts it', () => {
  const isbn = { '020': '$a9780141439587' };
  const other: Pair = [
    { fields: isbn },
    { fields: { ...isbn, 245: '$aMills of the tide.', 100: '$aOther, Name.', 300: '$a90 p.' } },
  ];
  const trust = ['decides', 'counts', 'not-used'] as const;
  expect(verdicts('isbns', trust, other)).toEqual(['same', 'different', 'different']);
  const own: Pair = [{ fields: isbn }, { fields: { '020': '$a9780140449129' } }];
  expect(verdicts('isbns', trust, own)).toEqual(['ask', 'ask', 'same']);
  const oclc = { '035': '$a(OCoLC)5200417' };
  const titles = { 245: '$aTidal mills of the far north /$cMiriam Okonjo.' };
  const numbered: Pair = [{ fields: oclc }, { fields: { ...titles, ...oclc } }];
  expect(verdicts('oclcNumbers', trust, numbered)).toEqual(['same', 'same', 'ask']);
  // A volume may have the number of its set, and a later edition that of the first.
  const edition: Pair = [{ fields: oclc }, { fields: { ...oclc, 250: '$a2nd ed.' } }];
  const first: Pair = [{ fields: { ...oclc, 250: '$a1st ed.' } }, edition[1]];
  expect(by({ oclcNumbers: 'decides' }, first)).toMatchObject({
    verdict: 'different',
    because: ['different editions (1 and 2)'],
  });
});

test('a link to the other record separates also where its kind of number is not used', () => {
  const linked: Pair = [
    { fields: { '035': '$a(OCoLC)5200417' } },
    { fields: { '035': '$a(OCoLC)5200999', 776: '$w(OCoLC)5200417' } },
  ];
  expect(verdicts('oclcNumbers', ['counts', 'not-used'], linked)).toEqual(['different', 'different']);
});

test('thresholds of the consortium replace those of the model', () => {
  const near: Pair = [{}, { date: '1988', fields: { 260: '$aLeeds :$bHarbour,$c1988.', 300: '$a215 p.' } }];
  const { score } = by({}, near);
  expect(by({ thresholds: { same: 0.99, ask: 0.05 } }, near).verdict).toBe(score >= 0.99 ? 'same' : 'ask');
  expect(by({ thresholds: { same: 0.5, ask: 0.05 } }, near).verdict).toBe(score >= 0.5 ? 'same' : 'ask');
  expect(matchingSchema.safeParse({ ...body, thresholds: { same: 0.6, ask: 0.6 } }).success).toBe(false);
});

test('finding M1: a word or two of the remainder of a title that differ leave a pair to a person; a slip or a shorter remainder does not', () => {
  const titled = (rest: string): Otherwise => ({ fields: { 245: `$aSurvey of rivers :$b${rest} /$cMiriam Okonjo.` } });
  const verdictOn = (one: string, two: string): Verdict => by({}, [titled(one), titled(two)]).verdict;
  const others = [
    ['the waters of Kansas', 'the waters of Arkansas'],
    ['a guide to Virginia', 'a guide to West Virginia'],
    ['centers of trade in Ohio', 'centers of trade in New Mexico'],
    ['report 1986-A', 'report 1986-B'],
    ['vitamin A in fish', 'vitamin B in fish'],
  ] as const;
  expect(others.map(([one, two]) => verdictOn(one, two))).toEqual(others.map(() => 'ask'));
  expect(verdictOn('the waters of Kansas', 'the watres of Kansas')).toBe('same');
  expect(verdictOn('the waters of Kansas', 'the waters')).toBe('same');
  expect(verdictOn('notes and maps, vol. 1', 'notes and maps, v. l')).toBe('same');
});
