import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { cachedFor } from '../../../layers/platform/runtime/cached-for.ts';
import { describeRecord } from '../../../layers/protocols/marc/description.ts';
import { readStored } from '../domain/loading/load-record.ts';
import { key } from './keys.ts';
import { unpackedMarc } from './packed-marc.ts';
import { readSource } from './source-record.ts';
import { findRecord } from './union-record.ts';

/** Reads the titles of items on loan and of holds, for display. */
export type Titles = {
  /** Returns the title of a source record; undefined when it is gone or too large for the table. `now` in epoch ms. */
  ofSource(sourceId: string, now: number): Promise<string | undefined>;
  ofRecord(recordId: string, now: number): Promise<string | undefined>;
};

const CACHE_MS = 10 * 60 * 1000;

/** Reads titles from the source records in the table, cached for ten minutes. */
export const titlesIn = (table: Table): Titles => {
  const ofSource = cachedFor(CACHE_MS, async (sourceId: string) => {
    const item = await table.get(key('source', { sourceId }));
    const source = item && readSource(item);
    if (!source?.marc) return undefined;
    return describeRecord(readStored(source.form, unpackedMarc(source.marc))).titles.title;
  });
  const firstSource = cachedFor(
    CACHE_MS,
    async (recordId: string) => (await findRecord(table, recordId))?.now.sources[0],
  );
  return {
    ofSource,
    ofRecord: async (recordId, now) => {
      const sourceId = await firstSource(recordId, now);
      return sourceId === undefined ? undefined : ofSource(sourceId, now);
    },
  };
};
