import { chunks } from '../../../layers/kernel/collections/chunks.ts';
import type { Service, UsageLine } from '../../../layers/kernel/usage/usage-line.ts';
import { absent } from '../../../layers/platform/dynamodb/condition.ts';
import { type CursorPage, readMatching } from '../../../layers/platform/dynamodb/cursor.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { IN_TABLE_DAYS, SETTLED_AFTER_DAYS } from '../domain/metering/evidence-pack.ts';
import type { MeteredLine } from '../domain/metering/join.ts';
import { type EvidencePlace, lineOf, placeOf, readItem, rowOf } from './evidence-rows.ts';
import { key } from './keys.ts';

/** Items stay far below DynamoDB's 400 KB, and a page of them below a megabyte. */
const ROWS_AN_ITEM = 1000;
const DAY_MS = 86_400_000;

const nameOf = ({ day, operation }: EvidencePlace): string => JSON.stringify([day, operation]);

type Batch = { batchId: string; now: number };

/** Returns one item of a batch's evidence; the first part of a place, with or without rows, can be the batch's claim. */
const itemOf = (
  { batchId, now }: Batch,
  place: EvidencePlace,
  part: number,
  lines: readonly MeteredLine[],
  service: Service,
) => ({
  ...key('usageEvidence', { ...place, batchId, part: String(part) }),
  ...stamp('usageEvidence', 1),
  service,
  rows: JSON.stringify(lines.map(rowOf)),
  // By then it is packed, and no batch is redelivered.
  expiresAt: Math.floor((now + IN_TABLE_DAYS * DAY_MS) / 1000),
});

/**
 * Returns the writes that have a day packed again when evidence arrives after it may have been packed: a failed batch that was held for
 * weeks.
 */
const lateWrites = (places: readonly EvidencePlace[], now: number): Write[] =>
  places
    .filter(({ day }) => Date.parse(day) + SETTLED_AFTER_DAYS * DAY_MS <= now)
    .map((place) => ({ update: key('lateEvidence', place), set: { entity: 'lateEvidence', schema: 1, ...place } }));

/** A batch's evidence: the item that claims it, and the rest. */
export type Evidence = { claim: Write; more: Write[] };

/**
 * Returns the requests of a batch as compact items, one per day and operation: the details of a report line. Request ids and counts, no
 * person. `batchId` names the batch and its part; `now` in epoch ms. The first item of `claimed`'s place is written only when it does
 * not exist, so that it identifies a repeated batch: the claim needs no item of its own.
 */
export const evidenceOfBatch = (batch: Batch, claimed: UsageLine, lines: readonly MeteredLine[]): Evidence => {
  const places = Map.groupBy(lines, (line) => nameOf(placeOf(line)));
  const items = [...places.values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    return chunks(own, ROWS_AN_ITEM).map((rows, part) => itemOf(batch, placeOf(first), part, rows, first.service));
  });
  const empty = itemOf(batch, placeOf(claimed), 0, [], claimed.service);
  const isClaim = ({ pk, sk }: typeof empty): boolean => pk === empty.pk && sk === empty.sk;
  const late = [...places.values()].flatMap(([first]) => (first ? lateWrites([placeOf(first)], batch.now) : []));
  return {
    claim: { put: items.find(isClaim) ?? empty, when: absent() },
    more: [...items.filter((item) => !isClaim(item)).map((put) => ({ put })), ...late],
  };
};

const linesOf = (place: EvidencePlace, member: string, stored: unknown): MeteredLine[] => {
  const { service, rows } = readItem(stored);
  return rows.filter(([owner]) => owner === member).map((row) => lineOf(place, service, row));
};

/**
 * Returns a page of the requests behind an operation of a member on a day, as far as the day is not packed; `limit` counts batches, not
 * requests. Batches with only other members' use are skipped.
 */
export const evidenceInTable = async (
  table: Table,
  { member, ...place }: EvidencePlace & { member: string },
  pageRequest: { limit: number; after?: string | undefined },
): Promise<CursorPage<MeteredLine> | 'bad-cursor'> => {
  const { pk } = key('usageEvidence', { ...place, batchId: 'any', part: '0' });
  const read = (item: unknown) => linesOf(place, member, item);
  const page = await readMatching(table, { partition: pk }, pageRequest, {
    wanted: (item) => read(item).length > 0,
    read,
  });
  return page === 'bad-cursor' ? page : { ...page, rows: page.rows.flat() };
};
