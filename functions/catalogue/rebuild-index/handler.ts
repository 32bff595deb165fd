import { type Indexing, noteIndexed, rebuildAll } from '../../../layers/data/catalogue/indexing.ts';
import { noteForDoors } from '../../../layers/data/catalogue/note-for-doors.ts';
import { sourceStore } from '../../../layers/data/catalogue/source-store.ts';
import { readRecord } from '../../../layers/data/catalogue/union-record.ts';
import { openBucket } from '../../../layers/data/object-store.ts';
import { rebuildIndex } from '../../../layers/data/search/rebuild.ts';
import { type IndexWrite, indexWriter } from '../../../layers/data/search/writer.ts';
import { openTable } from '../../../layers/data/table.ts';
import { walk } from '../../../layers/data/walk.ts';
import { work } from '../../../layers/http/work.ts';
import { logError } from '../../../layers/runtime/log.ts';
import type { Runtime } from '../../../layers/runtime/runtime.ts';
import { contract } from './contract.ts';

const BATCH = 50;

/** Every union record's write, batch by batch; what cannot be built is logged and left out, never the rest with it. */
async function* documents(indexing: Indexing, runtime: Runtime): AsyncGenerator<IndexWrite[]> {
  for await (const rows of walk(runtime, 'record')) {
    const ids = rows
      .map(readRecord)
      .flatMap(({ recordId, mergedInto }) => (mergedInto === undefined ? [recordId] : []));
    for (let i = 0; i < ids.length; i += BATCH) {
      const rebuilt = await rebuildAll(indexing, ids.slice(i, i + BATCH));
      const made = rebuilt.flatMap((one) => {
        if ('write' in one) return [one];
        logError('rebuild a document', one.error, { recordId: one.recordId });
        return [];
      });
      await noteForDoors(indexing.table, made);
      const writes = made.map(({ write }) => write);
      yield writes;
      // Asked for more, so these are written.
      await Promise.all(writes.map((write) => noteIndexed(indexing.table, write)));
    }
  }
}

export const handler = work(
  contract,
  (runtime) => {
    const table = openTable(runtime);
    return { table, index: indexWriter(runtime), sources: sourceStore(table, openBucket(runtime)) };
  },
  async (_event: unknown, { table, index, sources, ...runtime }, { now }) =>
    rebuildIndex(runtime, () => documents({ table, index, sources, now }, runtime)),
);
