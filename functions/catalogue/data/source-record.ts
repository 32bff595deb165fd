import { deflateRawSync, inflateRawSync } from 'node:zlib';
import * as z from 'zod';
import { stamp } from '../../../layers/platform/dynamodb/table.ts';
import type { Item } from '../../../layers/platform/dynamodb/write.ts';
import { type MarcForm, marcForms } from '../../../layers/protocols/marc/forms.ts';
import { memberOfSource } from '../domain/source-id.ts';
import { rulingSchema } from '../domain/union/record-decisions.ts';
import { audiences } from '../domain/visibility/visibility.ts';
import { workDecisionSchema } from '../domain/work-decision.ts';
import { key } from './keys.ts';

const packed = z.custom<Uint8Array>((value) => value instanceof Uint8Array).optional();

const hidden = z.array(z.enum(audiences)).default([]);
const stored = z.object({
  sourceId: z.string(),
  v: z.number(),
  localId: z.string(),
  recordId: z.string(),
  importId: z.string(),
  offset: z.number(),
  loadedAs: z.enum(['created', 'changed', 'withdrawn']),
  form: z.enum(marcForms),
  checksum: z.string(),
  itemsBy: z.string(),
  /** The loads that brought it earlier, the latest last. */
  loads: z.array(z.string()).exactOptional(),
  /** Staff edited it: what stands here is other than what came. A name for what stands (its checksum). */
  edited: z.string().exactOptional(),
  /** How it came, when staff edited it. */
  came: z.object({ form: z.enum(marcForms), marc: packed, marcObject: z.string().optional() }).exactOptional(),
  /** What earlier records of the same number in its file were: content and mapping (`versionOf`). */
  earlier: z.array(z.string()).exactOptional(),
  itemsPending: z.boolean().optional(),
  /** No item hangs on it: what makes one takes this away in the same transaction (`gainsItem`), so that nobody need look. */
  bare: z.literal(true).exactOptional(),
  /** Deleted by its member: in no union record. Kept for the items that were not on their shelf, and to come back. */
  withdrawn: z.literal(true).exactOptional(),
  /** Deleted by its member; it stays in the union while a copy hangs on it that nobody else has. */
  deletionWaits: z.literal(true).exactOptional(),
  /** The barcodes of copies that hung on it and that another member took over: no load makes them anew. */
  gave: z.array(z.string()).exactOptional(),
  matchKeys: z.array(z.string()),
  /** What staff ruled on it and others: it outlives loads. */
  rulings: z.array(rulingSchema).exactOptional(),
  /** What staff said of its work: it outlives loads. */
  workDecision: workDecisionSchema.exactOptional(),
  marc: packed,
  marcObject: z.string().optional(),
  hiddenFrom: hidden,
  hiddenHoldings: z.record(z.string(), hidden).default({}),
});

/** What a member contributed, as stored: the record's bytes, deflated, here or (when large) in the bucket; `checksum` is of those that came. */
export type SourceRecord = z.infer<typeof stored> & { form: MarcForm };

/** Which state of its content a source record is in: what an edit names as the one that it was made on. */
export const contentVersion = ({ checksum, edited }: Pick<SourceRecord, 'checksum' | 'edited'>): string =>
  edited ?? checksum;

/** What a record was and how its items were found, in one word. */
export const versionOf = ({ checksum, itemsBy }: { checksum: string; itemsBy: string }): string =>
  `${checksum} ${itemsBy}`;

/** Deflated bytes beyond this go to the bucket: an item holds 400 KB in all. */
export const LARGEST_IN_TABLE = 250_000;

/** Where a large record's bytes lie. */
export const marcObjectKey = (sourceId: string, checksum: string): string =>
  `sources/${encodeURIComponent(sourceId)}/${checksum}`;

/** Reads a stored source record. Takes a table item. */
export const readSource = (item: unknown): SourceRecord => stored.parse(item);

/** The item of a source record, with its counter raised. */
export const sourceItem = (source: SourceRecord): Item => ({
  ...source,
  ...key('source', source),
  ...stamp('source', source.v + 1),
  memberId: memberOfSource(source.sourceId),
});

/** Up to here a window of 8 KB holds all that matters. Making ready the usual 32 KB, and 16 KB for what comes out, takes longer than deflating a short text. */
const SHORT = 16_384;
const short = { level: 6, windowBits: 13, memLevel: 5, chunkSize: 2_048 };

/** Makes bytes small for the table: what is written costs by the kilobyte. */
export const deflated = (bytes: Uint8Array): Uint8Array =>
  deflateRawSync(bytes, bytes.length <= SHORT ? short : { level: 6 });

/** The bytes as they came, of what `deflated` gave. */
export const inflated = (bytes: Uint8Array): Uint8Array => inflateRawSync(bytes);
