import { handle } from '../../../../layers/platform/http/handle.ts';
import { courseDeps } from '../../deps.ts';
import { createCourse } from '../../use-cases/create-course.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, courseDeps, ({ body, now }, deps) => createCourse(deps, body, now));
