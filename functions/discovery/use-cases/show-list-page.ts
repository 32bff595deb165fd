import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { Viewer } from '../../catalogue/public/visibility.ts';
import type { ListDeps } from '../deps.ts';
import { readPlace, writePlace } from '../domain/lists/list-place.ts';
import { refuseGone, refuseUnknownList } from './refuse-list.ts';
import { type ListPageDeps, showList } from './show-list.ts';

type Actor = Parameters<ListDeps['ownerOf']>[0];
type Input = { actor: Actor; viewer: Viewer; listId: string; after: string | undefined; now: number };

/** Returns a page of a list of the signed-in patron, from a cursor, with its titles as a search shows them. `now` in epoch ms. */
export const showListPage = async (
  deps: ListDeps & ListPageDeps,
  { actor, viewer, listId, after: cursor, now }: Input,
) => {
  const patronId = await deps.ownerOf(actor);
  if (patronId === undefined) return refuseGone();
  const after = cursor === undefined ? undefined : readPlace(cursor);
  const page = await showList(deps, { patronId, listId, after }, viewer, now);
  if (!page) return refuseUnknownList();
  if (cursor !== undefined && !after) return refuse('bad-cursor', 'Begin the list anew.', '/query/after');
  const link = await deps.shares.tokenOf(patronId, listId);
  return answer({
    list: page.list,
    ...(link !== undefined && { link }),
    entries: page.shown.map(({ saved: { listId: _, title, ...saved }, hit }) => ({
      ...{ ...saved, title: hit?.title ?? title },
      ...(hit && { hit }),
    })),
    ...(page.next && { next: writePlace(page.next) }),
  });
};
