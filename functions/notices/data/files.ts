import { filesOf } from '../../../layers/platform/objects/stored-files.ts';

/** The files of notices in the bucket. */
export const files = filesOf({
  // Printed letters hold people. A letter is written anew whenever somebody prints it.
  letters: { prefix: 'letters/', days: 1 },
});
