import { gunzipSync, gzipSync } from 'node:zlib';
import * as z from 'zod';
import { readOpaque, writeOpaque } from '../../../layers/kernel/text/opaque-json.ts';
import { type Service, services } from '../../../layers/kernel/usage/usage-line.ts';
import { absent, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import type { CursorPage } from '../../../layers/platform/dynamodb/cursor.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Bucket } from '../../../layers/platform/objects/object-store.ts';
import { sha256 } from '../../../layers/platform/objects/sha-256.ts';
import { filesOf, merged } from '../domain/metering/evidence-pack.ts';
import type { MeteredLine } from '../domain/metering/join.ts';
import { type EvidencePlace, lineOf, packedText, type Row, readItem, readRows } from './evidence-rows.ts';
import { key } from './keys.ts';

const packSchema = z.object({
  v: z.number(),
  service: z.enum(services),
  /** In member order; `file` is the SHA-256 of its text. */
  files: z.array(z.object({ file: z.string(), first: z.string(), last: z.string(), rows: z.int() })),
});
type Pack = z.infer<typeof packSchema>;

/** Stores the evidence of whole days permanently as files in the bucket. */
export type EvidencePacks = {
  /**
   * Packs an operation's evidence of a day together with what was packed before. Returns the number of rows; repeating it changes
   * nothing. `fresh` when some of it may have just arrived: it is then read strongly, at twice the price.
   */
  pack(place: EvidencePlace, fresh?: boolean): Promise<number>;
  /** Returns a page of a member's requests from the pack; undefined when the day is not packed. `limit` counts requests. */
  page(
    line: EvidencePlace & { member: string },
    pageRequest: { limit: number; after?: string | undefined },
  ): Promise<CursorPage<MeteredLine> | 'bad-cursor' | undefined>;
};

// Named by its content: a file is never overwritten by another.
const fileKey = ({ day, operation }: EvidencePlace, file: string): string => `evidence/${day}/${operation}/${file}.gz`;

const cursorSchema = z.tuple([z.string(), z.string(), z.string(), z.int().nonnegative()]);

/** Returns the cursor of a page: the line, the version of its pack, and the number of rows before it. */
const cursorOf = (line: EvidencePlace & { member: string }, v: number, after: number): string =>
  writeOpaque([line.day, `${line.operation} ${v}`, line.member, after]);

const startOf = (line: EvidencePlace & { member: string }, v: number, after: string | undefined) => {
  if (after === undefined) return 0;
  const at = cursorSchema.safeParse(readOpaque(after)).data?.[3];
  return at !== undefined && cursorOf(line, v, at) === after ? at : undefined;
};

/** Stores packs in the bucket, each with a row in the table that names its files. */
export const evidencePacks = (table: Table, bucket: Bucket): EvidencePacks => {
  const read = async (place: EvidencePlace): Promise<Pack | undefined> => {
    const item = await table.get(key('evidencePack', place), { strong: true });
    return item && packSchema.parse(item);
  };
  const rowsIn = async (place: EvidencePlace, file: string): Promise<Row[]> => {
    const bytes = await bucket.get(fileKey(place, file));
    const text = bytes && gunzipSync(bytes).toString('utf8');
    if (text === undefined || sha256(text) !== file)
      throw new Error(`The evidence of ${place.operation} on ${place.day} is not what was packed: ${file}`);
    return readRows(text);
  };
  const inTable = async (
    place: EvidencePlace,
    strong: boolean,
  ): Promise<{ service: Service; rows: Row[] } | undefined> => {
    const { pk: partition } = key('usageEvidence', { ...place, batchId: 'any', part: '0' });
    const items = (await table.queryAll({ partition, strong })).map(readItem);
    const [first] = items;
    return first && { service: first.service, rows: items.flatMap(({ rows }) => rows) };
  };
  return {
    pack: async (place, fresh = false) => {
      const [before, found] = [await read(place), await inTable(place, fresh)];
      const packed = (await Promise.all((before?.files ?? []).map(({ file }) => rowsIn(place, file)))).flat();
      const service = found?.service ?? before?.service;
      const parts = filesOf(merged(packed, found?.rows ?? []));
      if (service === undefined || parts.length === 0) return 0;
      const files: Pack['files'] = [];
      for (const { first, last, rows } of parts) {
        const text = packedText(rows);
        const file = sha256(text);
        await bucket.put(fileKey(place, file), gzipSync(text, { level: 9 }), { rare: true });
        files.push({ file, first, last, rows: rows.length });
      }
      const all = files.reduce((sum, { rows }) => sum + rows, 0);
      if (JSON.stringify(before?.files) === JSON.stringify(files)) return all;
      const v = (before?.v ?? 0) + 1;
      const put = { ...key('evidencePack', place), ...stamp('evidencePack', v), service, files };
      const lost = await table.write([{ put, when: before ? unchanged(before.v) : absent() }]);
      if (lost) throw new Error(`The evidence of ${place.operation} on ${place.day} was packed by two at once.`);
      return all;
    },
    page: async (line, { limit, after }) => {
      const pack = await read(line);
      if (!pack) return undefined;
      const start = startOf(line, pack.v, after);
      if (start === undefined) return 'bad-cursor';
      const { member } = line;
      const found: Row[] = [];
      let passed = 0;
      for (const { file } of pack.files.filter(({ first, last }) => first <= member && member <= last)) {
        const own = (await rowsIn(line, file)).filter(([owner]) => owner === member);
        found.push(...own.slice(Math.max(0, start - passed)));
        passed += own.length;
        if (found.length > limit) break;
      }
      const rows = found.slice(0, limit).map((row) => lineOf(line, pack.service, row));
      return { rows, ...(found.length > limit && { next: cursorOf(line, pack.v, start + limit) }) };
    },
  };
};
