import { readUnion } from '../../../layers/data/catalogue/read-union.ts';
import { sourceStore } from '../../../layers/data/catalogue/source-store.ts';
import { openBucket } from '../../../layers/data/object-store.ts';
import { openTable } from '../../../layers/data/table.ts';
import { recordView } from '../../../layers/domain/catalogue/record-view.ts';
import { handle } from '../../../layers/http/handle.ts';
import { answer, refuse } from '../../../layers/http/outcome.ts';
import { viewerOf } from '../../../layers/http/viewer.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => {
    const table = openTable(runtime);
    return { table, sources: sourceStore(table, openBucket(runtime)) };
  },
  async ({ actor, path: { recordId }, now }, { table, sources }) => {
    const unknown = refuse('unknown-record', `There is no record ${recordId}.`);
    const union = await readUnion(table, sources, recordId, now);
    if (!union) return unknown;
    const view = recordView(union.recordId, union.sources, viewerOf(actor));
    if (!view) return unknown;
    return answer(union.recordId === recordId ? view : { ...view, recordId, movedTo: union.recordId });
  },
);
