import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../local/places.ts';
import { secondsSince } from '../local/progress.ts';
import { type Ended, exitCodeOf, type Outcome, outcomeOf } from './outcome.ts';
import { withSearch } from './with-search.ts';

/** The measurements by name, each a script that takes --json; in a separate process, so that none warms up another. */
const benches = [
  'bundles',
  'units',
  'metering',
  'stored-bytes',
  'marc-read',
  'matching',
  'search',
  'prove-import',
  'web-size',
] as const;

/** Sets a tenth of the real records: the whole takes minutes (npm run prove:import). */
const environment = (): NodeJS.ProcessEnv => ({ CONCORD_PART: '0.1', ...process.env });

const output = (script: string): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const args = ['--disable-warning=ExperimentalWarning', script, '--json'];
    const child = spawn(process.execPath, args, { cwd: root, env: environment(), stdio: ['ignore', 'pipe', 'pipe'] });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (text += part.toString()));
    child.once('error', reject);
    child.once('exit', (code) => resolve({ code, text }));
  });

/** Returns the path of a measurement's script: proofs are among the tests. */
const scriptOf = (bench: string): string =>
  bench.startsWith('prove-') ? join('test', 'proofs', `${bench}.ts`) : join('bench', `${bench}.ts`);

const marks = { measured: '✓', skipped: '–', failed: '✗' } as const;

const measure = async (bench: string): Promise<Outcome> => {
  const began = Date.now();
  const outcome = outcomeOf(bench, await output(scriptOf(bench)));
  const { is, because = '' } = outcome;
  console.log(`  ${marks[is]} ${bench} ${secondsSince(began)} ${because}`.trimEnd());
  return outcome;
};

/** Runs the named benches, or all; prints one table. Returns the exit code: 1 when one failed. */
const run = async (wanted: string[], asJson: boolean): Promise<0 | 1> => {
  const outcomes: Outcome[] = [];
  for (const bench of benches.filter((name) => wanted.length === 0 || wanted.includes(name)))
    outcomes.push(bench === 'search' ? await withSearch(() => measure(bench)) : await measure(bench));
  console.table(outcomes.flatMap(({ bench, figures }) => figures.map((figure) => ({ bench, ...figure }))));
  const results = outcomes.map(({ bench, is, because, result }) => [
    bench,
    is === 'measured' ? result : { [is]: because, ...(result === undefined ? {} : { result }) },
  ]);
  if (asJson) console.log(JSON.stringify(Object.fromEntries(results)));
  return exitCodeOf(outcomes);
};

if (import.meta.main) {
  const words = process.argv.slice(2);
  process.exitCode = await run(
    words.filter((word) => !word.startsWith('--')),
    words.includes('--json'),
  );
}
