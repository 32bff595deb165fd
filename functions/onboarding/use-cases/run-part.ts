import { readCsv } from '../../../layers/kernel/csv/read-csv.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Bucket } from '../../../layers/platform/objects/object-store.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import { policyStore } from '../../../layers/records/policies/data/policy-store.ts';
import { type CirculationPolicies, circulationKinds, circulationPolicies } from '../../circulation/public/policies.ts';
import { branchStore } from '../../membership/public/branch-store.ts';
import { type LoadContext, readerOf } from '../data/load-context.ts';
import { isRowPhase, loadRows, twinsOf } from '../data/load-rows.ts';
import { keysKey, type LoadStore, reportKey, type StoredPart, type StoredRun, uploadKey } from '../data/load-store.ts';
import { keySet } from '../domain/key-set.ts';
import { deactivateMissing } from './deactivate-missing.ts';
import { readNotes } from './index-file.ts';

/** What a run works with. */
export type RunDeps = { table: Table; bucket: Bucket; loads: LoadStore; ids: Ids };

/** A table that nothing can be written to: what a dry run is given, so that it is one whatever it does. */
const readOnly = (table: Table): Table => {
  const refuse = async (): Promise<never> => {
    throw new Error('A dry run writes nothing.');
  };
  return { ...table, write: refuse, raise: refuse };
};

/** The policies by which loans and holds are loaded. Throws when none were adopted: the run is refused before that. */
export const policiesAt = async (table: Table, now: number): Promise<CirculationPolicies | undefined> => {
  const store = policyStore(table);
  const found = await Promise.all(circulationKinds.map((kind) => store.inForce(kind, now)));
  return circulationPolicies(
    found.filter((document) => document !== undefined),
    iso(now),
  );
};

const keysOf = async (bucket: Bucket, { loadId, files }: StoredRun, kind: 'patrons' | 'items') => {
  const kept = await Promise.all(
    files.filter((file) => file.kind === kind).map(({ fileId }) => bucket.get(keysKey(loadId, fileId))),
  );
  return keySet(kept.filter((bytes) => bytes !== undefined));
};

const contextOf = async (deps: RunDeps, run: StoredRun, fileId: string, now: number): Promise<LoadContext> => {
  const { bucket, ids } = deps;
  const dry = run.mode === 'dry-run';
  const table = dry ? readOnly(deps.table) : deps.table;
  const policies = await policiesAt(table, now);
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

/** Does one part of a run and notes what came of it; its report is in the bucket before it counts as done. */
export const runPart = async (deps: RunDeps, run: StoredRun, part: StoredPart, now: number): Promise<void> => {
  const { bucket, loads } = deps;
  const context = await contextOf(deps, run, part.fileId, now);
  if (!isRowPhase(part.phase)) {
    const missed = await deactivateMissing(context, context.coming.patrons, run.missing?.mostPercent ?? 0);
    await loads.partDone(run.runId, part.part, { said: 0, missed });
    return;
  }
  const notes = await readNotes(bucket, run.loadId, part.fileId);
  const { delimiter = ',' } = run.heads?.[part.fileId] ?? {};
  const form = { delimiter, encoding: run.mapping.encoding, offset: part.start, line: part.line };
  const records = readCsv(bucket.range(uploadKey(run.loadId, part.fileId), part.start, part.end), form);
  const { tally, report } = await loadRows(part.phase, context, records, twinsOf(notes));
  if (report.length > 0) await bucket.put(reportKey(run.runId, part.part), JSON.stringify(report));
  await loads.partDone(run.runId, part.part, { tally, said: report.length });
};
