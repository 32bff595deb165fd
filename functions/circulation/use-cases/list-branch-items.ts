import type { PageRequest } from '../../../layers/platform/dynamodb/cursor.ts';
import { answer, type Outcome, refuse } from '../../../layers/platform/http/outcome.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import type { ItemList } from '../../items/public/item-store.ts';
import type { CirculationStores } from '../data/circulation-stores.ts';
import type { ListRow } from '../schemas/items.ts';
import { rowView } from '../schemas/views.ts';

const everything = (): Promise<boolean> => Promise.resolve(true);

/**
 * Lists a page of a branch's list, with titles. `now` in epoch ms; `before` excludes items listed since then or later; `wanted` filters
 * the rows, so that a page may be shorter.
 */
export const listBranchItems = async (
  deps: CirculationStores,
  list: ItemList,
  branchId: string,
  pageRequest: PageRequest & { before?: string },
  now: number,
  wanted: (item: ItemCirculation) => Promise<boolean> = everything,
): Promise<Outcome<{ items: ListRow[]; next?: string }, 'bad-cursor'>> => {
  const page = await deps.items.list(list, branchId, pageRequest);
  if (page === 'bad-cursor') return refuse('bad-cursor', 'The cursor is not one of this list.', '/query/after');
  const shown = await Promise.all(page.rows.map(wanted));
  const items = await Promise.all(
    page.rows
      .filter((_, place) => shown[place])
      .map(async (item) => rowView(item, await deps.titles.ofSource(item.sourceId, now))),
  );
  return answer({ items, ...(page.next !== undefined && { next: page.next }) });
};
