import { parseArgs } from 'node:util';
import { DEFAULT_ROTA_POLICY } from '../functions/resource-sharing/domain/rota/rota-factors.ts';
import { defaultSharingPolicy } from '../functions/resource-sharing/domain/sharing-policy.ts';
import { type Figures, GOALS, type Verdict, verdictOn } from './rota/compare.ts';
import { PARAMETERS, REPORTED_SEEDS, TUNING_SEEDS } from './rota/parameters.ts';
import { legendLines, parameterLines, tableLines, verdictLines } from './rota/report.ts';
import { runSeeds } from './rota/run.ts';

/** The options of `npm run sim:rota`: fewer seeds, fewer days, the seeds of the tuning, JSON. */
const options = {
  seeds: { type: 'string' },
  days: { type: 'string' },
  tuning: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

const wanted = (value: string | undefined, most: number): number => {
  const number = value === undefined ? most : Number(value);
  if (!Number.isInteger(number) || number < 1 || number > most) throw new RangeError(`${value} is not 1 to ${most}.`);
  return number;
};

const say = (lines: readonly string[]): void => console.log(lines.join('\n'));

const sayBefore = (seeds: readonly number[], days: number): void => {
  const { answerMinutes } = defaultSharingPolicy.timers;
  say([
    `${days} of ${PARAMETERS.days} days, seeds ${seeds.join(' ')} (tuned on ${TUNING_SEEDS.join(' ')}).`,
    'Parameters (fixed before tuning; days, km, cents, shares):',
    ...parameterLines({ ...PARAMETERS, days }),
    `An answer is due within ${answerMinutes.normal} minutes of opening, and before the need-by date; then the next is asked.`,
    `The product’s weights: ${JSON.stringify(DEFAULT_ROTA_POLICY.weights)}`,
    `and scales: ${JSON.stringify(DEFAULT_ROTA_POLICY.scales)}`,
    ...legendLines(),
    '',
  ]);
};

const sayAfter = (figures: Figures, verdicts: readonly Verdict[]): void =>
  say(['', ...tableLines(figures), '', 'Ours less the baseline, paired by seed:', ...verdictLines(verdicts)]);

if (import.meta.main) {
  const { values } = parseArgs({ options });
  const all = values.tuning ? TUNING_SEEDS : REPORTED_SEEDS;
  const seeds = all.slice(0, wanted(values.seeds, all.length));
  const days = wanted(values.days, PARAMETERS.days);
  const parameters = { ...PARAMETERS, days };
  if (!values.json) sayBefore(seeds, days);
  const figures = runSeeds(parameters, seeds, (line) => console.error(line));
  const verdicts = GOALS.map((goal) => verdictOn(goal, figures));
  const { weights, scales } = DEFAULT_ROTA_POLICY;
  if (values.json)
    console.log(JSON.stringify({ seeds, tunedOn: TUNING_SEEDS, parameters, weights, scales, figures, verdicts }));
  else sayAfter(figures, verdicts);
  process.exitCode = verdicts.every(({ holds }) => holds) ? 0 : 1;
}
