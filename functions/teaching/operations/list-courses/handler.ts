import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { courseDeps } from '../../deps.ts';
import { courseView } from '../../use-cases/courses.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, courseDeps, async ({ path, query }, { courses }) => {
  const page = await courses.ofTerm(path.memberId, path.termId, query);
  if (page === 'bad-cursor') return refuse('bad-cursor', 'The cursor is not one of this list.', '/query/after');
  const named = await Promise.all(page.rows.map((course) => courses.named(course)));
  return answer({ courses: named.map(courseView), ...(page.next !== undefined && { next: page.next }) });
});
