import { existsSync } from 'node:fs';
import path from 'node:path';
import { note } from './note.ts';

/** The folder of real records, schemas and exchanges beside the project (or CONCORD_DATA); undefined when it is missing. */
export const realData = (): string | undefined => {
  const folder = process.env.CONCORD_DATA ?? path.resolve(process.cwd(), '..', 'shared', 'data');
  return existsSync(folder) ? folder : undefined;
};

/**
 * Describes tests that read real data: `name` as for `describe`, `tests` receives the folder. Where the folder is missing it
 * prints the reason and skips them.
 */
export const describeWithRealData = (name: string, tests: (folder: string) => void): void => {
  const folder = realData();
  if (folder !== undefined) {
    describe(name, () => tests(folder));
    return;
  }
  note(`skipped: real records not beside the project (${name})`);
  // Jest fails a file without tests; this one gives the reason.
  describe(name, () => {
    it('waits for real records beside the project', () => {
      expect(realData()).toBeUndefined();
    });
  });
};
