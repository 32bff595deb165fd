import type { PageWish } from '../../layers/data/cursor.ts';
import type { ItemList } from '../../layers/data/item-store.ts';
import { answer, type Outcome, refuse } from '../../layers/http/outcome.ts';
import type { House } from './house.ts';
import type { ListRow } from './shapes.ts';
import { rowView } from './views.ts';

/** A page of a list of a branch, with titles. `now` in epoch ms. */
export const listed = async (
  house: House,
  list: ItemList,
  branchId: string,
  wish: PageWish,
  now: number,
): Promise<Outcome<{ items: ListRow[]; next?: string }, 'bad-cursor'>> => {
  const page = await house.items.list(list, branchId, wish);
  if (page === 'bad-cursor') return refuse('bad-cursor', 'The cursor is not one of this list.', '/query/after');
  const items = await Promise.all(
    page.rows.map(async (item) => rowView(item, await house.titles.ofSource(item.sourceId, now))),
  );
  return answer({ items, ...(page.next !== undefined && { next: page.next }) });
};
