import { filesOf } from '../../../layers/platform/objects/stored-files.ts';

/** The files of finance in the bucket that do not stay. */
export const files = filesOf({
  // A printed statement is made anew whenever somebody asks for it.
  statements: { prefix: 'statement-files/', holds: 'Printed statements of members', personal: 'none', days: 1 },
});
