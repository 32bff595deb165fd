import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { courseHouse, courseView } from '../../use-cases/courses.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, courseHouse, async ({ query: { q, member, limit } }, house) => {
  const { courses, more } = await house.courses.find(q, member, limit);
  return answer({ courses: courses.map(courseView), more });
});
