import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import { count } from '../runtime/meter.ts';
import type { Runtime } from '../runtime/runtime.ts';
import type { Key } from './keys.ts';

/** The walk is cut into these pieces, so that a page never spans the whole table. */
const SEGMENTS = 4;

const only = (entity: string) => ({
  FilterExpression: '#entity = :entity',
  ExpressionAttributeNames: { '#entity': 'entity' },
  ExpressionAttributeValues: { ':entity': entity },
});

/** Where a walk goes on: a piece of the table, and the last row read of it. */
export type ScanPosition = { segment: number; after?: Key };

/** What a walk reads at once, maybe nothing; with where it goes on after that, and nothing at the end of the table. */
export type ScanPage = { rows: Record<string, unknown>[]; segment: number; next?: ScanPosition };

/**
 * Walks the table from a position on, so that a job that broke off need not begin anew: the key of any row read is one. Takes
 * and gives what `walk` does, and empty pages too, whose positions are worth keeping.
 */
export async function* scanTableFrom(
  { environment }: Pick<Runtime, 'environment'>,
  entity: string | undefined,
  from: ScanPosition = { segment: 0 },
): AsyncGenerator<ScanPage> {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ maxAttempts: 8 }));
  for (let { segment, after } = from; segment < SEGMENTS; segment++) {
    const pages = paginateScan(
      { client, startingToken: after },
      {
        TableName: environment.need('TABLE_NAME'),
        Segment: segment,
        TotalSegments: SEGMENTS,
        ...(entity === undefined ? { ConsistentRead: true } : only(entity)),
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
 * All items of an entity (of every one without, then strongly read), page by page, by walking the whole table: for
 * background jobs only, no request may. What changes meanwhile may be seen as before or after. Counts the units that the
 * platform says it took.
 */
export async function* scanTable(
  runtime: Pick<Runtime, 'environment'>,
  entity?: string,
): AsyncGenerator<Record<string, unknown>[]> {
  for await (const { rows } of scanTableFrom(runtime, entity)) if (rows.length > 0) yield rows;
}
