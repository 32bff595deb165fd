import { absent } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import { gainsItem, newItemWrites } from '../../catalogue/public/item-writes.ts';
import { keys as catalogueKeys } from '../../catalogue/public/keys.ts';
import { memberOfSource } from '../../catalogue/public/source-id.ts';
import { readSource } from '../../catalogue/public/source-record.ts';
import type { StoredItem } from '../../catalogue/public/stored-item.ts';
import { findRecord } from '../../catalogue/public/union-record.ts';
import { keys as circulationKeys } from '../../circulation/public/keys.ts';
import { courseOpen, materialWrite } from '../data/course-store.ts';
import type { Course } from '../domain/course.ts';

/**
 * Adds an instructor's own copy for a course: the item, its barcode, its entry on the list and its reserve location in one transaction.
 * It is removed with its last course. Returns the reason of a refusal. `at` is ISO.
 */
export const addPersonalCopy = async (
  table: Table,
  { courseId }: Pick<Course, 'courseId'>,
  item: StoredItem,
  { at, note }: { at: string; note?: string | undefined },
): Promise<'added' | 'course-ended' | 'unknown-record' | 'barcode-taken'> => {
  if (memberOfSource(item.sourceId) !== item.memberId) return 'unknown-record';
  const row = await table.get(catalogueKeys.key('source', item));
  const source = row && readSource(row);
  const found = source && !source.withdrawn ? await findRecord(table, source.recordId) : undefined;
  if (!found) return 'unknown-record';
  const { itemId, sourceId, memberId, branchId, location, category } = item;
  const place = { branchId, location, category };
  const material = {
    ...{ kind: 'item' as const, itemId, sourceId, ...place, personal: true as const },
    ...(note !== undefined && { note }),
  };
  const listings = [{ courseId, ...place }];
  const conflict = await table.write([
    courseOpen(courseId),
    gainsItem(item),
    materialWrite(courseId, { entryId: itemId, addedAt: at, material }),
    {
      put: {
        ...circulationKeys.key('itemReserves', item),
        ...stamp('itemReserves', 1),
        itemId,
        memberId,
        listings,
        personal: true,
      },
      when: absent(),
    },
    ...newItemWrites(item, found.now.recordId),
  ]);
  const failed = conflict?.conflict[0]?.index;
  if (failed === undefined) return 'added';
  return failed === 0 ? 'course-ended' : failed === 1 ? 'unknown-record' : 'barcode-taken';
};
