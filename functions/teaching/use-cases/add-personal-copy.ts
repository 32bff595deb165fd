import { absent } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import { findRecord } from '../../catalogue/public/find-record.ts';
import { gainsItem } from '../../catalogue/public/gains-item.ts';
import { keys as catalogueKeys } from '../../catalogue/public/keys.ts';
import { memberOfSource } from '../../catalogue/public/member-of-source.ts';
import { newItemWrites } from '../../catalogue/public/new-item-writes.ts';
import { readSource } from '../../catalogue/public/read-source.ts';
import type { StoredItem } from '../../catalogue/public/stored-item.ts';
import { keys as circulationKeys } from '../../circulation/public/keys.ts';
import { courseOpen, materialWrite } from '../data/course-store.ts';
import type { CourseDeps } from '../deps.ts';
import type { Course } from '../domain/course.ts';
import { personalCopyRefusals } from '../schemas.ts';
import { ownCourse } from './courses.ts';

const pointers = {
  'course-ended': '/path/courseId',
  'unknown-record': '/body/sourceId',
  'barcode-taken': '/body/barcode',
};

/**
 * Adds an instructor's own copy for a course: the item, its barcode, its entry on the list and its reserve location in one transaction.
 * It is removed with its last course. Returns the reason of a refusal. `at` is ISO.
 */
const storePersonalCopy = async (
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

type Input = Omit<StoredItem, 'itemId' | 'memberId' | 'copyNumber' | 'volume' | 'hiddenFrom' | 'note'> & {
  courseId: string;
  note?: string | undefined;
  now: number;
};

/** Puts an instructor's own copy on reserve for a course of the branch's member. */
export const addPersonalCopy = async (
  { ids, ...deps }: Pick<CourseDeps, 'courses' | 'table'> & { ids: Ids },
  { courseId: id, note, now, ...copy }: Input,
) => {
  const course = await ownCourse(deps, id, copy.branchId);
  if ('refused' in course) return course;
  const { courseId, memberId } = course;
  const itemId = ids.next('item', now);
  const item = { ...copy, itemId, memberId, copyNumber: '', volume: '', hiddenFrom: [] };
  const outcome = await storePersonalCopy(deps.table, course, item, { at: iso(now), note });
  if (outcome !== 'added') return refuse(outcome, personalCopyRefusals[outcome].meaning, pointers[outcome]);
  return answer({ courseId, entryId: itemId });
};
