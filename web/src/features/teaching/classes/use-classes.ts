import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';

/** A class of a school, as its library sees it. */
export type SchoolClass = Answered<'teaching-list-classes'>['classes'][number];
/** A pupil of a class with what they have on loan. */
export type Pupil = Answered<'teaching-show-class'>['pupils'][number];
/** One loan of a pupil. */
export type PupilLoan = Pupil['loans'][number];

/** Loads the classes of a school library. */
export const useClasses = (branchId: string) =>
  useQuery({
    queryKey: ['classes', branchId],
    queryFn: () => take(api.GET('/v1/teaching/branches/{branchId}/classes', { params: { path: { branchId } } })),
  });

/** Loads a class with its pupils. */
export const useClass = (branchId: string, classId: string) =>
  useQuery({
    queryKey: ['class', branchId, classId],
    queryFn: () =>
      take(api.GET('/v1/teaching/branches/{branchId}/classes/{classId}', { params: { path: { branchId, classId } } })),
  });

/** True for a loan whose last day has passed. */
export const isOverdue = ({ due }: PupilLoan, now = Date.now()): boolean => Date.parse(due) < now;
