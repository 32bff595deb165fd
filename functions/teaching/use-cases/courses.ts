import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import { type RefusalOf, refuse } from '../../../layers/platform/http/outcome.ts';
import type { NamedCourse, StoredCourse } from '../data/course-store.ts';
import type { CourseDeps } from '../deps.ts';
import type { CourseView, MaterialView } from '../schemas.ts';
import type { ShownMaterial } from './course-list.ts';

/** Finds the course for staff of a branch. Refuses an unknown one, and one of another member. */
export const ownCourse = async (
  { courses }: Pick<CourseDeps, 'courses'>,
  courseId: string,
  branchId: string,
): Promise<StoredCourse | { refused: RefusalOf<'unknown-course' | 'not-your-course'>[] }> => {
  const course = await courses.get(courseId, { strong: true });
  if (course === undefined) return refuse('unknown-course', `There is no course ${courseId}.`, '/path/courseId');
  if (course.memberId !== memberOfBranch(branchId))
    return refuse('not-your-course', `This is a course of ${course.memberId}.`, '/path/courseId');
  return course;
};

/** Builds the public view of a course. */
export const courseView = ({ course, names }: NamedCourse): CourseView => ({
  courseId: course.courseId,
  memberId: course.memberId,
  branchId: course.branchId,
  termId: course.termId,
  code: course.code,
  title: course.title,
  ...(course.department !== undefined && { department: course.department }),
  sections: course.sections,
  instructors: names,
  ended: course.endedAt !== undefined,
});

const copyView = (
  { description, now }: NonNullable<ShownMaterial['copy']>,
  personal: boolean,
): NonNullable<MaterialView['copy']> => ({
  barcode: now.barcode,
  callNumber: description.callNumber,
  branchId: now.branchId,
  location: now.location,
  category: now.category,
  state: now.state,
  ...(now.loan && { due: now.loan.due }),
  awaited: now.reserve?.awaited === true,
  personal,
});

/** Builds the public view of an entry of a course's list. */
export const materialView = ({ listed, title, recordId, copy }: ShownMaterial): MaterialView => {
  const { entryId, material, endedAt } = listed;
  return {
    entryId,
    kind: material.kind,
    ...(title !== undefined && { title }),
    ...(recordId !== undefined && { recordId }),
    ...(material.kind === 'link' && { url: material.url }),
    ...(material.note !== undefined && { note: material.note }),
    ...(copy && { copy: copyView(copy, material.kind === 'item' && material.personal === true) }),
    ...(endedAt !== undefined && { endedAt }),
  };
};
