import { filesOf } from '../../../layers/platform/objects/stored-files.ts';
import { FILE_DAYS } from '../domain/run.ts';

/** The files of onboarding in the bucket. */
export const files = filesOf({
  // Files of an old system hold people, and serve for days.
  uploads: { prefix: 'onboarding/', days: FILE_DAYS },
  // Reports name lines and codes.
  reports: { prefix: 'onboarding-reports/', days: 400 },
});
