import { appendFileSync } from 'node:fs';

/**
 * Adds a note to a test run: a measurement, or what was skipped and why. `npm test` prints it below the level; jest alone prints
 * it in place.
 */
export const note = (text: string): void => {
  const file = process.env.CONCORD_TEST_NOTES;
  if (file === undefined) console.info(text);
  else appendFileSync(file, `${text}\n`);
};
