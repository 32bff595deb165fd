import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { courseDeps } from '../../deps.ts';
import { putOnReserve } from '../../use-cases/course-reserves.ts';
import { ownCourse } from '../../use-cases/courses.ts';
import { findCopy } from '../../use-cases/find-copy.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, courseDeps, async ({ path, body, now }, deps) => {
  const { branchId, location, category, note } = body;
  const course = await ownCourse(deps, path.courseId, branchId);
  if ('refused' in course) return course;
  const item = await findCopy(deps, body.item, course.memberId);
  if ('refused' in item) return item;
  const outcome = await putOnReserve(deps.table, course, { item, branchId, location, category, at: iso(now), note });
  if (outcome === 'no-item') return refuse('unknown-item', contract.refusals['unknown-item'].meaning, '/body/item');
  if (outcome !== 'on') return refuse(outcome, contract.refusals[outcome].meaning);
  const after = (await deps.items.get(item.itemId, { strong: true })) ?? item;
  return answer({
    ...{ courseId: course.courseId, entryId: item.itemId, state: after.state },
    awaited: after.reserve?.awaited === true,
    ...(after.loan && { due: after.loan.due }),
  });
});
