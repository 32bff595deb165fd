import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Metafile } from 'esbuild';
import { consumers } from '../functions/consumers.ts';
import { groups } from '../functions/function-groups.ts';
import { operations } from '../functions/operations.ts';
import { allFunctions, bundle } from '../infra/bundle.ts';
import { groupOf } from '../layers/platform/http/function-group.ts';
import { chunkOf, consumerLoad, firstLoads, type Load, outputsOf, secondLoads } from '../test/builders/bundle-loads.ts';
import { ofType, synthesised } from '../test/builders/templates.ts';
import { type ColdShare, coldShares } from './cold-starts.ts';
import { missedOf, reportMissed } from './goals.ts';

type Spread = { median: number; most: number };
/** The import of a function's first call in a new process: milliseconds, and the ratio to an empty handler's. */
type Import = { id: string; operation?: string; kilobytes: number; files: number; importMs: number; ratio: number };

type BundlesMeasure = {
  deployment: { functions: number; roles: number; largestStack: string; resources: number; dynamicReferences: number };
  megabytes: number;
  firstCall: { kilobytes: Spread; files: Spread };
  secondOperation: { kilobytes: Spread; files: Spread };
  emptyMs: number;
  runs: number;
  imports: Import[];
  cold: ColdShare[];
  coldAlone: ColdShare[];
};

const EMPTY = 'export const handler = async () => ({ statusCode: 204 });\n';

/** The process starts before its clock: only the imports are measured, one after the other as in a first call. */
const TIMER =
  'const t = performance.now(); for (const file of process.argv.slice(1)) await import(file); process.stdout.write(String(performance.now() - t)); process.exit();';

const conditions = [5, 30].flatMap((perMinute) => [5, 10].map((idleMinutes) => ({ perMinute, idleMinutes })));

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const rounded = (value: number): number => Math.round(value * 10) / 10;
const spread = (values: readonly number[]): Spread => ({
  median: rounded(median(values)),
  most: rounded(Math.max(...values)),
});
const spreads = (loads: readonly Load[]) => ({
  kilobytes: spread(loads.map(({ bytes }) => bytes / 1000)),
  files: spread(loads.map(({ files }) => files.length)),
});

const importOnce = (files: readonly string[]): number =>
  Number(execFileSync(process.execPath, ['--input-type=module', '-e', TIMER, ...files], { encoding: 'utf8' }));

/** Returns the figures of the AWS templates that limits apply to. */
const deploymentOf = (): BundlesMeasure['deployment'] => {
  const stacks = synthesised('aws', { alarmEmail: 'on.call@example.org' });
  const counts = Object.entries(stacks).map(([stack, resources]) => ({
    stack,
    resources: Object.keys(resources).length,
    references: JSON.stringify(resources).split('{{resolve:').length - 1,
  }));
  const [largest] = counts.toSorted((a, b) => b.resources - a.resources);
  return {
    functions: ofType(stacks, 'AWS::Lambda::Function').length,
    roles: ofType(stacks, 'AWS::IAM::Role').length,
    largestStack: largest?.stack ?? '',
    resources: largest?.resources ?? 0,
    dynamicReferences: Math.max(...counts.map(({ references }) => references)),
  };
};

/** Returns what each function imports for its heaviest first call: files in the order of import. */
const heaviest = (metafile: Metafile, folder: string) => [
  ...groups.map((group) => {
    const [operation, load] = [...firstLoads(metafile, group)].toSorted(([, a], [, b]) => b.bytes - a.bytes)[0] ?? [];
    const contract = group.operations.find(({ id }) => id === operation);
    if (load === undefined || contract === undefined) throw new Error(`${group.id} has no operations.`);
    const chunk = resolve(chunkOf(outputsOf(metafile, group.id), contract));
    return { id: group.id, operation: contract.id, load, files: [join(folder, group.id, 'index.mjs'), chunk] };
  }),
  ...consumers.map(({ id }) => ({
    id,
    load: consumerLoad(metafile, id),
    files: [join(folder, id, 'index.mjs')],
  })),
];

/** Bundles all functions into a folder and imports each in new processes, `runs` times. Takes about 0.2 s a run and function. */
export const measureBundles = async (runs = 5): Promise<BundlesMeasure> => {
  const folder = mkdtempSync(join(tmpdir(), 'concord-bundles-'));
  try {
    const metafile = await bundle(folder);
    const empty = join(folder, 'empty.mjs');
    writeFileSync(empty, EMPTY);
    const importMs = (files: readonly string[], times: number): number =>
      median(Array.from({ length: times }, () => importOnce(files)));
    const emptyMs = importMs([empty], 2 * runs + 1);
    const imports = heaviest(metafile, folder).map(({ load, files, ...named }) => {
      const ms = importMs(files, runs);
      return {
        ...named,
        ...{ kilobytes: rounded(load.bytes / 1000), files: load.files.length },
        ...{ importMs: rounded(ms), ratio: rounded(ms / emptyMs) },
      };
    });
    const byId = new Map(operations.map((contract) => [contract.id, groupOf(contract)]));
    const ids = operations.map(({ id }) => id);
    return {
      deployment: deploymentOf(),
      megabytes: rounded(Object.values(metafile.outputs).reduce((sum, { bytes }) => sum + bytes, 0) / 1e6),
      firstCall: spreads(groups.flatMap((group) => [...firstLoads(metafile, group).values()])),
      secondOperation: spreads(groups.flatMap((group) => secondLoads(metafile, group))),
      ...{ emptyMs: rounded(emptyMs), runs },
      imports: imports.toSorted((a, b) => b.importMs - a.importMs),
      cold: coldShares(ids, (id) => byId.get(id) ?? id, conditions),
      coldAlone: coldShares(ids, (id) => id, conditions),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

if (import.meta.main) {
  const measure = await measureBundles();
  const { deployment, megabytes, firstCall, secondOperation, emptyMs, runs, imports, cold, coldAlone } = measure;
  console.log('A deployment (limits: 500 resources and 60 dynamic references a stack, 1,000 roles an account):');
  console.table([deployment]);
  console.log(`${allFunctions.length} functions of our own, ${megabytes} MB bundled. Loaded, kB and files:`);
  console.table({
    'first call, kB': firstCall.kilobytes,
    'first call, files': firstCall.files,
    'second operation of a warm container, kB': secondOperation.kilobytes,
    'second operation, files': secondOperation.files,
  });
  console.log(`An empty handler is imported in ${emptyMs} ms; median of ${runs} fresh processes each, slowest first.`);
  console.table(imports);
  console.log(
    'Share of cold calls (Poisson model; 70 of 100 requests as in the estimate of use, the rest by Zipf’s law):',
  );
  console.table(
    cold.map(({ perMinute, idleMinutes, all, rarer }, at) => ({
      'requests a minute': perMinute,
      'idle containers live (min)': idleMinutes,
      'of all calls': percent(all),
      'of rarer operations': percent(rarer),
      'with a function for each operation': `${percent(coldAlone[at]?.all ?? 0)}, ${percent(coldAlone[at]?.rarer ?? 0)}`,
    })),
  );
  const busy = cold.find(({ perMinute, idleMinutes }) => perMinute === 30 && idleMinutes === 10);
  reportMissed(
    missedOf([
      { what: 'The number of functions', figure: deployment.functions, most: 90 },
      { what: 'The number of roles', figure: deployment.roles, most: 100 },
      { what: 'The number of resources of the largest stack', figure: deployment.resources, most: 250 },
      { what: 'The number of dynamic references of a stack', figure: deployment.dynamicReferences, most: 30 },
      { what: 'The percentage of cold calls', figure: 100 * (busy?.all ?? Number.NaN), most: 2 },
      {
        what: 'The percentage of cold calls of rarer operations',
        figure: 100 * (busy?.rarer ?? Number.NaN),
        most: 10,
      },
    ]),
  );
  if (process.argv.includes('--json')) console.log(JSON.stringify(measure));
}
