import fc from 'fast-check';
import { readMfhd } from './mfhd.ts';
import { firstIssueSchema, type Pattern, type Spacing } from './pattern.ts';
import { firstAfter, predict, startOf, stateAfter } from './predict.ts';

const read = (field: string): Pattern => {
  const found = readMfhd(field, 'en');
  const [series] = 'line' in found ? [] : Object.values(found);
  if (!series) throw new Error(`${field}: ${JSON.stringify(found)}`);
  return series.pattern;
};

/** Returns the labels of the issues after one, of a pattern as MARC describes it. */
const after = (field: string, on: string, numbers: number[], most = 1): string[] => {
  const pattern = read(field);
  return predict(pattern, stateAfter(pattern, { on, numbers }), { most }).issues.map(({ label }) => label);
};
const days = (field: string, on: string, numbers: number[], most = 1): string[] => {
  const pattern = read(field);
  return predict(pattern, stateAfter(pattern, { on, numbers }), { most }).issues.map((issue) => issue.on);
};
const monthly = (rest: string): string => `853 20 $81$av.$bno.${rest}$i(year)$j(month)$wm`;

test.each([
  ['restarts in January', '$u12$vr', '$x01', '1990-12-01', [1, 12], 'v.2:no.1 (1991:Jan.)'],
  ['restarts in March', '$u12$vr', '$x03', '1991-02-01', [1, 12], 'v.2:no.1 (1991:Mar.)'],
  ['restarts in March, not at the end of the year', '$u12$vr', '$x03', '1990-12-01', [1, 10], 'v.1:no.11 (1991:Jan.)'],
  ['runs on', '$u12$vc', '$x01', '1990-12-01', [1, 12], 'v.2:no.13 (1991:Jan.)'],
  ['runs on, and changes in March', '$u12$vc', '$x03', '1991-02-01', [1, 12], 'v.2:no.13 (1991:Mar.)'],
  ['restarts in January and July', '$u6$vr', '$x01,07', '1990-06-01', [1, 6], 'v.2:no.1 (1990:July)'],
  ['runs on in January and July', '$u6$vc', '$x01,07', '1990-12-01', [2, 12], 'v.3:no.13 (1991:Jan.)'],
  ['is counted, without a change by date', '$u12$vr', '', '1990-12-01', [1, 12], 'v.2:no.1 (1991:Jan.)'],
  ['runs on and is counted', '$u12$vc', '', '1990-12-01', [1, 12], 'v.2:no.13 (1991:Jan.)'],
])('A86 the numbering of a monthly that %s goes on', (_, units, change, on, numbers, label) => {
  expect(after(`${monthly(units)}${change}`, on, numbers)).toEqual([label]);
});

test.each([
  [
    'January and February',
    '$u11$vr',
    '$x01$ycm01/02',
    '1990-12-01',
    [1, 11],
    ['v.2:no.1 (1991:Jan./Feb.)', 'v.2:no.2 (1991:Mar.)'],
  ],
  [
    'November and December',
    '$u11$vr',
    '$x01$ycm11/12',
    '1990-10-01',
    [1, 10],
    ['v.1:no.11 (1990:Nov./Dec.)', 'v.2:no.1 (1991:Jan.)'],
  ],
  [
    'both',
    '$u10$vr',
    '$x01$ycm01/02,11/12',
    '1990-10-01',
    [1, 9],
    ['v.1:no.10 (1990:Nov./Dec.)', 'v.2:no.1 (1991:Jan./Feb.)'],
  ],
  [
    'its numbers, too',
    '$u12$vr',
    '$x01$ycm01/02$yce21/2',
    '1990-12-01',
    [1, 12],
    ['v.2:no.1/2 (1991:Jan./Feb.)', 'v.2:no.3 (1991:Mar.)'],
  ],
  [
    'numbers at the end of a volume',
    '$u12$vr',
    '$x01$ycm11/12$yce211/12',
    '1990-10-01',
    [1, 10],
    ['v.1:no.11/12 (1990:Nov./Dec.)', 'v.2:no.1 (1991:Jan.)'],
  ],
  [
    'numbers in the middle',
    '$u12$vr',
    '$ycm05/06,07/08$yce25/6,7/8',
    '1990-04-01',
    [1, 4],
    ['v.1:no.5/6 (1990:May/June)', 'v.1:no.7/8 (1990:July/Aug.)', 'v.1:no.9 (1990:Sept.)'],
  ],
])('A87 A96 a monthly that combines %s takes one number or all of them', (_, units, rules, on, numbers, labels) => {
  expect(after(`${monthly(units)}${rules}`, on, numbers, labels.length)).toEqual(labels);
});

test('A87 an omitted month takes no number', () => {
  expect(after(`${monthly('$u11$vr')}$x01$yom07`, '1990-06-01', [1, 6])).toEqual(['v.1:no.7 (1990:Aug.)']);
});

test('A88 seasons in the fields of numbering go on into the next year, also combined ones', () => {
  const seasons = '853 20 $816$a(year)$b(season)$wq$yps21,22,23,24';
  expect(after(seasons, '2007-12-01', [])).toEqual(['2008:Spring']);
  expect(after('853 20 $a(year)$b(season)$wq$ycs22/23', '2007-03-01', [], 2)).toEqual([
    ...['2007:Summer/Autumn', '2007:Winter'],
  ]);
  const published = '853 20 $av.$bno.$u3$vr$i(year)$j(season)$wq$x21$yps21,22/23,24';
  expect(after(published, '2009-03-01', [1, 1], 3)).toEqual([
    ...['v.1:no.2 (2009:Summer/Autumn)', 'v.1:no.3 (2009:Winter)', 'v.2:no.1 (2010:Spring)'],
  ]);
});

test('A89 a semimonthly without four of its days goes from 1 December to 1 January, 1 and 15 February', () => {
  const field = '853 20 $av.$bno.$u20$vr$i(year)$j(month)$k(day)$ws$x01$ypd01,15$yod0115,0715,0815,1215';
  expect(after(field, '2007-12-01', [132, 20], 4)).toEqual([
    ...[
      'v.133:no.1 (2008:Jan. 1)',
      'v.133:no.2 (2008:Feb. 1)',
      'v.133:no.3 (2008:Feb. 15)',
      'v.133:no.4 (2008:Mar. 1)',
    ],
  ]);
});

test('a bimonthly with published months and a combined one changes its volume in February', () => {
  const field = '853 20 $av.$bno.$u5$vr$i(year)$j(month)$wb$x02$ypm02,04,10,12$ycm06/08';
  expect(after(field, '1990-04-01', [1, 2], 4)).toEqual([
    ...['v.1:no.3 (1990:June/Aug.)', 'v.1:no.4 (1990:Oct.)', 'v.1:no.5 (1990:Dec.)', 'v.2:no.1 (1991:Feb.)'],
  ]);
});

test('A90 a weekly leaves out the last week of the year; its volume changes by quarters while the numbers run on', () => {
  const field = '853 20 $av.$bno.$u12$vc$i(year)$j(month)$k(day)$ww$x01,04,07,10$ypdsa$yow1299';
  expect(after(field, '2008-12-06', [100, 1200], 3)).toEqual([
    ...['v.100:no.1201 (2008:Dec. 13)', 'v.100:no.1202 (2008:Dec. 20)', 'v.101:no.1203 (2009:Jan. 3)'],
  ]);
});

test('A91 published and omitted weekdays of months name the days', () => {
  const second = `${monthly('$u12$vr')}$x01$ypw02we$ypw0402th,0501we$yow0402we,0502we`;
  expect(days(second, '2009-02-11', [1, 2], 3)).toEqual(['2009-03-11', '2009-04-09', '2009-05-06']);
  expect(days(second, '2013-04-11', [2, 4])).toEqual(['2013-05-01']);
  const holidays =
    '853 20 $av.$bno.$uvar$vr$i(year)$j(month)$k(day)$wc$x07$ypw00mo,00th$yod0101,0704,1225$yow0901mo,1104th';
  expect(days(holidays, '2009-09-03', [2, 180])).toEqual(['2009-09-10']);
  expect(days(holidays, '2009-11-23', [2, 200])).toEqual(['2009-11-30']);
  expect(after(holidays, '2009-02-02', [1, 100], 2)).toEqual(['v.1:no.101 (2009:Feb. 5)', 'v.1:no.102 (2009:Feb. 9)']);
});

const level = (caption: string, units?: number, restarts = true) => ({
  ...{ caption, restarts },
  ...(units !== undefined && { units }),
});

test('A92 A96 issues that are numbered and do not appear take their numbers, and are reported as not issued', () => {
  const pattern: Pattern = {
    ...{ frequency: 'q', levels: [level('Y'), level('X', 4)], dates: [], skipped: [3, 4, 6], language: 'en' },
  };
  const { issues } = predict(pattern, startOf(pattern, { on: '2026-01-01', numbers: [1, 1] }), { most: 9 });
  const labels = (isSkipped: boolean): string[] =>
    issues.filter((issue) => issue.isSkipped === isSkipped).map(({ label }) => label);
  expect(labels(false)).toEqual(['Y1:X1', 'Y1:X2', 'Y2:X1', 'Y2:X3', 'Y2:X4', 'Y3:X1']);
  expect(labels(true)).toEqual(['Y1:X3', 'Y1:X4', 'Y2:X2']);
});

test.each<[string, Spacing, string, string[]]>([
  ['two in a month', { unit: 'month', every: 1, issues: 2 }, '2026-01-01', ['01-16', '02-01', '02-15', '03-01']],
  ['two in a week', { unit: 'week', every: 1, issues: 2 }, '1970-01-01', ['01-03', '01-08', '01-10', '01-15']],
  ['one in 5 months', { unit: 'month', every: 5, issues: 1 }, '2026-02-10', ['07-10']],
  ['one in 12 days', { unit: 'day', every: 12, issues: 1 }, '2026-03-16', ['03-28']],
  [
    ...(['four in a year', { unit: 'year', every: 1, issues: 4 }, '2026-03-01'] as const),
    ['06-01', '09-01', '12-01', '03-01', '06-01'],
  ],
  [
    ...(['twelve in a year from the last day', { unit: 'year', every: 1, issues: 12 }, '2026-01-31'] as const),
    ['02-28', '03-31', '04-30', '05-31'],
  ],
  [
    ...(['four in every second year', { unit: 'year', every: 2, issues: 4 }, '2026-01-01'] as const),
    ['04-01', '07-01', '10-01', '01-01', '04-01'],
  ],
  [
    'one in a month from its last day',
    { unit: 'month', every: 1, issues: 1 },
    '2026-01-31',
    ['02-28', '03-31', '04-30'],
  ],
])('A93 %s', (_, frequency, on, expected) => {
  const pattern: Pattern = { frequency, levels: [], dates: ['year', 'month', 'day'], language: 'en' };
  const { issues } = predict(pattern, startOf(pattern, { on, numbers: [] }), { most: expected.length + 1 });
  expect(issues.map((issue) => issue.on.slice(5))).toEqual([on.slice(5), ...expected]);
});

test.each([
  ['twice a month, after the first of its month', 's', '2026-01-01', ['01-16', '02-01', '02-15', '03-01', '03-16']],
  ['twice a month, after the second of its month', 's', '2026-01-16', ['02-01', '02-15', '03-01', '03-16']],
  ['twice a month, after one of the 15th', 's', '2026-01-15', ['02-01', '02-15', '03-01', '03-16']],
  ['twice a month, after one of the last day', 's', '2026-01-31', ['02-14', '02-28']],
  ['three times a month', 'j', '2026-01-11', ['01-21', '02-01', '02-10', '02-19', '03-01']],
  ['twice a week, after a Monday', 'c', '2026-01-05', ['01-08', '01-12', '01-15', '01-19']],
  ['twice a week, after a Thursday', 'c', '2026-01-08', ['01-12', '01-15', '01-19']],
  ['twice a week, after a Friday', 'c', '2026-01-09', ['01-13', '01-16', '01-20']],
  ['three times a week, after a Wednesday', 'i', '2026-01-07', ['01-09', '01-12', '01-14', '01-16']],
  ['monthly, after the last day of January', 'm', '2026-01-31', ['02-28', '03-31', '04-30']],
  ['weekly', 'w', '2026-01-08', ['01-15', '01-22']],
])('A93 a serial of which issues are held goes on: %s', (_, frequency, on, expected) => {
  const pattern = read(`853 20 $ano.$i(year)$j(month)$k(day)$w${frequency}`);
  const first = firstAfter(pattern, { on, numbers: [7] });
  if (!first) throw new Error('An issue follows.');
  expect(firstIssueSchema.safeParse(first).success).toBe(true);
  const { issues } = predict(pattern, startOf(pattern, first), { most: expected.length });
  expect(issues.map((issue) => issue.on.slice(5))).toEqual(expected);
  expect(first.numbers).toEqual([8]);
});

test('A93 a first issue that is not the first of its month continues from the day that is stated', () => {
  const pattern = read('853 20 $ano.$i(year)$j(month)$k(day)$ws');
  const days = (on: string, anchor: string): string[] =>
    predict(pattern, startOf(pattern, { on, numbers: [1], anchor }), { most: 4 }).issues.map((issue) => issue.on);
  expect(days('2026-01-16', '2026-01-01')).toEqual(['2026-01-16', '2026-02-01', '2026-02-15', '2026-03-01']);
  expect(days('2026-01-15', '2026-01-01')).toEqual(['2026-01-15', '2026-02-01', '2026-02-15', '2026-03-01']);
  expect(days('2026-02-03', '2026-01-01')).toEqual(['2026-02-03', '2026-02-15', '2026-03-01', '2026-03-16']);
  const isValid = (anchor: string): boolean =>
    firstIssueSchema.safeParse({ on: '2026-01-16', numbers: [1], anchor }).success;
  expect(['2026-01-16', '2026-01-17', '2016-12-31'].map(isValid)).toEqual([true, false, false]);
});

test.each([
  ['4', '2026-03-01', ['2026:Spring', '2026:Summer', '2026:Autumn', '2026:Winter', '2027:Spring']],
  ['2', '2026-03-01', ['2026:Spring', '2026:Autumn', '2027:Spring']],
])('$w%s with seasons has the same seasons each year', (count, on, labels) => {
  const pattern = read(`853 20 $i(year)$j(season)$w${count}`);
  const { issues } = predict(pattern, startOf(pattern, { on, numbers: [] }), { most: labels.length });
  expect(issues.map(({ label }) => label)).toEqual(labels);
});

test.each([1, 2, 3, 4, 5, 6, 7, 10, 12, 20, 24, 26, 36, 50, 52, 104, 156, 250, 365])(
  '$w%i has so many issues a year, each on a day of its own',
  (count) => {
    const pattern = read(`853 20 $i(year)$j(month)$k(day)$w${count}`);
    const { issues } = predict(pattern, startOf(pattern, { on: '2027-01-01', numbers: [] }), { most: 2 * count });
    const in2027 = new Set(issues.map(({ on }) => on).filter((on) => on < '2028-01-01')).size;
    // A year has a day more than 52 weeks.
    expect(in2027 - count).toBeGreaterThanOrEqual(0);
    expect(in2027 - count).toBeLessThanOrEqual(1);
  },
);

test('$w12 has one issue in each month', () => {
  const pattern = read('853 20 $i(year)$j(month)$w12');
  const { issues } = predict(pattern, startOf(pattern, { on: '2027-01-01', numbers: [] }), { most: 24 });
  const months = Array.from({ length: 24 }, (_, at) => `${2027 + Math.floor(at / 12)}-${(at % 12) + 1}`);
  expect(issues.map(({ on }) => `${on.slice(0, 4)}-${Number(on.slice(5, 7))}`)).toEqual(months);
});

test('only odd numbers are used where the pattern publishes these, and begin again with the volume', () => {
  const field = '853 20 $av.$bno.$u6$vr$i(year)$j(month)$wb$ype21,3,5,7,9,11';
  expect(after(field, '1990-01-01', [1, 1])).toEqual(['v.1:no.3 (1990:Mar.)']);
  expect(after(field, '1990-11-01', [1, 11])).toEqual(['v.2:no.1 (1991:Jan.)']);
});

test('a number that is left out is never given, also at three levels', () => {
  const field = '853 20 $av.$bpt.$u2$vr$cno.$u3$vr$i(year)$j(month)$wm$yoe32';
  expect(after(field, '2026-01-01', [1, 1, 1], 6)).toEqual([
    ...['v.1:pt.1:no.3 (2026:Feb.)', 'v.1:pt.1:no.4 (2026:Mar.)', 'v.1:pt.2:no.1 (2026:Apr.)'],
    ...['v.1:pt.2:no.3 (2026:May)', 'v.1:pt.2:no.4 (2026:June)', 'v.2:pt.1:no.1 (2026:July)'],
  ]);
});

test('A98 nothing is predicted after the last day; a later end continues the numbers without a gap', () => {
  const pattern = read(`${monthly('$u12$vr')}$x01`);
  const ended = predict(pattern, startOf(pattern, { on: '2026-10-01', numbers: [5, 10] }), {
    most: 9,
    until: '2026-12-31',
  });
  expect(ended.issues.map(({ numbers }) => numbers)).toEqual([
    [5, 10],
    [5, 11],
    [5, 12],
  ]);
  const renewed = predict(pattern, ended.state, { most: 1, until: '2027-12-31' });
  expect(renewed.issues.map(({ label }) => label)).toEqual(['v.6:no.1 (2027:Jan.)']);
});

test('an irregular pattern without published days predicts nothing after its first issue', () => {
  const pattern: Pattern = { frequency: 'x', levels: [level('no.')], dates: [], language: 'en' };
  expect(predict(pattern, startOf(pattern, { on: '2026-01-01', numbers: [1] }), { most: 5 }).issues).toHaveLength(1);
});

test('labels have the months of the language of the pattern', () => {
  const german = readMfhd('853 20 $aBd.$i(year)$j(month)$wm$ycm01/02', 'es');
  const pattern = 'line' in german ? undefined : german.basic?.pattern;
  const labels = pattern && predict(pattern, startOf(pattern, { on: '2026-01-01', numbers: [7] }), { most: 2 });
  expect(labels?.issues.map(({ label }) => label)).toEqual(['Bd.7 (2026:ene./feb.)', 'Bd.8 (2026:mar.)']);
});

const patterns = fc.record({
  frequency: fc.constantFrom('d', 'i', 'c', 'w', 'e', 'j', 's', 'm', 'b', 'q', 't', 'f', 'a') as fc.Arbitrary<'d'>,
  levels: fc.array(
    fc.record({
      caption: fc.constantFrom('v.', 'no.', ''),
      units: fc.integer({ min: 1, max: 15 }),
      restarts: fc.boolean(),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  dates: fc.constant<Pattern['dates']>(['year', 'month', 'day']),
  language: fc.constantFrom('en', 'es', 'fr') as fc.Arbitrary<'en'>,
  skipped: fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 5 }),
  regularity: fc.constantFrom<NonNullable<Pattern['regularity']>>(
    [],
    [{ does: 'omitted', by: 'month', codes: ['07', '08'] }],
    [{ does: 'combined', by: 'number', codes: ['1/2', '5/6'] }],
    [
      { does: 'published', by: 'day', codes: ['mo', 'th'] },
      { does: 'omitted', by: 'day', codes: ['1225'] },
    ],
    [{ does: 'published', by: 'week', codes: ['02we', '99fr'] }],
  ),
});
const starts = fc.date({ min: new Date('2000-01-01'), max: new Date('2030-12-31'), noInvalidDate: true });

test('predicting some issues and then more gives the same as predicting all at once; days never go back, and labels differ', () => {
  fc.assert(
    fc.property(patterns, starts, fc.nat(30), fc.nat(30), (pattern, start, some, more) => {
      const from = startOf(pattern, { on: start.toISOString().slice(0, 10), numbers: pattern.levels.map(() => 1) });
      const whole = predict(pattern, from, { most: some + more });
      const first = predict(pattern, from, { most: some });
      const second = predict(pattern, first.state, { most: more });
      expect([...first.issues, ...second.issues]).toEqual(whole.issues);
      expect(second.state).toEqual(whole.state);
      const order = whole.issues.map(({ on }) => on);
      expect(order).toEqual(order.toSorted());
      expect(new Set(order).size).toBe(order.length);
    }),
    { numRuns: 150 },
  );
});

test('a series that is taken over after any of its issues has the same days as before', () => {
  fc.assert(
    fc.property(patterns, starts, fc.integer({ min: 1, max: 40 }), (pattern, start, some) => {
      const on = start.toISOString().slice(0, 10);
      const from = startOf(pattern, { on, numbers: pattern.levels.map(() => 1) });
      const { issues, state } = predict(pattern, from, { most: some });
      const next = predict(pattern, state, { most: 8 }).issues.map((issue) => issue.on);
      fc.pre(issues.length === some && next.length === 8);
      const last = { on: state.on, numbers: state.numbers, anchor: state.anchor };
      fc.pre(firstIssueSchema.safeParse(last).success);
      const first = firstAfter(pattern, last);
      const then = first && predict(pattern, startOf(pattern, first), { most: 8 });
      expect(then?.issues.map((issue) => issue.on)).toEqual(next);
    }),
    { numRuns: 150 },
  );
});

test('the numbers of a restarting level count from 1 to its units and begin again', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30 }), fc.nat(100), (units, most) => {
      const pattern: Pattern = {
        frequency: 'm',
        levels: [level('v.'), level('no.', units)],
        dates: [],
        language: 'en',
      };
      const { issues } = predict(pattern, startOf(pattern, { on: '2026-01-01', numbers: [1, 1] }), { most });
      const expected = Array.from({ length: most }, (_, at) => [1 + Math.floor(at / units), 1 + (at % units)]);
      expect(issues.map(({ numbers }) => numbers)).toEqual(expected);
    }),
  );
});
