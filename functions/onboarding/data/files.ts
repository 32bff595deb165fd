import { filesOf } from '../../../layers/platform/objects/stored-files.ts';
import { FILE_DAYS } from '../domain/run.ts';

/** The files of onboarding in the bucket. */
export const files = filesOf({
  uploads: {
    prefix: 'onboarding/',
    holds: 'Files of an old system: patrons, loans, holds, bills',
    personal: { patron: 'To load a member’s patrons and what they have' },
    days: FILE_DAYS,
  },
  reports: {
    prefix: 'onboarding-reports/',
    holds: 'Reports of a load, by line numbers and codes',
    personal: 'none',
    days: 400,
  },
});
