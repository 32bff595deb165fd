import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { itemRefusals } from '../../circulation/public/item-refusals.ts';
import type { ReservePlace } from '../../items/public/reserved-item.ts';
import type { CourseDeps } from '../deps.ts';
import { endedRefusal, listedRefusal } from '../schemas.ts';
import { putOnReserve } from './course-reserves.ts';
import { ownCourse } from './courses.ts';
import { findCopy } from './find-copy.ts';

const refusals = { ...endedRefusal, ...listedRefusal, ...itemRefusals };

type Input = ReservePlace & { courseId: string; item: string; note?: string | undefined; now: number };

/** Puts a copy of the branch's member on reserve for one of its courses, at once or when it comes back. */
export const reserveItem = async (deps: CourseDeps, { courseId, item: named, note, now, ...place }: Input) => {
  const { branchId, location, category } = place;
  const course = await ownCourse(deps, courseId, branchId);
  if ('refused' in course) return course;
  const item = await findCopy(deps, named, course.memberId);
  if ('refused' in item) return item;
  const outcome = await putOnReserve(deps.table, course, { item, branchId, location, category, at: iso(now), note });
  if (outcome === 'no-item') return refuse('unknown-item', refusals['unknown-item'].meaning, '/body/item');
  if (outcome !== 'on') return refuse(outcome, refusals[outcome].meaning);
  const after = (await deps.items.get(item.itemId, { strong: true })) ?? item;
  return answer({
    ...{ courseId: course.courseId, entryId: item.itemId, state: after.state },
    awaited: after.reserve?.awaited === true,
    ...(after.loan && { due: after.loan.due }),
  });
};
