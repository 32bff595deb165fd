import { handle } from '../../../../layers/platform/http/handle.ts';
import { courseDeps } from '../../deps.ts';
import { listCourses } from '../../use-cases/list-courses.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, courseDeps, ({ path, query }, deps) =>
  listCourses(deps, { ...path, ...query }),
);
