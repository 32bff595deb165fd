import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { viewerOf } from '../../../catalogue/public/viewer.ts';
import { courseReadingDeps } from '../../deps.ts';
import { shownMaterials } from '../../use-cases/course-list.ts';
import { courseView, materialView } from '../../use-cases/courses.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, courseReadingDeps, async ({ actor, path: { courseId }, now }, deps) => {
  const course = await deps.courses.get(courseId);
  if (course === undefined) return refuse('unknown-course', `There is no course ${courseId}.`, '/path/courseId');
  const [named, listed] = await Promise.all([deps.courses.named(course), deps.courses.materials(courseId)]);
  const shown = await shownMaterials(deps, listed, viewerOf(actor), now);
  return answer({ course: courseView(named), materials: shown.map(materialView) });
});
