import type { CourseDeps } from '../deps.ts';
import type { Course, ListedMaterial } from '../domain/course.ts';
import { listMaterial, putOnReserve } from './course-reserves.ts';
import { findCopy } from './find-copy.ts';

type LeftOut = { entryId: string; why: 'gone' | 'not-fit' | 'personal' };

const bringOne = async (
  deps: CourseDeps,
  course: Course,
  { entryId, material }: ListedMaterial,
  at: string,
): Promise<LeftOut['why'] | 'brought'> => {
  if (material.kind !== 'item') {
    await listMaterial(deps.table, course, { entryId, addedAt: at, material });
    return 'brought';
  }
  if (material.personal) return 'personal';
  const item = await findCopy(deps, material.itemId, course.memberId);
  if ('refused' in item) return item.refused.some(({ code }) => code === 'unknown-item') ? 'gone' : 'not-fit';
  const { branchId, location, category, note } = material;
  const put = await putOnReserve(deps.table, course, { item, branchId, location, category, at, note });
  return put === 'no-item' ? 'gone' : 'brought';
};

/** Copies the entries of one course's list to another's, one by one. Existing entries count as copied, so it can be repeated. */
export const bringForward = async (
  deps: CourseDeps,
  from: Pick<Course, 'courseId'>,
  to: Course,
  at: string,
): Promise<{ copied: number; leftOut: LeftOut[] }> => {
  const leftOut: LeftOut[] = [];
  let copied = 0;
  for (const line of await deps.courses.materials(from.courseId, { strong: true })) {
    const why = await bringOne(deps, to, line, at);
    if (why === 'brought') copied += 1;
    else leftOut.push({ entryId: line.entryId, why });
  }
  return { copied, leftOut };
};
