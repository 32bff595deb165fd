import { appendFileSync } from 'node:fs';

/**
 * Says of a test run what no result says: what was measured, or what was passed over and why. `npm test` prints it below the
 * level; jest by itself prints it where it is said.
 */
export const note = (text: string): void => {
  const file = process.env.CONCORD_TEST_NOTES;
  if (file === undefined) console.info(text);
  else appendFileSync(file, `${text}\n`);
};
