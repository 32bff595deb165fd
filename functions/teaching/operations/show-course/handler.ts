import { handle } from '../../../../layers/platform/http/handle.ts';
import { viewerOf } from '../../../catalogue/public/viewer.ts';
import { courseReadingDeps } from '../../deps.ts';
import { showCourse } from '../../use-cases/show-course.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, courseReadingDeps, ({ actor, path: { courseId }, now }, deps) =>
  showCourse(deps, courseId, viewerOf(actor), now),
);
