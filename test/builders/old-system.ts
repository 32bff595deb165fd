import { readFileSync } from 'node:fs';
import path from 'node:path';
import { loadStore, type StoredRun, uploadKey } from '../../functions/onboarding/data/load-store.ts';
import { type FileKind, kindsInOrder } from '../../functions/onboarding/domain/files/file-kinds.ts';
import { type Mapping, mappingSchema } from '../../functions/onboarding/domain/files/mapping.ts';
import { type ControlTotals, controlTotalsSchema } from '../../functions/onboarding/domain/report/control-totals.ts';
import type { ReportLine } from '../../functions/onboarding/domain/run.ts';
import { endRun } from '../../functions/onboarding/use-cases/end-run.ts';
import { prepareRun } from '../../functions/onboarding/use-cases/prepare-run.ts';
import { runPart } from '../../functions/onboarding/use-cases/run-part.ts';
import type { Table } from '../../layers/platform/dynamodb/table.ts';
import { systemIds } from '../../layers/platform/runtime/ids.ts';
import { bucketInMemory } from './bucket-in-memory.ts';

const folder = path.join(import.meta.dirname ?? __dirname, '../../docs/cut-over/examples');
const json = (name: string): unknown => JSON.parse(readFileSync(path.join(folder, name), 'utf8'));

/** The example of the guide, with its own text. */
export const exampleCsv = (kind: FileKind): string => readFileSync(path.join(folder, `${kind}.csv`), 'utf8');
export const exampleMapping = (over: Partial<Mapping> = {}): Mapping => ({
  ...mappingSchema.parse(json('mapping.json')),
  ...over,
});
export const exampleTotals = (kind: FileKind): ControlTotals =>
  controlTotalsSchema.parse((json('control-totals.json') as Record<string, unknown>)[kind]);

/** All six files of the example. */
export const exampleFiles = (): Partial<Record<FileKind, string>> =>
  Object.fromEntries(kindsInOrder.map((kind) => [kind, exampleCsv(kind)]));

type Asked = {
  memberId?: string;
  files: Partial<Record<FileKind, string | Uint8Array>>;
  mapping?: Mapping;
  mode?: StoredRun['mode'];
  /** The percentage that may be missing from a feed. */
  mostPercent?: number;
  now?: number;
  totals?: (kind: FileKind, rows: number) => ControlTotals;
};

let serial = 0;
const bucket = bucketInMemory();

/** Opens a load with these files and runs it like the workflow, part by part. Returns the run with its report. */
export const aRun = async (table: Table, asked: Asked) => {
  const {
    memberId = 'cedar',
    files,
    mapping = exampleMapping(),
    mode = 'apply',
    now = Date.parse('2026-03-02T10:00:00.000Z'),
  } = asked;
  serial += 1;
  const loads = loadStore(table);
  const [loadId, runId, createdAt] = [`lod_${serial}`, `lrn_${serial}`, new Date(now).toISOString()];
  const stored = await Promise.all(
    Object.entries(files).map(async ([name, text]) => {
      const kind = kindsInOrder.find((known) => known === name) ?? 'patrons';
      const bytes = typeof text === 'string' ? Buffer.from(text, 'utf8') : text;
      const fileId = `lfl_${serial}${kind}`;
      await bucket.put(uploadKey(loadId, fileId), bytes);
      const rows = Buffer.from(bytes).toString('latin1').trimEnd().split('\n').length - 1;
      const control = asked.totals?.(kind, rows) ?? { records: rows };
      return { fileId, loadId, kind, fileName: `${kind}.csv`, bytes: bytes.length, control, createdAt };
    }),
  );
  const run = {
    ...{ runId, loadId, memberId, mode, by: 'staff:stf_1', createdAt, mapping, files: stored },
    ...(asked.mostPercent !== undefined && { missing: { mostPercent: asked.mostPercent } }),
  };
  // The dry run gets the table itself, so that a test can check that it writes only its progress.
  await loads.addRun(run);
  return drive(table, { loadId, runId }, now);
};

/** Runs it to its end, as a new execution would. */
export const drive = async (table: Table, { loadId, runId }: { loadId: string; runId: string }, now: number) => {
  const loads = loadStore(table);
  const deps = { table, bucket, loads, ids: systemIds };
  serial += 1;
  const [execution, at] = [`execution-${serial}`, new Date(now).toISOString()];
  let stopped: unknown;
  try {
    for (;;) {
      const next = await prepareRun(deps, { loadId, runId }, execution, at);
      if (!next.go) break;
      for (const name of next.parts) {
        const [run, part] = await Promise.all([loads.run(loadId, runId), loads.part(runId, name)]);
        if (run && part) await runPart(deps, run, part, now);
      }
    }
  } catch (error) {
    stopped = error;
  }
  await endRun(deps, { loadId, runId }, execution, at, stopped !== undefined);
  const [run, parts] = await Promise.all([loads.run(loadId, runId), loads.parts(runId)]);
  if (!run) throw new Error('The run is gone.');
  const reports = [...bucket.objects].filter(([name]) => name.startsWith(`onboarding-reports/${runId}/`));
  const lines = reports
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, bytes]) => JSON.parse(Buffer.from(bytes).toString('utf8')) as ReportLine[]);
  const tallies = Object.fromEntries((run.reports ?? []).map(({ kind, tally }) => [kind, tally]));
  const agrees = Object.fromEntries((run.reports ?? []).map(({ kind, agrees: equal }) => [kind, equal]));
  return { run, parts, lines, tallies, agrees, stopped, bucket };
};
