import * as z from 'zod';
import type { Key } from '../../../layers/platform/dynamodb/keys.ts';
import { stamp } from '../../../layers/platform/dynamodb/table.ts';
import type { Item } from '../../../layers/platform/dynamodb/write.ts';
import type { MatchFeatures } from '../domain/matching/features.ts';
import type { BlockEntry, BlockPage, MatchBlock } from '../domain/union/union-state.ts';
import { key } from './keys.ts';
import { deflated, inflated } from './source-record.ts';

// Features are this module's own output: their shape is not validated again for thousands of entries.
const entrySchema = z.object({
  sourceId: z.string(),
  recordId: z.string(),
  features: z.custom<MatchFeatures>((value) => typeof value === 'object' && value !== null),
});
const stored = z.object({
  v: z.number(),
  pages: z.number().optional(),
  entries: z.instanceof(Uint8Array),
});

/** Returns the key of a page of a block: page 0 has the block's own key. */
export const pageKey = (matchKey: string, page: number): Key =>
  key('matchBlock', { matchKey: page === 0 ? matchKey : `${matchKey}~${page}` });

const readEntries = (packed: Uint8Array): BlockEntry[] =>
  z.array(entrySchema).parse(JSON.parse(Buffer.from(inflated(packed)).toString('utf8')));

/** Decodes a page; an absent one is empty with counter 0. Returns the number of the block's pages too, which page 0 stores. */
export const readPage = (item: Record<string, unknown> | undefined): { page: BlockPage; pages: number } => {
  if (!item) return { page: { v: 0, entries: [] }, pages: 1 };
  const { v, pages, entries } = stored.parse(item);
  return { page: { v, entries: readEntries(entries) }, pages: pages ?? 1 };
};

const packed = (entries: readonly BlockEntry[]): Uint8Array => deflated(Buffer.from(JSON.stringify(entries)));

/** Most records are alone in all their blocks: their entry is packed once for all of them. */
const alone = new WeakMap<BlockEntry, Uint8Array>();

const packedOnce = (entry: BlockEntry): Uint8Array => {
  const known = alone.get(entry) ?? packed([entry]);
  alone.set(entry, known);
  return known;
};

/** Returns the item of a page, with its counter raised. */
export const pageItem = (block: MatchBlock, number: number): Item => {
  const page = block.pages[number] ?? { v: 0, entries: [] };
  const [only, ...others] = page.entries;
  return {
    ...pageKey(block.key, number),
    ...stamp('matchBlock', page.v + 1),
    ...(number === 0 && block.pages.length > 1 ? { pages: block.pages.length } : {}),
    entries: only && others.length === 0 ? packedOnce(only) : packed(page.entries),
  };
};
