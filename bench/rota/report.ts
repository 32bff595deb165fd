import { type Figures, GOALS, type Goal, type Spread, spreadOf, type Verdict } from './compare.ts';
import type { Measures } from './measure.ts';
import type { RotaParameters } from './parameters.ts';
import { POLICIES, type PolicyName } from './policies.ts';

type Column = { measure: keyof Measures; head: string; digits: number; scale?: number };

const COLUMNS: readonly Column[] = [
  { measure: 'fillPercent', head: 'fill %', digits: 2 },
  { measure: 'medianHours', head: 'median hours', digits: 1 },
  { measure: 'meanHours', head: 'mean hours', digits: 1 },
  { measure: 'costPerFilled', head: 'transport/filled', digits: 2, scale: 100 },
  { measure: 'asksPerFilled', head: 'asks/filled', digits: 3 },
  { measure: 'gini', head: 'Gini', digits: 3 },
  { measure: 'giniByTitles', head: '(per title held)', digits: 3 },
];

const names = (): PolicyName[] => Object.keys(POLICIES) as PolicyName[];

const scaled = ({ mean, sd, min, max }: Spread, digits: number, scale = 1): string => {
  const [middle = '', spread = '', low = '', high = ''] = [mean, sd, min, max].map((value) =>
    (value / scale).toFixed(digits),
  );
  return `${middle} ± ${spread} (${low}–${high})`;
};

const padded = (rows: readonly string[][]): string[] => {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd(),
  );
};

/** Returns the parameters as printed before the runs, a line each. */
export const parameterLines = (parameters: RotaParameters): string[] =>
  Object.entries(parameters).flatMap(([name, value]) =>
    name === 'kinds'
      ? Object.entries(value).map(([kind, of]) => `  ${kind}: ${JSON.stringify(of)}`)
      : [`  ${name}: ${JSON.stringify(value)}`],
  );

/** Returns the table: a line a policy, each figure as mean ± standard deviation (least–greatest) over the seeds. */
export const tableLines = (figures: Figures): string[] =>
  padded([
    ['policy', ...COLUMNS.map(({ head }) => head)],
    ...names().map((name) => [
      name,
      ...COLUMNS.map(({ measure, digits, scale }) =>
        scaled(spreadOf(figures[name].map((one) => one[measure])), digits, scale),
      ),
    ]),
  ]);

const resultText = ({ than, measure, is }: Goal): string => {
  const head = COLUMNS.find((column) => column.measure === measure)?.head ?? measure;
  return typeof is === 'string' ? `${head} ${is} than ${than}` : `${head} at most ${is.atMostAbove} above ${than}`;
};

/** Returns the verdicts: each goal, ours less the baseline over the seeds and in each of them, and in how many it holds. */
export const verdictLines = (verdicts: readonly Verdict[]): string[] =>
  padded(
    verdicts.map((verdict) => {
      const { digits = 2, scale = 1 } = COLUMNS.find(({ measure }) => measure === verdict.measure) ?? {};
      const each = verdict.differences.map((difference) => (difference / scale).toFixed(digits)).join(' ');
      return [
        verdict.holds ? '✓' : '✗',
        resultText(verdict),
        `by ${scaled(verdict.spread, digits, scale)}`,
        `in ${verdict.held} of ${verdict.differences.length} seeds`,
        `[${each}]`,
      ];
    }),
  );

/** Returns the explanation of the columns and the policies. */
export const legendLines = (): string[] => [
  'Filled: at the pickup branch before the need-by date. Hours: from placing to arrival, of what was filled.',
  'Transport: both parcels of every loan, too late ones included, per filled request. Spread: mean ± standard deviation (least–greatest).',
  'Gini: of loans lent per request placed, over the libraries that lend; 0 where all lend alike for what they ask. Per title held: the same of loans lent per title.',
  'All policies know the same of the shelves, ask who has a copy there first, and leave out whom the product leaves out.',
  ...names().map((name) => `  ${name}: ${POLICIES[name]}`),
  `${GOALS.length} goals; each is to hold in every seed. The last three policies are no part of them.`,
];
