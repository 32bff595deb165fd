import { handle } from '../../../../layers/platform/http/handle.ts';
import { courseDeps } from '../../deps.ts';
import { copyCourse } from '../../use-cases/copy-course.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, courseDeps, ({ path, body, now }, deps) =>
  copyCourse(deps, { ...path, ...body, now }),
);
