import fc from 'fast-check';
import { type ClaimPolicy, dueOn, lateFrom } from '../claims.ts';
import { type HeldIssue, issuesIn, marcOf, mergeRanges, runsOf, statementOf } from './holdings.ts';
import { readMfhd, writeMfhd } from './mfhd.ts';
import type { Pattern } from './pattern.ts';
import { predict, startOf } from './predict.ts';

const pattern: Pattern = {
  frequency: 'm',
  levels: [
    { caption: 'v.', restarts: false },
    { caption: 'no.', units: 12, restarts: true },
  ],
  ...{ dates: ['year', 'month'], calendarChange: ['01'], skipped: [8], language: 'en' },
};
const held = (places: readonly number[], most = 24): (HeldIssue & { pattern: Pattern; version: number })[] =>
  predict(pattern, startOf(pattern, { on: '2025-01-01', numbers: [1, 1] }), { most }).issues.map((issue, at) => ({
    ...{ ...issue, pattern, version: 1, isHeld: places.includes(at + 1) },
  }));

test('A94 ranges that touch or overlap become one; an open one stays open', () => {
  expect(
    mergeRanges([
      { first: 1, last: 4 },
      { first: 2, last: 3 },
    ]),
  ).toEqual([{ first: 1, last: 4 }]);
  expect(
    mergeRanges([
      { first: 6, last: 7 },
      { first: 8, last: 8 },
    ]),
  ).toEqual([{ first: 6, last: 8 }]);
  expect(mergeRanges([{ first: 9 }, { first: 1, last: 3 }, { first: 12, last: 14 }])).toEqual([
    { first: 1, last: 3 },
    { first: 9 },
  ]);
  expect(mergeRanges([{ first: 1, last: 5 }, { first: 3 }])).toEqual([{ first: 1 }]);
});

test('A94 a holdings statement joins what is held without a gap, over volumes and over issues that did not appear', () => {
  const issues = held([1, 2, 3, 6, 7, 9, 10, 11, 12, 13, 20]);
  const runs = runsOf(issues);
  expect(statementOf(runs)).toBe(
    'v.1:no.1 (2025:Jan.)-v.1:no.3 (2025:Mar.), v.1:no.6 (2025:June)-v.2:no.1 (2026:Jan.), v.2:no.8 (2026:Aug.)',
  );
  expect(marcOf('basic', issues)).toEqual([
    '853 20 $81$av.$bno.$u12$vr$i(year)$j(month)$wm$x01',
    '863 40 $81.1$a1$b1-3$i2025$j01-03',
    '863 40 $81.2$a1-2$b6-1$i2025-2026$j06-01',
    '863 40 $81.3$a2$b8$i2026$j08',
  ]);
  expect(statementOf(runsOf(held([])))).toBe('');
});

test('A95 the fields of holdings never cross a change of the pattern, and link to the captions of their version', () => {
  const before = held([4, 5, 6], 6);
  const single: Pattern = {
    frequency: 'm',
    levels: [{ caption: 'no.', restarts: false }],
    dates: ['year', 'month'],
    language: 'en',
  };
  const after = predict(single, startOf(single, { on: '2025-07-01', numbers: [60] }), { most: 2 }).issues.map(
    (issue) => ({ ...issue, pattern: single, version: 2, isHeld: true }),
  );
  const current = { version: 2, pattern: single };
  const fields = marcOf('basic', [...before, ...after], current);
  expect(fields).toEqual([
    expect.stringMatching(/^853 20 \$81\$av\.\$bno\./),
    '863 40 $81.1$a1$b4-6$i2025$j04-06',
    '853 20 $82$ano.$i(year)$j(month)$wm',
    '863 40 $82.1$a60-61$i2025$j07-08',
  ]);
  expect(readMfhd(fields.join('\n'), 'en')).toMatchObject({ basic: { pattern: single, last: { numbers: [61] } } });
  expect(marcOf('basic', before, current)).toHaveLength(3);
});

test('a compressed statement expands to the issues that it was made of', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 60 })), (places) => {
      const issues = held(places, 60);
      const wanted = issues.filter(({ isHeld, isSkipped }) => isHeld && !isSkipped);
      expect(issuesIn(runsOf(issues), issues)).toEqual(wanted);
    }),
  );
});

test('overlapping ranges cover the same places after they are merged, and touch no more', () => {
  const ranges = fc.array(fc.tuple(fc.nat(60), fc.nat(9)).map(([first, more]) => ({ first, last: first + more })));
  const places = (all: readonly { first: number; last?: number }[]): Set<number> =>
    new Set(all.flatMap(({ first, last = first }) => Array.from({ length: last - first + 1 }, (_, at) => first + at)));
  fc.assert(
    fc.property(ranges, (all) => {
      const merged = mergeRanges(all);
      expect(places(merged)).toEqual(places(all));
      for (const [at, { first }] of merged.entries())
        if (at > 0) expect(first).toBeGreaterThan((merged[at - 1]?.last ?? 0) + 1);
    }),
  );
});

test.each([
  '853 20 $81$av.$bno.$u12$vr$i(year)$j(month)$wm$x01$ycm01/02$yce21/2',
  '854 20 $81$av.$i(year)$j(month)$wa$ypm09',
  '855 20 $81$av.$i(year)$wa',
  '853 20 $81$av.$bno.$uvar$vc$i(year)$j(month)$k(day)$wc$x07$ypw00mo,00th$yod0101,0704$yow0901mo,1104th',
  '853 20 $81$i(year)$j(season)$w4$x21$yps21,22/23,24',
])('a pattern is written as it was read: %s', (field) => {
  const read = readMfhd(field, 'en');
  if ('line' in read) throw new Error(read.reason);
  expect(Object.entries(read).map(([kind, series]) => writeMfhd(kind as 'basic', series.pattern))).toEqual([field]);
});

test('supplements and indexes have patterns of their own, each with the last issue that the holdings name', () => {
  const read = readMfhd(
    [
      '853 20 $826$av.$bno.$u12$vr$i(year)$j(month)$wm',
      '854 20 $827$av.$i(year)$j(month)$wa$ypm09$oSupplement',
      '855 20 $828$av.$i(year)$j(month)$ypm02$oIndex',
      '863 41 $826.1$a1$b1-4$i1990$j01-04',
      '863 41 ‡826.2‡a1‡b5/6‡i1990‡j05/06',
      '865 41 $828.1$a1$i1990$j02',
    ].join('\n'),
    'en',
  );
  expect(read).toMatchObject({
    basic: { last: { on: '1990-05-01', numbers: [1, 6] } },
    supplement: { pattern: { frequency: 'a', levels: [{ caption: 'v.' }] } },
    index: { pattern: { frequency: 'x' }, last: { on: '1990-02-01', numbers: [1] } },
  });
});

test.each([
  ['', 'no-pattern'],
  ['245 00 $aA title', 'no-pattern'],
  ['853 20 $av.$i(fortnight)$wm', 'unknown-caption'],
  ['853 20 $av.$i(year)$wm$yzz01', 'bad-regularity'],
  ['853 20 $av.$i(year)$wm$yom13', 'wrong-pattern'],
  ['853 20 $wm', 'wrong-pattern'],
])('a text that is no pattern is refused with its reason: %s', (text, reason) => {
  expect(readMfhd(text, 'en')).toMatchObject({ reason, line: 1 });
});

const policy: ClaimPolicy = { after: 45, every: 30, most: 2 };
const awaited = { expectedOn: '2026-03-01', claims: [] };

test('A50 an issue is late after its days, again after a claim, and on the day that the vendor named', () => {
  expect(lateFrom(awaited, policy)).toBe('2026-04-15');
  const claimed = { ...awaited, claims: [{ on: '2026-04-15' }] };
  expect(lateFrom(claimed, policy)).toBe('2026-05-15');
  expect(lateFrom({ ...claimed, delayedUntil: '2026-05-04' }, policy)).toBe('2026-05-04');
  expect([dueOn(awaited, policy, '2026-04-14'), dueOn(awaited, policy, '2026-04-15')]).toEqual(['nothing', 'claim']);
});

test('A51 an issue is claimed as often as the policy says; then it is proposed to give it up', () => {
  const every30 = { after: 30, every: 30, most: 2 };
  const from = { expectedOn: '2026-01-02', claims: [] as { on: string }[] };
  const due: string[] = [];
  for (const on of ['2026-02-01', '2026-03-03', '2026-04-02']) {
    expect(lateFrom(from, every30)).toBe(on);
    due.push(dueOn(from, every30, on));
    from.claims.push({ on });
  }
  expect(due).toEqual(['claim', 'claim', 'give-up']);
});
