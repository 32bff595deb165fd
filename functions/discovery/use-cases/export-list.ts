import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { viewerOf } from '../../catalogue/public/viewer.ts';
import type { listExportDeps } from '../deps.ts';
import { inListOrder } from '../domain/lists/saved-lists.ts';
import { fileOfRecords, headersOfRecords } from './export-records.ts';
import { refuseGone, refuseUnknownList } from './refuse-list.ts';

type Deps = ReturnType<typeof listExportDeps>;
type Actor = Parameters<Deps['ownerOf']>[0];
type Form = Parameters<typeof headersOfRecords>[0];

/** Returns a file of the titles of a patron's list in a form, as the patron may see them at a time (epoch ms). */
export const exportList = async (
  deps: Deps,
  { actor, listId, form, now }: { actor: Actor; listId: string; form: Form; now: number },
) => {
  const patronId = await deps.ownerOf(actor);
  if (patronId === undefined) return refuseGone();
  const lists = await deps.lists.read(patronId);
  if (!lists.some((list) => list.listId === listId)) return refuseUnknownList();
  const ids = inListOrder(await deps.lists.titles(patronId, listId)).map(({ recordId }) => recordId);
  const found = await fileOfRecords(deps, ids, [form, viewerOf(actor), now]);
  if (found === 'too-large') return refuse('too-large', 'The file would be over 5 MB.');
  if (found === 'none-there') return refuse('none-to-take', 'Nothing of it can be taken along now.');
  return answer(found.file, headersOfRecords(form, 'list', found.leftOut));
};
