import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../local/places.ts';
import { secondsSince } from '../local/progress.ts';
import { type Figure, figuresOf } from './figures.ts';
import { withSearch } from './with-search.ts';

/** The measurements by name, each a script that takes --json; in a process of its own, so that none warms up another. */
const benches = [
  'bundles',
  'units',
  'metering',
  'marc-read',
  'matching',
  'search',
  'prove-import',
  'web-size',
] as const;

type Outcome = { bench: string; seconds: string; figures: Figure[]; skipped?: string; result?: unknown };

/** A tenth of the real records: the whole takes minutes (npm run prove:import). */
const environment = (): NodeJS.ProcessEnv => ({ CONCORD_PART: '0.1', ...process.env });

const output = (script: string): Promise<{ code: number | null; text: string }> =>
  new Promise((resolve, reject) => {
    const args = ['--disable-warning=ExperimentalWarning', script, '--json'];
    const child = spawn(process.execPath, args, { cwd: root, env: environment(), stdio: ['ignore', 'pipe', 'pipe'] });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (text += part.toString()));
    child.once('error', reject);
    child.once('exit', (code) => resolve({ code, text }));
  });

const parsed = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};

const skippedIn = (result: unknown): string | undefined =>
  typeof result === 'object' && result !== null && 'skipped' in result ? String(result.skipped) : undefined;

const measure = async (bench: string): Promise<Outcome> => {
  const began = Date.now();
  const script = join('bench', `${bench}.ts`);
  if (!existsSync(join(root, script))) return { bench, seconds: '', figures: [], skipped: `${script} is not there` };
  const { code, text } = await output(script);
  const seconds = secondsSince(began);
  const last = text.trimEnd().split('\n').at(-1) ?? '';
  const result = parsed(last);
  if (result === undefined) return { bench, seconds, figures: [], skipped: code === 0 ? last : `it failed: ${last}` };
  const skipped = skippedIn(result);
  if (skipped !== undefined) return { bench, seconds, figures: [], skipped };
  return { bench, seconds, figures: figuresOf(bench, result), result };
};

const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const outcomes: Outcome[] = [];
for (const bench of benches.filter((name) => wanted.length === 0 || wanted.includes(name))) {
  const outcome = bench === 'search' ? await withSearch(() => measure(bench)) : await measure(bench);
  outcomes.push(outcome);
  console.log(
    `  ${outcome.skipped === undefined ? '✓' : '–'} ${bench} ${outcome.seconds} ${outcome.skipped ?? ''}`.trimEnd(),
  );
}
console.table(outcomes.flatMap(({ bench, figures }) => figures.map((figure) => ({ bench, ...figure }))));
if (process.argv.includes('--json')) {
  const results = outcomes.map(({ bench, skipped, result }) => [bench, skipped === undefined ? result : { skipped }]);
  console.log(JSON.stringify(Object.fromEntries(results)));
}
