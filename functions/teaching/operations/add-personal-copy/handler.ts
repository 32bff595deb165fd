import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { courseDeps } from '../../deps.ts';
import { addPersonalCopy } from '../../use-cases/add-personal-copy.ts';
import { ownCourse } from '../../use-cases/courses.ts';
import { contract } from './contract.ts';

const pointers = {
  'course-ended': '/path/courseId',
  'unknown-record': '/body/sourceId',
  'barcode-taken': '/body/barcode',
};

export const handler = handle(contract, courseDeps, async ({ path, body, now }, { ids, ...deps }) => {
  const { note, ...copy } = body;
  const course = await ownCourse(deps, path.courseId, copy.branchId);
  if ('refused' in course) return course;
  const { courseId, memberId } = course;
  const itemId = ids.next('item', now);
  const item = { ...copy, itemId, memberId, copyNumber: '', volume: '', hiddenFrom: [] };
  const outcome = await addPersonalCopy(deps.table, course, item, { at: iso(now), note });
  if (outcome !== 'added') return refuse(outcome, contract.refusals[outcome].meaning, pointers[outcome]);
  return answer({ courseId, entryId: itemId });
});
