import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { Viewer } from '../../catalogue/public/visibility.ts';
import type { courseReadingDeps } from '../deps.ts';
import { shownMaterials } from './course-list.ts';
import { courseView, materialView } from './courses.ts';

type Deps = Pick<ReturnType<typeof courseReadingDeps>, 'table' | 'titles' | 'sources' | 'courses'>;

/** Shows a course with its list, as far as a viewer may see what is on it. `now` in epoch ms. */
export const showCourse = async (deps: Deps, courseId: string, viewer: Viewer, now: number) => {
  const course = await deps.courses.get(courseId);
  if (course === undefined) return refuse('unknown-course', `There is no course ${courseId}.`, '/path/courseId');
  const [named, listed] = await Promise.all([deps.courses.named(course), deps.courses.materials(courseId)]);
  const shown = await shownMaterials(deps, listed, viewer, now);
  return answer({ course: courseView(named), materials: shown.map(materialView) });
};
