import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, keyed, newKey, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import type { paths } from '../../../api/schema.generated.d.ts';
import { useKey } from '../../../api/use-key.ts';
import { useWholeList } from '../../../api/use-whole-list.ts';

export type Term = Answered<'teaching-list-terms'>['terms'][number];
export type Course = Answered<'teaching-show-course'>['course'];
export type CourseEntry = Answered<'teaching-show-course'>['materials'][number];
type NewCourse = paths['/v1/teaching/courses']['post']['requestBody']['content']['application/json'];
type Material =
  paths['/v1/teaching/courses/{courseId}/materials']['post']['requestBody']['content']['application/json'];
type Reserve = paths['/v1/teaching/courses/{courseId}/reserves']['post']['requestBody']['content']['application/json'];

/** Loads the terms of a member. */
export const useTerms = (memberId: string) =>
  useQuery({
    queryKey: ['terms', memberId],
    queryFn: () => take(api.GET('/v1/teaching/members/{memberId}/terms', { params: { path: { memberId } } })),
  });

/** Loads all courses of a term. */
export const useCoursesOf = (memberId: string, termId: string) =>
  useWholeList(['courses-of-term', memberId, termId], (after) =>
    take(
      api.GET('/v1/teaching/members/{memberId}/terms/{termId}/courses', {
        params: { path: { memberId, termId }, query: after ? { after } : {} },
      }),
    ),
  );

/** Loads a course with its list. */
export const useCourse = (courseId: string) =>
  useQuery({
    queryKey: ['course', courseId],
    queryFn: () => take(api.GET('/v1/teaching/courses/{courseId}', { params: { path: { courseId } } })),
  });

/** Sets the name and days of a term. */
export const useSetTerm = (memberId: string) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ termId, ...body }: Pick<Term, 'termId' | 'name' | 'startsOn' | 'endsOn'>) =>
      take(
        api.PUT('/v1/teaching/members/{memberId}/terms/{termId}', {
          params: { path: { memberId, termId } },
          body,
          ...keyed(newKey()),
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ['terms', memberId] }),
  });
};

/** Makes a course, or changes the description of one. */
export const useSaveCourse = (courseId: string | undefined) => {
  const client = useQueryClient();
  return useMutation({
    // The code and the term of a course stay.
    mutationFn: ({ termId, code, ...body }: NewCourse) =>
      take(
        courseId === undefined
          ? api.POST('/v1/teaching/courses', { body: { ...body, termId, code }, ...keyed(newKey()) })
          : api.PUT('/v1/teaching/courses/{courseId}', { params: { path: { courseId } }, body, ...keyed(newKey()) }),
      ),
    onSuccess: (course) =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['course', course.courseId] }),
        client.invalidateQueries({ queryKey: ['courses-of-term', course.memberId] }),
      ]),
  });
};

/** The acts on the list of a course; each reloads it. */
export const useListActs = (courseId: string) => {
  const client = useQueryClient();
  const linkKey = useKey();
  const params = { path: { courseId } };
  const onSuccess = () => client.invalidateQueries({ queryKey: ['course', courseId] });
  const reserve = useMutation({
    mutationFn: (body: Reserve) =>
      take(api.POST('/v1/teaching/courses/{courseId}/reserves', { params, body, ...keyed(newKey()) })),
    onSuccess,
  });
  const list = useMutation({
    mutationFn: (body: Material) =>
      take(api.POST('/v1/teaching/courses/{courseId}/materials', { params, body, ...keyed(linkKey.keyFor(body)) })),
    onSettled: (_, thrown) => linkKey.settle(thrown ?? undefined),
    onSuccess,
  });
  const remove = useMutation({
    mutationFn: (body: { branchId: string; entryId: string }) =>
      take(api.POST('/v1/teaching/courses/{courseId}/removals', { params, body, ...keyed(newKey()) })),
    onSuccess,
  });
  const copy = useMutation({
    mutationFn: (body: { branchId: string; termId: string }) =>
      take(api.POST('/v1/teaching/courses/{courseId}/copies', { params, body, ...keyed(newKey()) })),
  });
  return { reserve, list, remove, copy };
};
