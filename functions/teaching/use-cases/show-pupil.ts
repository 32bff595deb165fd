import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import type { SchoolStore } from '../data/school-store.ts';

/** Returns the class of a pupil of the school of a branch; undefined for anybody else. */
export const showPupil = async (
  { schools }: { schools: SchoolStore },
  { branchId, patronId }: { branchId: string; patronId: string },
) => {
  const pupil = await schools.pupil(patronId);
  if (pupil?.memberId !== memberOfBranch(branchId)) return undefined;
  const { localId, grade, classId, left } = pupil;
  return {
    ...{ patronId, localId, grade },
    ...(classId !== undefined && { classId }),
    ...(left !== undefined && { left }),
  };
};
