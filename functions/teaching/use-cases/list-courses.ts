import type { PageRequest } from '../../../layers/platform/dynamodb/cursor.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { CourseDeps } from '../deps.ts';
import { courseView } from './courses.ts';

type Input = PageRequest & { memberId: string; termId: string };

/** Lists a page of the courses of a member's term, with the names of their instructors. */
export const listCourses = async (
  { courses }: Pick<CourseDeps, 'courses'>,
  { memberId, termId, ...pageRequest }: Input,
) => {
  const page = await courses.ofTerm(memberId, termId, pageRequest);
  if (page === 'bad-cursor') return refuse('bad-cursor', 'The cursor is not one of this list.', '/query/after');
  const named = await Promise.all(page.rows.map((course) => courses.named(course)));
  return answer({ courses: named.map(courseView), ...(page.next !== undefined && { next: page.next }) });
};
