import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { viewerOf } from '../../../catalogue/public/viewer.ts';
import { listPageDeps } from '../../deps.ts';
import { readPlace, writePlace } from '../../domain/lists/list-place.ts';
import { refuseGone, refuseUnknownList } from '../../use-cases/refuse-list.ts';
import { showList } from '../../use-cases/show-list.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, listPageDeps, async ({ actor, path: { listId }, query, now }, deps) => {
  const patronId = await deps.ownerOf(actor);
  if (patronId === undefined) return refuseGone();
  const after = query.after === undefined ? undefined : readPlace(query.after);
  const page = await showList(deps, { patronId, listId, after }, viewerOf(actor), now);
  if (!page) return refuseUnknownList();
  if (query.after !== undefined && !after) return refuse('bad-cursor', 'Begin the list anew.', '/query/after');
  return answer({
    list: page.list,
    entries: page.shown.map(({ saved: { listId: _, title, ...saved }, hit }) => ({
      ...{ ...saved, title: hit?.title ?? title },
      ...(hit && { hit }),
    })),
    ...(page.next && { next: writePlace(page.next) }),
  });
});
