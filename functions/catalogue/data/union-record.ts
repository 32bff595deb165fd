import * as z from 'zod';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Item } from '../../../layers/platform/dynamodb/write.ts';
import type { UnionRecord } from '../domain/union/union-state.ts';
import { key } from './keys.ts';

const stored = z.object({
  recordId: z.string(),
  v: z.number(),
  sources: z.array(z.string()).default([]),
  absorbed: z.array(z.string()).default([]),
  mergedInto: z.string().exactOptional(),
  ruled: z.literal(true).exactOptional(),
});

/** Decodes a stored union record. */
export const readRecord = (item: unknown): UnionRecord => stored.parse(item);

/** Returns the item of a union record, with its counter raised. */
export const recordItem = (record: UnionRecord): Item => ({
  ...record,
  ...key('record', record),
  ...stamp('record', record.v + 1),
});

/** A union record and, when it was merged, its current record. */
export type FoundRecord = { asked: UnionRecord; now: UnionRecord };

/** Finds a union record by its id, following merges. Undefined when it never existed. */
export const findRecord = async (
  table: Table,
  recordId: string,
  options: { strong?: boolean } = {},
): Promise<FoundRecord | undefined> => {
  const read = async (id: string): Promise<UnionRecord | undefined> => {
    const item = await table.get(key('record', { recordId: id }), options);
    return item && readRecord(item);
  };
  const asked = await read(recordId);
  if (!asked) return undefined;
  let now = asked;
  const seen = new Set([recordId]);
  while (now.mergedInto !== undefined) {
    // A cycle of merges would be a defect; no request may loop on it.
    if (seen.has(now.mergedInto)) return undefined;
    seen.add(now.mergedInto);
    const next = await read(now.mergedInto);
    if (!next) return undefined;
    now = next;
  }
  return { asked, now };
};
