import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { openBucket } from '../../../../layers/platform/objects/object-store.ts';
import type { Runtime } from '../../../../layers/platform/runtime/runtime.ts';
import { openEngine } from '../../../../layers/platform/search/client.ts';
import { sourceStore } from '../../../catalogue/public/source-store.ts';
import { familyOf } from '../../../catalogue/public/versions.ts';
import { viewerOf } from '../../../catalogue/public/viewer.ts';
import { readLists } from '../../data/saved-list-store.ts';
import { savedTitles } from '../../data/saved-title-store.ts';
import { savedUnion } from '../../data/saved-union.ts';
import { readPlace, writePlace } from '../../domain/lists/list-place.ts';
import { refuseGone, refuseUnknownList, withLists } from '../../use-cases/my-lists.ts';
import { oncePerRecord, shownTitles } from '../../use-cases/saved-list-page.ts';
import { contract } from './contract.ts';

const PAGE = 20;

const compose = (runtime: Runtime) => {
  const house = withLists(runtime);
  const sources = sourceStore(house.table, openBucket(runtime));
  return { ...house, sources, engine: openEngine(runtime), family: familyOf(runtime) };
};

export const handler = handle(contract, compose, async ({ actor, path: { listId }, query, now }, house) => {
  const patronId = await house.ownerOf(actor);
  if (patronId === undefined) return refuseGone();
  const list = (await readLists(house.table, patronId, { strong: true })).lists.find((one) => one.listId === listId);
  if (!list) return refuseUnknownList();
  const after = query.after === undefined ? undefined : readPlace(query.after);
  if (query.after !== undefined && !after) return refuse('bad-cursor', 'Begin the list anew.', '/query/after');
  const titles = await savedTitles(house.table, patronId, listId);
  const { placed, isMore } = await oncePerRecord(titles, { limit: PAGE, after }, (id) => savedUnion(house.table, id));
  const shown = await shownTitles(house, placed, viewerOf(actor), now);
  const last = placed.at(-1);
  return answer({
    list,
    entries: shown.map(({ saved: { listId: _, title, ...saved }, hit }) => ({
      ...{ ...saved, title: hit?.title ?? title },
      ...(hit && { hit }),
    })),
    ...(isMore && last && { next: writePlace(last.saved) }),
  });
});
