import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { clientSettings } from '../runtime/client-settings.ts';
import { count } from '../runtime/meter.ts';
import type { Runtime } from '../runtime/runtime.ts';
import type { Key } from './keys.ts';

/** The number of scan segments, so that a page never spans the whole table. */
const SEGMENTS = 4;

const only = (entities: readonly string[]) => ({
  FilterExpression: `#entity IN (${entities.map((_, i) => `:e${i}`).join()})`,
  ExpressionAttributeNames: { '#entity': 'entity' },
  ExpressionAttributeValues: Object.fromEntries(entities.map((entity, i) => [`:e${i}`, entity])),
});

/** Reads the position of a scan from the input of a job. */
export const scanPositionSchema = z.object({
  segment: z.number(),
  after: z.object({ pk: z.string(), sk: z.string() }).exactOptional(),
});

/** The position of a scan: a segment of the table, and the last row read of it. */
export type ScanPosition = { segment: number; after?: Key };

/** One page of a scan, possibly empty; `next` is the following position, undefined at the end of the table. */
export type ScanPage = { rows: Record<string, unknown>[]; segment: number; next?: ScanPosition };

type Scanning = Pick<Runtime, 'environment'>;
type SegmentPage = { rows: Record<string, unknown>[]; after?: Key };

/** Scans one segment from a position, for the items of one entity, of several, or for all items with strong reads. */
async function* scanSegment(
  { environment }: Scanning,
  entity: string | readonly string[] | undefined,
  { segment, after }: ScanPosition,
): AsyncGenerator<SegmentPage> {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(clientSettings({ requestMs: 10_000, attempts: 8 })));
  const pages = paginateScan(
    { client, startingToken: after },
    {
      TableName: environment.need('TABLE_NAME'),
      Segment: segment,
      TotalSegments: SEGMENTS,
      ...(entity === undefined ? { ConsistentRead: true } : only([entity].flat())),
      ReturnConsumedCapacity: 'TOTAL',
    },
  );
  for await (const { Items: rows = [], ConsumedCapacity: used, LastEvaluatedKey: last } of pages) {
    count({ readUnits: used?.CapacityUnits ?? 0 });
    yield { rows, ...(last && { after: { pk: String(last.pk), sk: String(last.sk) } }) };
  }
}

/**
 * Scans the table from a position, for the items of one entity, of several, or for all items with strong reads, so that an interrupted
 * job can resume: the key of any row read is a position. Yields empty pages too, because their positions are worth storing.
 */
export async function* scanTableFrom(
  runtime: Scanning,
  entity: string | readonly string[] | undefined,
  from: ScanPosition = { segment: 0 },
): AsyncGenerator<ScanPage> {
  for (let position = from; position.segment < SEGMENTS; position = { segment: position.segment + 1 }) {
    const { segment } = position;
    for await (const { rows, after } of scanSegment(runtime, entity, position)) {
      if (after) yield { rows, segment, next: { segment, after } };
      else yield { rows, segment, ...(segment + 1 < SEGMENTS && { next: { segment: segment + 1 } }) };
    }
  }
}

/** One page of a scan of all segments at once; `next` has a position for each segment that is not at its end, undefined at the end. */
export type ScanAtOncePage = { rows: Record<string, unknown>[]; next?: ScanPosition[] };

/**
 * Scans all segments of the table at once for the items of one entity: while the rows of one segment are processed, the next pages of
 * the others are read. A job resumes with the positions of any page, which include all pages before it.
 */
export async function* scanTableAtOnce(
  runtime: Scanning,
  entity: string,
  from: readonly ScanPosition[] = Array.from({ length: SEGMENTS }, (_, segment) => ({ segment })),
): AsyncGenerator<ScanAtOncePage> {
  const positions = new Map(from.map((position) => [position.segment, position]));
  const scans = new Map(from.map((position) => [position.segment, scanSegment(runtime, entity, position)]));
  const read = (segment: number, scan: AsyncGenerator<SegmentPage>) => {
    const reading = scan.next().then((page) => ({ segment, scan, page }));
    // The rejection is handled when its turn comes.
    reading.catch(() => {});
    return reading;
  };
  const underWay = new Map([...scans].map(([segment, scan]) => [segment, read(segment, scan)]));
  while (underWay.size > 0) {
    const { segment, scan, page } = await Promise.race(underWay.values());
    if (page.done) {
      underWay.delete(segment);
      continue;
    }
    underWay.set(segment, read(segment, scan));
    const { rows, after } = page.value;
    if (after) positions.set(segment, { segment, after });
    else positions.delete(segment);
    yield { rows, ...(positions.size > 0 && { next: [...positions.values()] }) };
  }
}

/**
 * Scans the whole table for the items of an entity, page by page: for background jobs only, never for requests. A concurrent change may or
 * may not be seen. Counts the units that DynamoDB reports.
 */
export async function* scanTable(runtime: Scanning, entity: string): AsyncGenerator<Record<string, unknown>[]> {
  for await (const { rows } of scanTableFrom(runtime, entity)) if (rows.length > 0) yield rows;
}
