import { and, equals, lacks, present } from '../../../layers/platform/dynamodb/condition.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { findRecord } from '../../catalogue/public/find-record.ts';
import { changeReserves } from '../../circulation/public/item-reserves.ts';
import { keys as circulationKeys } from '../../circulation/public/keys.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import { listedFor } from '../../items/public/listed-for.ts';
import type { ReservePlace } from '../../items/public/reserved-item.ts';
import { unlistedFor } from '../../items/public/unlisted-for.ts';
import { courseOpen, courseStore, materialWrite } from '../data/course-store.ts';
import { key } from '../data/keys.ts';
import type { Course, ListedMaterial, Material } from '../domain/course.ts';

type Copy = Pick<ItemCirculation, 'itemId' | 'sourceId'>;

/** An item to put on reserve for a course: place, category, start (ISO), and notes. */
export type PuttingOn = ReservePlace & { item: Copy; at: string; note?: string | undefined };

/**
 * Puts an item on reserve for a course: its entry, location and rule in one transaction. Refuses an ended course and an item already on
 * this list.
 */
export const putOnReserve = async (
  table: Table,
  { courseId }: Pick<Course, 'courseId'>,
  { item, at, note, ...place }: PuttingOn,
): Promise<'on' | 'course-ended' | 'listed-already' | 'no-item'> => {
  const { itemId, sourceId } = item;
  const material: Material = { kind: 'item', itemId, sourceId, ...place, ...(note !== undefined && { note }) };
  const written = await changeReserves(table, itemId, (before) => listedFor(before, { courseId, ...place }), [
    courseOpen(courseId),
    materialWrite(courseId, { entryId: itemId, addedAt: at, material }),
  ]);
  if (written === 'written') return 'on';
  if (written === 'no-item') return 'no-item';
  const course = await courseStore(table).get(courseId, { strong: true });
  return course === undefined || course.endedAt !== undefined ? 'course-ended' : 'listed-already';
};

const lineOf = (courseId: string, entryId: string) => key('courseMaterial', { courseId, entryId });

/**
 * Removes an item from a course's reserve. `end` retains the entry, for copying to another term, and records when it was returned;
 * otherwise the entry is deleted as well. Without another course the item's own values are restored. Idempotent. Returns `waits` for an
 * instructor's own copy that is still out.
 */
export const takeOffReserve = async (
  table: Table,
  courseId: string,
  { entryId }: Pick<ListedMaterial, 'entryId'>,
  end?: { at: string },
): Promise<'off' | 'waits'> => {
  const line = lineOf(courseId, entryId);
  const write = end
    ? { update: line, set: { endedAt: end.at }, when: and(present(), lacks('endedAt')) }
    : { delete: line, when: present() };
  const off = (before: Parameters<typeof unlistedFor>[0]) => unlistedFor(before, courseId);
  const written = await changeReserves(table, entryId, off, [write]);
  if (written === 'personal-out') return 'waits';
  // For an item deleted from the catalogue only the entries are removed.
  if (written === 'no-item') {
    await table.write([write]);
    await table.write([{ delete: circulationKeys.key('itemReserves', { itemId: entryId }) }]);
  }
  return 'off';
};

/** Returns whether the catalogue has a record. */
export const isCatalogued = async (table: Table, recordId: string): Promise<boolean> =>
  (await findRecord(table, recordId)) !== undefined;

/** Adds a record or a link to a course's list. False when the course has ended. */
export const listMaterial = async (
  table: Table,
  { courseId }: Pick<Course, 'courseId'>,
  listed: ListedMaterial,
): Promise<'listed' | 'listed-already' | 'course-ended'> => {
  const conflict = await table.write([courseOpen(courseId), materialWrite(courseId, listed)]);
  if (!conflict) return 'listed';
  return conflict.conflict.some(({ index }) => index === 0) ? 'course-ended' : 'listed-already';
};

/** Removes a record or a link from a course's list. */
export const unlistMaterial = async (table: Table, courseId: string, entryId: string): Promise<void> => {
  await table.write([{ delete: lineOf(courseId, entryId), when: equals('entryId', entryId) }]);
};
