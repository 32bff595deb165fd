import { handle } from '../../../../layers/platform/http/handle.ts';
import { courseDeps } from '../../deps.ts';
import { listOnCourse } from '../../use-cases/list-on-course.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, courseDeps, ({ path, body, now }, deps) =>
  listOnCourse(deps, { ...path, ...body, now }),
);
