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
  /** The checksum of the edited record, when staff edited it: the content here differs from the contributed one. */
  edited: z.string().exactOptional(),
  /** The contributed record, when staff edited it. */
  came: z.object({ form: z.enum(marcForms), marc: packed, marcObject: z.string().optional() }).exactOptional(),
  /** Earlier records of the same number in its file: content and mapping (`versionOf`). */
  earlier: z.array(z.string()).exactOptional(),
  itemsPending: z.boolean().optional(),
  /** It has no items: the write that creates one removes this in the same transaction (`gainsItem`), so that no read is needed. */
  bare: z.literal(true).exactOptional(),
  /** Made at a desk to lend an item without a record; until a cataloguer edits it, it is hidden and matched with nothing. */
  fastAdded: z.literal(true).exactOptional(),
  /** Deleted by its member: in no union record. It stays for the items that were not on the shelf, and for a later return. */
  withdrawn: z.literal(true).exactOptional(),
  /** Deleted by its member; it stays in the union while it has a copy that no other member holds. */
  deletionWaits: z.literal(true).exactOptional(),
  /** The barcodes of its copies that another member took over: no load creates them again. */
  gave: z.array(z.string()).exactOptional(),
  matchKeys: z.array(z.string()),
  /** The version of the policy `matching` by which it was last matched; absent when none was in force. */
  matchedBy: z.int().exactOptional(),
  /** The rulings of staff on it and others, preserved by loads. */
  rulings: z.array(rulingSchema).exactOptional(),
  /** The decision of staff on its work, preserved by loads. */
  workDecision: workDecisionSchema.exactOptional(),
  marc: packed,
  marcObject: z.string().optional(),
  hiddenFrom: hidden,
  hiddenHoldings: z.record(z.string(), hidden).default({}),
});

/**
 * A member's contribution as stored: the record's bytes, deflated, here or (when large) in the bucket; `checksum` is that of the
 * contributed bytes.
 */
export type SourceRecord = z.infer<typeof stored> & { form: MarcForm };

/** Returns the version of a source record's content, which an edit names as its base. */
export const contentVersion = ({ checksum, edited }: Pick<SourceRecord, 'checksum' | 'edited'>): string =>
  edited ?? checksum;

/** Returns one value for a record's content and the mapping of its items. */
export const versionOf = ({ checksum, itemsBy }: { checksum: string; itemsBy: string }): string =>
  `${checksum} ${itemsBy}`;

/** Deflated bytes beyond this go to the bucket: an item holds 400 KB in all. */
export const LARGEST_IN_TABLE = 250_000;

/** Returns the key of a large record's bytes. */
export const marcObjectKey = (sourceId: string, checksum: string): string =>
  `sources/${encodeURIComponent(sourceId)}/${checksum}`;

/** Decodes a stored source record. Takes a table item. */
export const readSource = (item: unknown): SourceRecord => stored.parse(item);

/** Returns the item of a source record, with its counter raised. */
export const sourceItem = (source: SourceRecord): Item => ({
  ...source,
  ...key('source', source),
  ...stamp('source', source.v + 1),
  memberId: memberOfSource(source.sourceId),
});

/**
 * Up to this length a window of 8 KB is sufficient. Allocating the usual 32 KB, and 16 KB for the output, takes longer than deflating a
 * short text.
 */
const SHORT = 16_384;
const short = { level: 6, windowBits: 13, memLevel: 5, chunkSize: 2_048 };

/** Compresses bytes for the table: the cost of a write depends on its kilobytes. Takes a preset dictionary of what most texts contain. */
export const deflated = (bytes: Uint8Array, dictionary?: Uint8Array): Uint8Array =>
  deflateRawSync(bytes, { ...(bytes.length <= SHORT ? short : { level: 6 }), ...(dictionary && { dictionary }) });

/** Returns the original bytes of `deflated` output, made with the same dictionary. */
export const inflated = (bytes: Uint8Array, dictionary?: Uint8Array): Uint8Array =>
  inflateRawSync(bytes, dictionary && { dictionary });
