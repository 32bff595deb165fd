import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { viewerOf } from '../../../catalogue/public/viewer.ts';
import { listExportDeps } from '../../deps.ts';
import { inListOrder } from '../../domain/lists/saved-lists.ts';
import { fileOfRecords, headersOfRecords } from '../../use-cases/export-records.ts';
import { refuseGone, refuseUnknownList } from '../../use-cases/refuse-list.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, listExportDeps, async ({ actor, path: { listId, form }, now }, deps) => {
  const patronId = await deps.ownerOf(actor);
  if (patronId === undefined) return refuseGone();
  const lists = await deps.lists.read(patronId);
  if (!lists.some((list) => list.listId === listId)) return refuseUnknownList();
  const ids = inListOrder(await deps.lists.titles(patronId, listId)).map(({ recordId }) => recordId);
  const found = await fileOfRecords(deps, ids, [form, viewerOf(actor), now]);
  if (found === 'too-large') return refuse('too-large', 'The file would be over 5 MB.');
  if (found === 'none-there') return refuse('none-to-take', 'Nothing of it can be taken along now.');
  return answer(found.file, headersOfRecords(form, 'list', found.leftOut));
});
