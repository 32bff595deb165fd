import { equals } from '../../../layers/platform/dynamodb/condition.ts';
import { RUN_TIME_MS } from '../../../layers/platform/dynamodb/scan-job.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import { attemptStore } from '../../../layers/records/attempts/data/attempt-store.ts';
import type { AuditLine } from '../../../layers/records/audit/data/audit.ts';
import { type ErasureList, idsOf } from '../data/erasure-list.ts';
import { type ErasurePass, erasurePassStore } from '../data/erasure-pass-store.ts';
import { type Erasure, erasureStore } from '../data/erasure-store.ts';
import { key } from '../data/keys.ts';
import { loadPatronStatus } from '../data/load-patron-status.ts';
import { type Cleaning, cleanAllRows } from './clean-all-rows.ts';
import { requestErasure } from './request-erasure.ts';

/** The patrons of one pass: their ids fit into one row of the table. */
const MOST_IN_A_PASS = 2000;

/**
 * The dependencies of erasing patrons: the table and its scan, how to delete a file, what other contexts store, and the list of erasures
 * outside the table.
 */
export type ErasureDeps = Cleaning & {
  deleteFile: (key: string) => Promise<void>;
  erasureList: ErasureList;
  ids: Ids;
};

const deletePartition = async (table: Table, patronId: string): Promise<void> => {
  const { pk: partition } = key('patronStatus', { patronId });
  for (const { pk, sk, entity, dependantId } of await table.queryAll({ partition, strong: true })) {
    if (entity === 'patronDependant') {
      const dependant = key('patronStatus', { patronId: String(dependantId) });
      await table.write([{ update: dependant, remove: ['guarantorId'], when: equals('guarantorId', patronId) }]);
    }
    await table.write([{ delete: { pk: String(pk), sk: String(sk) } }]);
  }
};

/**
 * Deletes the rows in an erased patron's own partitions, those of failed attempts at the cards, and the links from and to guarantors.
 * Repeating it finds less to do.
 */
export const deleteOwnRows = async (table: Table, erasure: Erasure): Promise<void> => {
  for (const patronId of idsOf(erasure)) await deletePartition(table, patronId);
  const { patronId, guarantorId, attemptsOf = [] } = erasure;
  for (const hash of attemptsOf) await attemptStore(table).forget(hash);
  if (guarantorId !== undefined) {
    await table.write([{ delete: key('patronDependant', { patronId: guarantorId, dependantId: patronId }) }]);
  }
};

const retryDeferred = async (deps: ErasureDeps, audit: (did: string) => AuditLine): Promise<void> => {
  const erasures = erasureStore(deps.table);
  for (const erasure of await erasures.pending()) {
    const { state, patronId, askedAt, by } = erasure;
    if (state !== 'deferred') continue;
    const found = await loadPatronStatus(deps.table, patronId, { strong: true });
    // Merged since then: the request did not concern the other record.
    if (found && found.patronId !== patronId) await erasures.finish(erasure, audit('erasure-dropped'));
    else await requestErasure(deps, { patronId, askedAt, by }, audit);
  }
};

/**
 * Begins a pass for patrons whose erasure has begun, up to the maximum: deletes their files and own rows first. When the time is up, the
 * others wait for the next pass.
 */
const beginPass = async (
  deps: ErasureDeps,
  patronIds: readonly string[],
  until: number,
): Promise<ErasurePass | undefined> => {
  const { table, tableName, patronData, deleteFile, clock, ids } = deps;
  const ready: string[] = [];
  // Read again: another run may have completed some, and a load may have created the patron anew.
  for (const erasure of await erasureStore(table).begun(patronIds.slice(0, MOST_IN_A_PASS))) {
    if (clock.now() > until) break;
    // Files before rows, which name them.
    for (const { deleteFiles } of patronData) await deleteFiles?.(table, erasure, deleteFile);
    await deleteOwnRows(table, erasure);
    ready.push(erasure.patronId);
  }
  if (ready.length === 0) return undefined;
  return erasurePassStore(table, tableName).begin(ids.next('erasure-pass', clock.now()), ready);
};

/** Continues a pass, and completes its erasures at the end. Returns the patrons erased; undefined when the pass is not at its end. */
const continuePass = async (
  deps: ErasureDeps,
  pass: ErasurePass,
  audit: (did: string) => AuditLine,
  until: number,
): Promise<string[] | undefined> => {
  const { table, tableName } = deps;
  const erasures = erasureStore(table);
  const members = await erasures.begun(pass.patronIds);
  const ended = await cleanAllRows(deps, pass, members, until);
  if (ended === undefined) return undefined;
  const erased: string[] = [];
  for (const erasure of members) {
    if (ended.again.includes(erasure.patronId)) continue;
    if (await erasures.finish(erasure, audit('patron-erased'))) erased.push(erasure.patronId);
  }
  await erasurePassStore(table, tableName).end(ended);
  return erased;
};

/**
 * Advances all erasures: retries the deferred ones and carries out those that have begun. It lists them outside the table, deletes the
 * files, then the patron's own rows, then the ids in all other rows, and last the row of the erasure itself. A pass over all rows is for
 * the erasures that had begun at its start; those that begin meanwhile get the next one. An interrupted run, or one whose time is up, is
 * continued by the next. Returns how many patrons are erased, and how many erasures wait or are in progress.
 */
export const erasePatrons = async (
  deps: ErasureDeps,
  audit: (did: string) => AuditLine,
): Promise<{ erased: number; deferred: number; erasing: number }> => {
  const { table, tableName, erasureList, clock } = deps;
  const until = clock.now() + RUN_TIME_MS;
  const [erasures, passes] = [erasureStore(table), erasurePassStore(table, tableName)];
  await retryDeferred(deps, audit);
  // The index may be out of date; the rows themselves decide.
  const listed = await erasures.pending();
  const begun = await erasures.begun(listed.map(({ patronId }) => patronId));
  // Listed first: after the last step nothing here knows the ids.
  for (const erasure of begun) await erasureList.add(erasure);
  const erased = new Set<string>();
  let waiting = begun.map(({ patronId }) => patronId);
  for (;;) {
    const pass = (await passes.get()) ?? (await beginPass(deps, waiting, until));
    const done = pass && (await continuePass(deps, pass, audit, until));
    if (done === undefined) break;
    for (const patronId of done) erased.add(patronId);
    // Those who need another pass wait for the next call.
    waiting = waiting.filter((patronId) => !pass?.patronIds.includes(patronId));
  }
  const erasing = begun.filter(({ patronId }) => !erased.has(patronId)).length;
  return { erased: erased.size, deferred: listed.length - begun.length, erasing };
};
