import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Audience } from '../../catalogue/public/audience.ts';
import { hiddenWith } from '../../catalogue/public/hidden-with.ts';
import { keys as catalogueKeys } from '../../catalogue/public/keys.ts';
import { maySee } from '../../catalogue/public/may-see.ts';
import { readItemDescription } from '../../catalogue/public/read-item-description.ts';
import type { SourceStore } from '../../catalogue/public/source-store.ts';
import type { StoredItem } from '../../catalogue/public/stored-item.ts';
import type { Titles } from '../../catalogue/public/titles.ts';
import type { Viewer } from '../../catalogue/public/visibility.ts';
import { readRecordPage } from '../../discovery/public/record-page.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import { keys as itemsKeys } from '../../items/public/keys.ts';
import { readItem } from '../../items/public/read-item.ts';
import type { ListedMaterial } from '../domain/course.ts';

/** An entry of a course's list as displayed: an item's place and availability, a record's title. */
export type ShownMaterial = {
  listed: ListedMaterial;
  title?: string | undefined;
  recordId?: string | undefined;
  copy?: { description: StoredItem; now: ItemCirculation };
};

type ListDeps = { table: Table; titles: Titles; sources: SourceStore };
type Copy = { description: StoredItem; now: ItemCirculation; hiddenFrom: Audience[] };

const copiesOf = async (table: Table, materials: readonly ListedMaterial[]): Promise<Map<string, Copy>> => {
  const places = materials.flatMap(({ material }) => (material.kind === 'item' ? [material] : []));
  const rows = await table.getMany(
    places.flatMap((place) => [
      catalogueKeys.key('itemDescription', place),
      itemsKeys.key('item', place),
      catalogueKeys.key('source', place),
    ]),
  );
  return new Map(
    places.flatMap(({ itemId }, at) => {
      const [description, now, source] = rows.slice(3 * at, 3 * at + 3);
      if (!description || !now) return [];
      const item = readItemDescription(description);
      return [[itemId, { description: item, now: readItem(now), hiddenFrom: hiddenWith(item, source) }]];
    }),
  );
};

/**
 * Returns the entries of a course's list that a viewer may see, in their current state: what is hidden in the catalogue is hidden here,
 * and a deleted item is omitted. `now` in epoch ms.
 */
export const shownMaterials = async (
  { table, titles, sources }: ListDeps,
  materials: readonly ListedMaterial[],
  viewer: Viewer,
  now: number,
): Promise<ShownMaterial[]> => {
  const copies = await copiesOf(table, materials);
  const shown = await Promise.all(
    materials.map(async (listed): Promise<ShownMaterial[]> => {
      const { material } = listed;
      if (material.kind === 'link') return [{ listed, title: material.title }];
      if (material.kind === 'record') {
        const page = await readRecordPage(table, sources, material.recordId, viewer, now);
        return page ? [{ listed, title: page.description.title, recordId: page.recordId }] : [];
      }
      const copy = copies.get(material.itemId);
      if (copy === undefined || copy.now.state === 'withdrawn') return [];
      if (!maySee(viewer, copy.description.memberId, copy.hiddenFrom)) return [];
      const title = await titles.ofSource(material.sourceId, now);
      return [{ listed, title, recordId: copy.now.recordId, copy }];
    }),
  );
  return shown.flat();
};
