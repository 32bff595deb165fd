import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import { count } from '../runtime/meter.ts';
import type { Runtime } from '../runtime/runtime.ts';
import type { Entity } from './keys.ts';

/** The walk is cut into these pieces, so that a page never spans the whole table. */
const SEGMENTS = 4;

const only = (entity: Entity) => ({
  FilterExpression: '#entity = :entity',
  ExpressionAttributeNames: { '#entity': 'entity' },
  ExpressionAttributeValues: { ':entity': entity },
});

/**
 * All items of an entity (of every one without, then strongly read), page by page, by walking the whole table: for
 * background jobs only, no request may. What changes meanwhile may be seen as before or after. Counts the units that the
 * platform says it took.
 */
export async function* walk(
  { environment }: Pick<Runtime, 'environment'>,
  entity?: Entity,
): AsyncGenerator<Record<string, unknown>[]> {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ maxAttempts: 8 }));
  for (let segment = 0; segment < SEGMENTS; segment++) {
    const pages = paginateScan(
      { client },
      {
        TableName: environment.need('TABLE_NAME'),
        Segment: segment,
        TotalSegments: SEGMENTS,
        ...(entity === undefined ? { ConsistentRead: true } : only(entity)),
        ReturnConsumedCapacity: 'TOTAL',
      },
    );
    for await (const { Items: items = [], ConsumedCapacity: used } of pages) {
      count({ readUnits: used?.CapacityUnits ?? 0 });
      if (items.length > 0) yield items;
    }
  }
}
