import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { consumers } from '../functions/consumers.ts';
import { operations } from '../functions/operations.ts';
import { bundle } from '../infra/bundle.ts';

/** The bundle of one function: its bytes, the median milliseconds to import it in a new process, and its ratio to an empty handler's. */
type BundleMeasure = { id: string; bytes: number; importMs: number; ratio: number };
type BundlesMeasure = { emptyMs: number; runs: number; functions: BundleMeasure[] };

const EMPTY = 'export const handler = async () => ({ statusCode: 204 });\n';

/** The process starts before its clock: only the import is measured. */
const TIMER =
  'const t = performance.now(); await import(process.argv[1]); process.stdout.write(String(performance.now() - t)); process.exit();';

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const importOnce = (file: string): number =>
  Number(execFileSync(process.execPath, ['--input-type=module', '-e', TIMER, file], { encoding: 'utf8' }));

const rounded = (value: number): number => Math.round(value * 10) / 10;

/** Bundles all functions into a separate folder and imports each in new processes, `runs` times. Takes about 0.15 s a run and function. */
export const measureBundles = async (runs = 5): Promise<BundlesMeasure> => {
  const folder = mkdtempSync(join(tmpdir(), 'concord-bundles-'));
  try {
    await bundle(folder);
    const empty = join(folder, 'empty.mjs');
    writeFileSync(empty, EMPTY);
    const importMs = (file: string, times: number): number =>
      median(Array.from({ length: times }, () => importOnce(file)));
    const emptyMs = importMs(empty, 2 * runs + 1);
    const functions = [...operations, ...consumers].map(({ id }) => {
      const file = join(folder, id, 'index.mjs');
      const ms = importMs(file, runs);
      return { id, bytes: statSync(file).size, importMs: rounded(ms), ratio: rounded(ms / emptyMs) };
    });
    return { emptyMs: rounded(emptyMs), runs, functions: functions.toSorted((a, b) => b.importMs - a.importMs) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

if (import.meta.main) {
  const measure = await measureBundles();
  console.log(`An empty handler is imported in ${measure.emptyMs} ms; median of ${measure.runs} fresh processes each.`);
  console.table(measure.functions);
  if (process.argv.includes('--json')) console.log(JSON.stringify(measure));
}
