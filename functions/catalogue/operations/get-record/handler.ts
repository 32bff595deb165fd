import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { recordDeps } from '../../deps.ts';
import { recordView } from '../../domain/views/record-view.ts';
import { readUnion } from '../../use-cases/read-union.ts';
import { viewerOf } from '../../use-cases/viewer.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, recordDeps, async ({ actor, path: { recordId }, now }, { table, sources }) => {
  const unknown = refuse('unknown-record', `There is no record ${recordId}.`);
  const union = await readUnion(table, sources, recordId, now);
  if (!union) return unknown;
  const view = recordView(union.recordId, union.sources, viewerOf(actor));
  if (!view) return unknown;
  return answer(union.recordId === recordId ? view : { ...view, recordId, movedTo: union.recordId });
});
