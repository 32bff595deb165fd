import { type MutantOutcome, ofChosen, outcomeOf, reportOf, sampleOf, shareOf, withSecondRun } from './outcomes.ts';

const source = [
  'const least = 1;',
  'export const enough = (count: number) =>',
  '  count >= least &&',
  '  count < 10;',
].join('\n');

const mutant = (status: MutantOutcome['status'], more: Partial<MutantOutcome> = {}): MutantOutcome => ({
  fileName: 'layers/kernel/money/enough.ts',
  location: { start: { line: 3, column: 3 }, end: { line: 3, column: 17 } },
  mutatorName: 'EqualityOperator',
  replacement: 'count > least',
  status,
  ...more,
});

const whole = mutant('NoCoverage', {
  location: { start: { line: 3, column: 3 }, end: { line: 4, column: 13 } },
  replacement: 'true',
});

test('the report counts a subject’s mutants and shows each that no test noticed, as it was and as it became', () => {
  const outcomes = [
    mutant('Survived'),
    whole,
    mutant('Killed'),
    mutant('Timeout'),
    mutant('RuntimeError'),
    mutant('Killed', { fileName: 'layers/kernel/money/coins.ts' }),
  ];
  expect(reportOf(outcomeOf('money', outcomes), () => source)).toEqual([
    'money: 3 killed, 2 survived (60.0 % killed)',
    '  layers/kernel/money/enough.ts:3: count >= least -> count > least',
    '  layers/kernel/money/enough.ts:3: count >= least && count < 10 -> true',
  ]);
});

test('a second run decides what became of the survivors of the first, and of no other mutant', () => {
  const first = [mutant('Survived'), mutant('Killed', { replacement: 'count <= least' }), whole];
  const second = [mutant('Killed'), mutant('Survived', { replacement: 'count <= least' })];
  expect(withSecondRun(first, second).map(({ status }) => status)).toEqual(['Killed', 'Killed', 'NoCoverage']);
});

test('a subject without mutants has nothing that a test could miss', () => {
  expect(shareOf({ killed: 0, survivors: [] })).toBe(100);
  expect(shareOf({ killed: 9, survivors: [whole] })).toBe(90);
});

test('a sample has about one in so many mutants, the same ones in any order, and their outcomes only', () => {
  const all = Array.from({ length: 3000 }, (_, line) =>
    mutant('Survived', { location: { start: { line, column: 1 }, end: { line, column: 9 } } }),
  );
  const chosen = sampleOf(all, 10);
  expect(chosen.length).toBeGreaterThan(240);
  expect(chosen.length).toBeLessThan(360);
  expect(new Set(sampleOf(all.toReversed(), 10))).toEqual(new Set(chosen));
  expect(sampleOf(all, 1)).toEqual(all);
  const parts = Array.from({ length: 10 }, (_, part) => sampleOf(all, 10, part));
  expect(parts.flat()).toHaveLength(all.length);
  const killed = all.map((one) => ({ ...one, status: 'Killed' as const }));
  expect(ofChosen(killed, chosen)).toHaveLength(chosen.length);
});
