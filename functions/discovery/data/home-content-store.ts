import * as z from 'zod';
import { expectedVersion } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { homeContentSchema, type LibraryContent } from '../domain/home/home-page.ts';
import { key } from './keys.ts';

const stored = z.object({ memberId: z.string(), v: z.int(), ...homeContentSchema.shape });

/** Stores what libraries show on the home page: a row for each library, in one partition. */
export const homeContentStore = (table: Table) => ({
  /** Returns the content of a library; empty before its first change. */
  get: async (memberId: string, reading: { strong?: boolean } = {}): Promise<LibraryContent> => {
    const row = await table.get(key('homeContent', { memberId }), reading);
    return row ? stored.parse(row) : { memberId, picks: [], events: [], v: 0 };
  },
  /** Returns the content of all libraries that have any, by id. */
  all: async (): Promise<LibraryContent[]> =>
    (await table.queryAll({ partition: key('homeContent', { memberId: 'any' }).pk })).map((row) => stored.parse(row)),
  /** Replaces the content of a library together with other writes, if it has the version before; false when others changed it. */
  set: async ({ v, ...content }: LibraryContent, beside: readonly Write[]): Promise<boolean> => {
    const put = { ...key('homeContent', content), ...stamp('homeContent', v), ...content };
    const lost = await table.write([{ put, when: expectedVersion(v - 1) }, ...beside]);
    return lost === undefined;
  },
});

export type HomeContentStore = ReturnType<typeof homeContentStore>;
