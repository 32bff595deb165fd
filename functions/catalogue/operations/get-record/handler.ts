import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { openBucket } from '../../../../layers/platform/objects/object-store.ts';
import { sourceStore } from '../../data/source-store.ts';
import { recordView } from '../../domain/record-view.ts';
import { viewerOf } from '../../domain/viewer.ts';
import { readUnion } from '../../use-cases/read-union.ts';
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
