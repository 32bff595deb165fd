import { handle } from '../../../../layers/platform/http/handle.ts';
import { courseDeps } from '../../deps.ts';
import { editCourse } from '../../use-cases/edit-course.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, courseDeps, ({ path, body }, deps) => editCourse(deps, path.courseId, body));
