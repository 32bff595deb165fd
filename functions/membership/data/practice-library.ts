import * as z from 'zod';
import { chunks } from '../../../layers/kernel/collections/chunks.ts';
import { scanTableFrom } from '../../../layers/platform/dynamodb/scan-table.ts';
import { stamp, tableNamed } from '../../../layers/platform/dynamodb/table.ts';
import type { Item } from '../../../layers/platform/dynamodb/write.ts';
import { practiceRuntime } from '../../../layers/platform/practice/practice-runtime.ts';
import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';
import type { Staff } from '../domain/staff.ts';
import { gsi2, key } from './keys.ts';

/** The most rows of one write. */
const AT_ONCE = 50;

const stateSchema = z.object({ resetOn: z.string() });

/** The table of the Practice Library as a whole. */
export type PracticeLibrary = {
  /** Returns the day when it was last written anew; undefined before the first time. */
  resetOn(): Promise<string | undefined>;
  /** Writes these rows and, when all are there, the day of the reset. */
  fill(rows: readonly Item[], day: string): Promise<void>;
  /** Deletes every row but the day of the last reset. Returns false when `mayGoOn` stopped it. */
  clear(mayGoOn: () => boolean): Promise<boolean>;
  /** Writes a person who practises. */
  admit(staff: Staff): Promise<void>;
};

/** Opens the Practice Library of a deployment. */
export const practiceLibrary = (runtime: Runtime): PracticeLibrary => {
  const own = practiceRuntime(runtime);
  const table = () => tableNamed(own.environment.need('TABLE_NAME'));
  const stateKey = key('practiceState', {});
  return {
    resetOn: async () => stateSchema.safeParse(await table().get(stateKey, { strong: true })).data?.resetOn,
    fill: async (rows, day) => {
      for (const some of chunks(rows, AT_ONCE)) await table().write(some.map((put) => ({ put })));
      await table().write([{ put: { ...stateKey, ...stamp('practiceState', 1), resetOn: day } }]);
    },
    clear: async (mayGoOn) => {
      for await (const { rows } of scanTableFrom(own, undefined)) {
        const gone = rows.filter(({ pk }) => pk !== stateKey.pk);
        for (const some of chunks(gone, AT_ONCE)) {
          if (!mayGoOn()) return false;
          await table().write(some.map(({ pk, sk }) => ({ delete: { pk: String(pk), sk: String(sk) } })));
        }
      }
      return true;
    },
    admit: async (staff) => {
      await table().write([
        { put: { ...key('staff', staff), ...gsi2('staff', staff), ...stamp('staff', 1), ...staff } },
      ]);
    },
  };
};
