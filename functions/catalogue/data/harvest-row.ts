import * as z from 'zod';
import { shortDigest } from '../../../layers/kernel/text/digest.ts';
import { stamp } from '../../../layers/platform/dynamodb/table.ts';
import type { Item } from '../../../layers/platform/dynamodb/write.ts';
import { type PublicCopy, type PublicRecord, publicRecord } from '../domain/harvest/public-record.ts';
import type { IndexDocument } from '../domain/index/index-document.ts';
import type { SourceInUnion } from '../domain/union/union-document.ts';
import { harvestDictionary } from './harvest-dictionary.ts';
import { keys as catalogueKeys } from './keys.ts';
import { deflated, inflated, LARGEST_IN_TABLE } from './source-record.ts';

/** The list of all records, beside the sets. */
export const WHOLE = 'all';

const SHARDS = 4;

/** The shards of a set's list, so that no partition takes all writes. */
export const harvestShards: readonly string[] = Array.from({ length: SHARDS }, (_, shard) => String(shard));

const shardOf = (recordId: string): string => String((recordId.charCodeAt(recordId.length - 1) || 0) % SHARDS);

// Rows from before the keys alone had the record and the datestamp also have these as attributes.
const stored = z.object({
  pk: z.string(),
  v: z.number(),
  number: z.number(),
  digest: z.string(),
  sets: z.array(z.string()).default([]),
  forms: z.custom<Uint8Array>((value) => value instanceof Uint8Array).optional(),
  ...{ gsi1pk: z.string().optional(), gsi1sk: z.string().optional() },
  ...{ gsi2pk: z.string().optional(), gsi2sk: z.string().optional() },
  gsi3sk: z.string().optional(),
});

/** A set whose list contains a row itself, and since when. */
type Listing = { set: string; at: string };

/**
 * The harvest data of a record: its last public forms (deflated), with the number of the indexer. A record without forms is deleted; one
 * without a datestamp was never public.
 */
export type HarvestRow = Omit<z.infer<typeof stored>, 'pk' | `gsi${string}`> & {
  recordId: string;
  changedAt?: string;
  /** The two sets whose lists contain the row itself; every other set has its own row. */
  lead?: Listing;
  second?: Listing;
};

const listingAt = (partition: string | undefined, position: string | undefined): Listing | undefined => {
  const [[, set], [at]] = [partition?.split('#') ?? [], position?.split('#') ?? []];
  return set === undefined || at === undefined ? undefined : { set, at };
};

/** Decodes the row of a record in the list of all records. */
export const readHarvest = (item: unknown): HarvestRow => {
  const { pk, gsi1pk, gsi1sk, gsi2pk, gsi2sk, gsi3sk, ...row } = stored.parse(item);
  const [lead, second] = [listingAt(gsi1pk, gsi1sk), listingAt(gsi2pk, gsi2sk)];
  const [, recordId = ''] = pk.split('#');
  const [changedAt] = gsi3sk?.split('#') ?? [];
  return { recordId, ...row, ...(changedAt && { changedAt }), ...(lead && { lead }), ...(second && { second }) };
};

/** Returns the key of a record's row in a list. */
export const harvestKey = (recordId: string, set = WHOLE) => catalogueKeys.key('harvest', { recordId, set });

/** Separates a record's packed forms. */
const PART = '\u0000';
const textOf = ({ dc, marcxml, holdings }: PublicRecord): string => [dc, marcxml, JSON.stringify(holdings)].join(PART);

/** The forms of a record: `holdings` are written into the MARCXML with their state when it is asked for. */
export type HarvestForms = { dc: string; marcxml: string; holdings: PublicCopy[] };

// Only the indexer writes them. Rows from before this was part of them have the holdings in their MARCXML.
const copies = z.array(
  z.custom<PublicCopy>((value) => typeof value === 'object' && value !== null && 'memberId' in value),
);

/** Returns the forms that `forms` of a row contains. */
export const formsIn = (packed: Uint8Array): HarvestForms => {
  const [dc = '', marcxml = '', holdings = '[]'] = Buffer.from(inflated(packed, harvestDictionary))
    .toString('utf8')
    .split(PART);
  return { dc, marcxml, holdings: copies.parse(JSON.parse(holdings)) };
};

/** Texts up to this length fit the table whatever packing gains. */
const SURELY_FITS = LARGEST_IN_TABLE / 2;

/** A response is limited to six megabytes: no form may come near that, in characters. */
const LONGEST_FORM = 1_000_000;

/** The harvest data to store of a record: its forms, packed when they are written, its sets, and a digest of both. */
export type HarvestState = { digest: string; sets: string[]; forms?: () => Uint8Array };

const digestOf = ({ dc, marcxml, holdings, sets }: PublicRecord): string =>
  shortDigest(JSON.stringify([dc, marcxml, holdings, sets]));

/**
 * Returns the harvest data of a record, from its sources and its index document. A record too large for the table is shortened until it
 * fits.
 */
export const harvestState = (sources: readonly SourceInUnion[], document: IndexDocument | undefined): HarvestState => {
  for (let most = LONGEST_FORM; ; most = Math.floor(most / 2)) {
    const found = publicRecord(sources, document, most);
    if (found === undefined) return { digest: '', sets: [] };
    const text = Buffer.from(textOf(found));
    const forms = () => deflated(text, harvestDictionary);
    if (text.length <= SURELY_FITS || forms().length <= LARGEST_IN_TABLE)
      return { digest: digestOf(found), sets: found.sets, forms };
  }
};

/**
 * Returns the row of a record in the list of all records; in no list as long as it was never public. Its keys contain the record and the
 * datestamp, so that most rows fit one write unit.
 */
export const harvestItem = ({ recordId, changedAt, lead, second, ...row }: HarvestRow): Item => ({
  ...row,
  ...harvestKey(recordId),
  ...stamp('harvest', row.v + 1),
  ...(changedAt !== undefined && listed(recordId, WHOLE, changedAt)),
  ...(lead && catalogueKeys.gsi1('harvest', placeOf(recordId, lead.set, lead.at))),
  ...(second && catalogueKeys.gsi2('harvest', placeOf(recordId, second.set, second.at))),
});

/** Returns the row of a record in the list of a set, with its position only. */
export const setItem = (recordId: string, set: string, changedAt: string): Item => ({
  ...harvestKey(recordId, set),
  ...stamp('harvest', 1),
  ...listed(recordId, set, changedAt),
});

const placeOf = (recordId: string, set: string, changedAt: string) => ({
  ...{ set, shard: shardOf(recordId), changedAt, recordId },
});

const listed = (recordId: string, set: string, changedAt: string): Record<string, string> =>
  catalogueKeys.gsi3('harvest', placeOf(recordId, set, changedAt));
