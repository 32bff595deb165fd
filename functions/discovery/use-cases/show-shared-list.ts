import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { ListDeps } from '../deps.ts';
import { readPlace, writePlace } from '../domain/lists/list-place.ts';
import { type ListPageDeps, showList } from './show-list.ts';

type Input = { token: string; after: string | undefined; now: number };

/**
 * Returns a page of the list that has a link, for anybody: its name and the titles that everybody may see, without notes and without its
 * patron. `now` in epoch ms.
 */
export const showSharedList = async (deps: ListDeps & ListPageDeps, { token, after: cursor, now }: Input) => {
  const after = cursor === undefined ? undefined : readPlace(cursor);
  if (cursor !== undefined && !after) return refuse('bad-cursor', 'Begin the list anew.', '/query/after');
  const shared = await deps.shares.byToken(token);
  const page = shared && (await showList(deps, { ...shared, after }, { kind: 'anonymous' }, now));
  if (!page) return refuse('unknown-list', 'There is no list with this link.', '/path/token');
  return answer({
    name: page.list.name,
    hits: page.shown.flatMap(({ hit }) => hit ?? []),
    ...(page.next && { next: writePlace(page.next) }),
  });
};
