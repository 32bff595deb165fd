import { readCsv } from '../../../layers/kernel/csv/read-csv.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Bucket } from '../../../layers/platform/objects/object-store.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import { branchStore } from '../../membership/public/branch-store.ts';
import { keysKey, type LoadStore, reportKey, type StoredPart, type StoredRun, uploadKey } from '../data/load-store.ts';
import { policiesInForce } from '../data/policies-in-force.ts';
import { readKeySet } from '../domain/files/key-set.ts';
import { deactivateMissing } from './deactivate-missing.ts';
import { readNotes } from './index-file.ts';
import { type LoadContext, readerOf } from './load-context.ts';
import { duplicatesByLine, isRowPhase, loadRows } from './load-rows.ts';

/** The stores that a run works with. */
export type RunDeps = { table: Table; bucket: Bucket; loads: LoadStore; ids: Ids };

/** Wraps a table so that writes throw: a dry run gets it, so that it cannot write. */
const readOnly = (table: Table): Table => {
  const refuse = async (): Promise<never> => {
    throw new Error('A dry run writes nothing.');
  };
  return { ...table, write: refuse, raise: refuse };
};

const keysOf = async (bucket: Bucket, { loadId, files }: StoredRun, kind: 'patrons' | 'items') => {
  const stored = await Promise.all(
    files.filter((file) => file.kind === kind).map(({ fileId }) => bucket.get(keysKey(loadId, fileId))),
  );
  return readKeySet(stored.filter((bytes) => bytes !== undefined));
};

const contextOf = async (deps: RunDeps, run: StoredRun, fileId: string, now: number): Promise<LoadContext> => {
  const { bucket, ids } = deps;
  const dry = run.mode === 'dry-run';
  const table = dry ? readOnly(deps.table) : deps.table;
  const policies = await policiesInForce(table, now);
  if (!policies) throw new Error('No loan rules are in force.');
  const [patrons, items, { queued }] = await Promise.all([
    keysOf(bucket, run, 'patrons'),
    keysOf(bucket, run, 'items'),
    readNotes(bucket, run.loadId, fileId),
  ]);
  const branches = branchStore(table);
  return {
    ...{ table, ids, now, at: iso(now), by: run.by, memberId: run.memberId, mapping: run.mapping, dry, policies },
    columns: (run.heads?.[fileId]?.columns ?? []).map((name) => name ?? undefined),
    branch: (branchId) => branches.known(branchId, now),
    coming: { patrons, items },
    queued: new Map(queued),
    reader: readerOf(table),
  };
};

/** Processes one part of a run and records its result; its report is in the bucket before the part counts as done. */
export const runPart = async (deps: RunDeps, run: StoredRun, part: StoredPart, now: number): Promise<void> => {
  const { bucket, loads } = deps;
  const context = await contextOf(deps, run, part.fileId, now);
  if (!isRowPhase(part.phase)) {
    const missed = await deactivateMissing(context, context.coming.patrons, run.missing?.mostPercent ?? 0);
    await loads.partDone(run.runId, part.part, { reportLines: 0, missed });
    return;
  }
  const notes = await readNotes(bucket, run.loadId, part.fileId);
  const { delimiter = ',' } = run.heads?.[part.fileId] ?? {};
  const form = { delimiter, encoding: run.mapping.encoding, offset: part.start, line: part.line };
  const records = readCsv(bucket.range(uploadKey(run.loadId, part.fileId), part.start, part.end), form);
  const { tally, report } = await loadRows(part.phase, context, records, duplicatesByLine(notes));
  if (report.length > 0) await bucket.put(reportKey(run.runId, part.part), JSON.stringify(report));
  await loads.partDone(run.runId, part.part, { tally, reportLines: report.length });
};
