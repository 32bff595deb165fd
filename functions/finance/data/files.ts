import { filesOf } from '../../../layers/platform/objects/stored-files.ts';

/** The temporary files of finance in the bucket. */
export const files = filesOf({
  // A printed statement is generated again on each request.
  statements: { prefix: 'statement-files/', holds: 'Printed statements of members', personal: 'none', days: 1 },
});
