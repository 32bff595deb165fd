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

/**
 * Scans the table from a position, for the items of one entity, of several, or for all items with strong reads, so that an interrupted
 * job can resume: the key of any row read is a position. Yields empty pages too, because their positions are worth storing.
 */
export async function* scanTableFrom(
  { environment }: Pick<Runtime, 'environment'>,
  entity: string | readonly string[] | undefined,
  from: ScanPosition = { segment: 0 },
): AsyncGenerator<ScanPage> {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(clientSettings({ requestMs: 10_000, attempts: 8 })));
  for (let { segment, after } = from; segment < SEGMENTS; segment++) {
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
    after = undefined;
    for await (const { Items: rows = [], ConsumedCapacity: used, LastEvaluatedKey: last } of pages) {
      count({ readUnits: used?.CapacityUnits ?? 0 });
      if (last) yield { rows, segment, next: { segment, after: { pk: String(last.pk), sk: String(last.sk) } } };
      else yield { rows, segment, ...(segment + 1 < SEGMENTS && { next: { segment: segment + 1 } }) };
    }
  }
}

/**
 * Scans the whole table for the items of an entity, page by page: for background jobs only, never for requests. A concurrent change may or
 * may not be seen. Counts the units that DynamoDB reports.
 */
export async function* scanTable(
  runtime: Pick<Runtime, 'environment'>,
  entity: string,
): AsyncGenerator<Record<string, unknown>[]> {
  for await (const { rows } of scanTableFrom(runtime, entity)) if (rows.length > 0) yield rows;
}
