import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { courseDeps } from '../../deps.ts';
import { courseView } from '../../use-cases/courses.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, courseDeps, async ({ query: { q, member, limit } }, deps) => {
  const { courses, more } = await deps.courses.find(q, member, limit);
  return answer({ courses: courses.map(courseView), more });
});
