import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import type { Runtime } from '../../../../layers/platform/runtime/runtime.ts';
import { viewerOf } from '../../../catalogue/public/viewer.ts';
import { readLists } from '../../data/saved-list-store.ts';
import { savedTitles } from '../../data/saved-title-store.ts';
import { inListOrder } from '../../domain/lists/saved-lists.ts';
import { exporting, fileOfRecords, headersOfRecords } from '../../use-cases/exporting.ts';
import { refuseGone, refuseUnknownList, withLists } from '../../use-cases/my-lists.ts';
import { contract } from './contract.ts';

const compose = (runtime: Runtime) => ({ ...withLists(runtime), ...exporting(runtime) });

export const handler = handle(contract, compose, async ({ actor, path: { listId, form }, now }, house) => {
  const { table, exported, ownerOf } = house;
  const patronId = await ownerOf(actor);
  if (patronId === undefined) return refuseGone();
  const { lists } = await readLists(table, patronId, { strong: true });
  if (!lists.some((list) => list.listId === listId)) return refuseUnknownList();
  const ids = inListOrder(await savedTitles(table, patronId, listId)).map(({ recordId }) => recordId);
  const found = await fileOfRecords(exported, ids, [form, viewerOf(actor), now]);
  if (found === 'too-large') return refuse('too-large', 'The file would be over 5 MB.');
  if (found === 'none-there') return refuse('none-to-take', 'Nothing of it can be taken along now.');
  return answer(found.file, headersOfRecords(form, 'list', found.leftOut));
});
