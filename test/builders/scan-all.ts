import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';

/**
 * Returns all items of an entity in a test's table (of all entities by default), in no order. The product's stores never scan;
 * tests may.
 */
export const scanAll = async (tableName: string, entity?: string): Promise<Record<string, unknown>[]> => {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
  const wanted =
    entity === undefined
      ? {}
      : {
          FilterExpression: '#e = :e',
          ExpressionAttributeNames: { '#e': 'entity' },
          ExpressionAttributeValues: { ':e': entity },
        };
  const found: Record<string, unknown>[] = [];
  for await (const { Items } of paginateScan({ client }, { TableName: tableName, ConsistentRead: true, ...wanted }))
    found.push(...(Items ?? []));
  client.destroy();
  return found;
};
