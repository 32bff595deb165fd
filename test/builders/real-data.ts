import { existsSync } from 'node:fs';
import path from 'node:path';
import { note } from './note.ts';

/** The folder of real records, schemas and exchanges beside the project (or CONCORD_DATA); undefined where there is none. */
export const realData = (): string | undefined => {
  const folder = process.env.CONCORD_DATA ?? path.resolve(process.cwd(), '..', 'shared', 'data');
  return existsSync(folder) ? folder : undefined;
};

/**
 * Describes tests that read real data: `name` as for `describe`, `tests` receives the folder. Where the folder is
 * missing it prints the reason and passes over them.
 */
export const describeWithRealData = (name: string, tests: (folder: string) => void): void => {
  const folder = realData();
  if (folder !== undefined) {
    describe(name, () => tests(folder));
    return;
  }
  note(`skipped: real records not beside the project (${name})`);
  // Jest fails a file that holds no test; this one says why there is no other.
  describe(name, () => {
    it('waits for real records beside the project', () => {
      expect(realData()).toBeUndefined();
    });
  });
};
