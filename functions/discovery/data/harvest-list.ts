import { chunks } from '../../../layers/kernel/collections/chunks.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { secondOf } from '../../catalogue/public/datestamps.ts';
import { formsIn } from '../../catalogue/public/harvest-forms-in.ts';
import { harvestKey } from '../../catalogue/public/harvest-key.ts';
import type { HarvestRow } from '../../catalogue/public/harvest-row.ts';
import { harvestShards } from '../../catalogue/public/harvest-shards.ts';
import { WHOLE } from '../../catalogue/public/harvest-whole.ts';
import { keys as catalogueKeys } from '../../catalogue/public/keys.ts';
import { readHarvest } from '../../catalogue/public/read-harvest.ts';
import type { ListPlace, Selection } from '../domain/oai-pmh/oai-request.ts';
import type { HarvestedRecord } from '../domain/oai-pmh/write-oai.ts';

/** A page of a list: its records in the order of their datestamps, and the position of the next page, if any. */
export type HarvestPage = { records: HarvestedRecord[]; next?: ListPlace };

/** The most records of a page, and characters: a response is limited to six megabytes, in which quotation marks count twice. */
const HARVEST_PAGE = 500;
const MOST_CHARACTERS = 2_500_000;
/** Rows that the table returns in one call; a page requests all of its rows concurrently. */
const BATCH = 100;

const EARLIEST = '0000-01-01T00:00:00Z';
/** Sorts after every record of a time, and directly after one record: numbers have letters and digits only. */
const BEHIND_ALL = '~';
const JUST_BEHIND = '!';

type PageRequest = { selection: Selection; after?: ListPlace | undefined; now: number; limit?: number };

const placeIn = (sortKey: string): ListPlace => {
  const [changedAt = '', recordId = ''] = sortKey.split('#');
  return { changedAt, recordId };
};

/** Returns the range of sort keys to read, excluding what takes effect later than now. Undefined when it is empty. */
const spanOf = ({ selection: { from, until }, after, now }: PageRequest): [string, string] | undefined => {
  const [today, begins] = [secondOf(now), from ?? EARLIEST];
  const ends = `${until !== undefined && until < today ? until : today}#${BEHIND_ALL}`;
  const start = after === undefined ? begins : `${after.changedAt}#${after.recordId}${JUST_BEHIND}`;
  return start < ends ? [start, ends] : undefined;
};

type Keys = { keys: string[]; whole: boolean };

/** Returns the indexes that contain a list: the entries of a set are in part separate rows, in part the records' rows. */
const listsOf = (set: string): ('gsi1' | 'gsi2' | 'gsi3')[] => (set === WHOLE ? ['gsi3'] : ['gsi3', 'gsi1', 'gsi2']);

/** Returns the next keys of a list: those of all its shards, in order, as far as every shard was read. */
const keysOf = async (table: Table, set: string, between: [string, string], limit: number): Promise<Keys> => {
  // Records are spread evenly: with a margin, the shards together fill a page.
  const share = Math.min(limit, Math.ceil(limit / harvestShards.length) + Math.ceil(Math.sqrt(limit)));
  const pages = await Promise.all(
    listsOf(set).flatMap((index) =>
      harvestShards.map(async (shard) => {
        const partition = catalogueKeys.indexPartition('harvest', index, { set, shard });
        const { items, next } = await table.query({ index, partition, between, limit: share });
        return { keys: items.map((item) => String(item[`${index}sk`])), isCut: next !== undefined };
      }),
    ),
  );
  const cut = pages
    .filter(({ isCut }) => isCut)
    .map((page) => page.keys.at(-1) ?? '')
    .sort()[0];
  const keys = pages.flatMap((page) => page.keys).sort();
  const sure = cut === undefined ? keys : keys.filter((key) => key <= cut);
  return { keys: sure.slice(0, limit), whole: cut === undefined && sure.length <= limit };
};

/**
 * Returns a row as a list shows it; undefined when the list's index is behind and the record comes later. A record that has left the set
 * since is shown there as deleted.
 */
const listedRecord = (row: HarvestRow, set: string, place: ListPlace): HarvestedRecord | undefined => {
  const { recordId, changedAt = '', sets, forms } = row;
  const isIn = set === WHOLE || sets.includes(set);
  if (isIn && changedAt !== place.changedAt) return undefined;
  if (!isIn) return { recordId, changedAt: place.changedAt, sets: [set] };
  return { recordId, changedAt, sets, ...(forms && { forms: formsIn(forms) }) };
};

/** The characters of a holding in MARCXML, with its state. */
const HOLDING = 600;

const lengthOf = ({ forms }: HarvestedRecord): number =>
  500 + (forms ? forms.dc.length + forms.marcxml.length + HOLDING * forms.holdings.length : 0);

/** Returns the records at some keys, as many as one response can contain. */
const recordsAt = async (table: Table, set: string, keys: readonly string[]): Promise<HarvestPage> => {
  const places = keys.map(placeIn);
  const batches = chunks(places, BATCH).map((some) => table.getMany(some.map(({ recordId }) => harvestKey(recordId))));
  const rows = (await Promise.all(batches)).flat();
  const records: HarvestedRecord[] = [];
  let remaining = MOST_CHARACTERS;
  for (const [i, place] of places.entries()) {
    const row = rows[i] === undefined ? undefined : readHarvest(rows[i]);
    const record = row && listedRecord(row, set, place);
    if (!record) continue;
    remaining -= lengthOf(record);
    // The first one always fits.
    if (remaining < 0 && records.length > 0)
      return { records, ...(places[i - 1] && { next: places[i - 1] as ListPlace }) };
    records.push(record);
  }
  const next = places.at(-1);
  return { records, ...(next && { next }) };
};

/** Reads the lists for harvesters. */
export const harvestList = (table: Table) => ({
  /** Returns the next page of a list; it is empty only at the end. `now` in epoch milliseconds. */
  page: async (request: PageRequest): Promise<HarvestPage> => {
    const set = request.selection.set ?? WHOLE;
    let { after } = request;
    for (;;) {
      const between = spanOf({ ...request, after });
      if (between === undefined) return { records: [] };
      const { keys, whole } = await keysOf(table, set, between, request.limit ?? HARVEST_PAGE);
      const page = await recordsAt(table, set, keys);
      const { records, next } = page;
      const last = keys.at(-1);
      const isLast =
        whole && (next === undefined || last === undefined || `${next.changedAt}#${next.recordId}` === last);
      if (isLast) return { records };
      if (records.length > 0) return page;
      after = next;
    }
  },
  /** Returns some records as harvesters receive them, in order; undefined for one that was never public. */
  get: async (recordIds: readonly string[]): Promise<(HarvestedRecord | undefined)[]> => {
    const rows = await table.getMany(recordIds.map((recordId) => harvestKey(recordId)));
    return rows.map((row) => {
      const read = row === undefined ? undefined : readHarvest(row);
      return read?.changedAt === undefined
        ? undefined
        : listedRecord(read, WHOLE, { changedAt: read.changedAt, recordId: read.recordId });
    });
  },
  /** Returns the oldest datestamp; undefined when there is nothing yet. */
  earliest: async (): Promise<string | undefined> => {
    const firsts = await Promise.all(
      harvestShards.map((shard) => {
        const partition = catalogueKeys.indexPartition('harvest', 'gsi3', { set: WHOLE, shard });
        return table.query({ index: 'gsi3', partition, limit: 1 });
      }),
    );
    return firsts.flatMap(({ items }) => items.map((item) => placeIn(String(item.gsi3sk)).changedAt)).sort()[0];
  },
});

export type HarvestList = ReturnType<typeof harvestList>;
