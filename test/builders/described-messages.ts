import { faultsOfMessages } from './iso18626-schemas.ts';
import { describeWithRealData } from './real-data.ts';

/**
 * Describes, as the last test of a file, that all messages which its tests collected are valid by the schema of their edition. Fails when no
 * more than `least` were collected, because then the file no longer tests what it says. Skipped where the schemas are missing.
 */
export const describeValidMessages = (name: string, written: ReadonlySet<string>, least: number): void =>
  describeWithRealData(name, (folder) => {
    test('is valid by the schema of its edition', () => {
      expect(written.size).toBeGreaterThan(least);
      expect(faultsOfMessages(folder, [...written])).toEqual([]);
    });
  });
