import { equals, present, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Item } from '../../../layers/platform/dynamodb/write.ts';
import { attemptStore } from '../../../layers/records/attempts/data/attempt-store.ts';
import type { AuditLine } from '../../../layers/records/audit/data/audit.ts';
import { type ErasureList, idsOf } from '../data/erasure-list.ts';
import { type Erasure, erasureStore } from '../data/erasure-store.ts';
import { key } from '../data/keys.ts';
import { loadPatronStatus } from '../data/load-patron-status.ts';
import { type RowErasure, rowWithout, sharedRowErasure } from '../domain/erasure.ts';
import type { PatronData, Row } from './patron-data.ts';
import { requestErasure } from './request-erasure.ts';

type Treatments = Readonly<Record<string, RowErasure>>;

/**
 * The dependencies of erasing patrons: the table and its pages of rows, how to delete a file, what other contexts store, and the list of
 * erasures outside the table.
 */
export type ErasureDeps = {
  table: Table;
  pages: () => AsyncIterable<Row[]>;
  deleteFile: (key: string) => Promise<void>;
  patronData: readonly PatronData[];
  erasureList: ErasureList;
};

const deletePartition = async (table: Table, patronId: string): Promise<void> => {
  const { pk: partition } = key('patronStatus', { patronId });
  for (const { pk, sk, entity, wardId } of await table.queryAll({ partition, strong: true })) {
    if (entity === 'patronWard') {
      const ward = key('patronStatus', { patronId: String(wardId) });
      await table.write([{ update: ward, remove: ['guarantorId'], when: equals('guarantorId', patronId) }]);
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
    await table.write([{ delete: key('patronWard', { patronId: guarantorId, wardId: patronId }) }]);
  }
};

/** Removes all ids from a row in memory before one write: a second write would find it changed. */
const cleaned = (row: Row, ids: readonly string[], treatments: Treatments): 'untouched' | 'delete' | Row => {
  let clean: 'untouched' | 'delete' | Row = 'untouched';
  for (const id of ids) {
    const next = rowWithout(clean === 'untouched' ? row : clean, id, treatments);
    if (next === 'delete') return next;
    if (next !== 'untouched') clean = next;
  }
  return clean;
};

const cleanRow = async (table: Table, row: Row, ids: readonly string[], treatments: Treatments): Promise<boolean> => {
  const clean = cleaned(row, ids, treatments);
  if (clean === 'untouched') return true;
  const at = { pk: String(row.pk), sk: String(row.sk) };
  const when = typeof row.v === 'number' ? unchanged(row.v) : present();
  const write = clean === 'delete' ? { delete: at, when } : { put: clean as Item, when };
  return (await table.write([write])) === undefined;
};

/**
 * Removes the ids of erased patrons from all rows of the table. Returns the ids for which a row changed meanwhile: the next run repeats it
 * for these.
 */
const cleanAllRows = async (
  { table, pages, patronData }: Pick<ErasureDeps, 'table' | 'pages' | 'patronData'>,
  patronIds: readonly string[],
): Promise<Set<string>> => {
  const treatments = Object.assign({}, sharedRowErasure, ...patronData.map(({ erasure }) => erasure)) as Treatments;
  const again = new Set<string>();
  for await (const rows of pages()) {
    for (const row of rows) {
      if (row.entity === 'erasure') continue;
      const named = patronIds.filter((patronId) => JSON.stringify(row).includes(patronId));
      if (!(await cleanRow(table, row, named, treatments))) for (const patronId of named) again.add(patronId);
    }
  }
  return again;
};

const retryDeferred = async (deps: ErasureDeps, audit: (did: string) => AuditLine): Promise<void> => {
  const erasures = erasureStore(deps.table);
  for (const { state, patronId, askedAt, by } of await erasures.pending()) {
    if (state !== 'deferred') continue;
    const found = await loadPatronStatus(deps.table, patronId, { strong: true });
    // Merged since then: the request did not concern the other record.
    if (found && found.patronId !== patronId) await erasures.finish(patronId, audit('erasure-dropped'));
    else await requestErasure(deps, { patronId, askedAt, by }, audit);
  }
};

/**
 * Advances all erasures: retries the deferred ones and carries out those that have begun. It lists them outside the table, deletes the
 * files, then the patron's own rows, then the ids in all other rows, and last the row of the erasure itself, so that an interrupted run
 * can be repeated.
 */
export const erasePatrons = async (
  deps: ErasureDeps,
  audit: (did: string) => AuditLine,
): Promise<{ erased: number; deferred: number }> => {
  const { table, patronData, deleteFile, erasureList } = deps;
  const erasures = erasureStore(table);
  await retryDeferred(deps, audit);
  // The index may be out of date; the rows themselves decide.
  const listed = await erasures.pending();
  const read = await Promise.all(listed.map(({ patronId }) => erasures.get(patronId)));
  const begun = read.flatMap((erasure) => (erasure?.state === 'erasing' ? [erasure] : []));
  // Listed first: after the last step nothing here knows the ids.
  for (const erasure of begun) await erasureList.add(erasure);
  // Files before rows, which name them.
  for (const erasure of begun)
    for (const { deleteFiles } of patronData) await deleteFiles?.(table, erasure, deleteFile);
  for (const erasure of begun) await deleteOwnRows(table, erasure);
  const ids = begun.flatMap(idsOf);
  const again = ids.length > 0 ? await cleanAllRows(deps, ids) : new Set<string>();
  const complete = begun.filter((erasure) => !idsOf(erasure).some((id) => again.has(id)));
  for (const { patronId } of complete) await erasures.finish(patronId, audit('patron-erased'));
  return { erased: complete.length, deferred: listed.length - begun.length };
};
