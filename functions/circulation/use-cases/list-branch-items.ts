import type { PageRequest } from '../../../layers/platform/dynamodb/cursor.ts';
import { answer, type Outcome, refuse } from '../../../layers/platform/http/outcome.ts';
import { callNumbersOf } from '../../catalogue/public/call-numbers.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import type { ItemList } from '../../items/public/item-store.ts';
import type { CirculationStores } from '../data/circulation-stores.ts';
import type { ListRow } from '../schemas/items.ts';
import { rowView } from '../schemas/views.ts';
import { heldFor, shelfLabelsOf } from './shelf-labels.ts';

const everything = (): Promise<boolean> => Promise.resolve(true);

// Only what is looked for on the shelves needs its call number.
const onShelves: readonly ItemList[] = ['pull', 'missing'];

/**
 * Returns a page of a branch's list, with titles, and call numbers of the copies to find on the shelves. `now` in epoch ms; `before`
 * excludes items listed since then or later; `wanted` filters the rows, so that a page may be shorter.
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
  const rows = page.rows.filter((_, place) => shown[place]);
  const labels = list === 'shelf' ? await shelfLabelsOf(deps, branchId, rows, now) : undefined;
  const callNumbers = onShelves.includes(list) ? await callNumbersOf(deps.table, rows) : undefined;
  const items = await Promise.all(
    rows.map(async (item) => ({
      ...rowView(item, await deps.titles.ofSource(item.sourceId, now)),
      ...callNumbers?.get(item.itemId),
      ...heldFor(labels?.get(item.itemId)),
    })),
  );
  return answer({ items, ...(page.next !== undefined && { next: page.next }) });
};
