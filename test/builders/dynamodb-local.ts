import { randomUUID } from 'node:crypto';
import { CreateTableCommand, DeleteTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { type Table, tableNamed } from '../../layers/platform/dynamodb/table.ts';

const endpoint = (): string => {
  const given = process.env.DYNAMODB_LOCAL_ENDPOINT;
  if (given) return given;
  throw new Error('Store tests need DynamoDB Local: start it and set DYNAMODB_LOCAL_ENDPOINT (npm test does both).');
};

const indexes = ['gsi1', 'gsi2', 'gsi3', 'gsi4'] as const;
const attributes = ['pk', 'sk', ...indexes.flatMap((index) => [`${index}pk`, `${index}sk`])];
const keySchema = (pk: string, sk: string) => [
  { AttributeName: pk, KeyType: 'HASH' as const },
  { AttributeName: sk, KeyType: 'RANGE' as const },
];

const made = new Set<string>();

/** Deletes a table of `aTable`. */
export const dropTable = async (TableName: string): Promise<void> => {
  const client = new DynamoDBClient({});
  await client.send(new DeleteTableCommand({ TableName }));
  client.destroy();
  made.delete(TableName);
};

// The time to create a table on DynamoDB Local grows with their number: the tables of a test file are deleted when it ends.
const dropTables = async (): Promise<void> => {
  for (const name of made) await dropTable(name);
};
// Benches also use this builder, outside of jest; their engine ends with them.
if (typeof afterAll === 'function') afterAll(dropTables);

/**
 * Creates a new table with the product's keys and indexes on DynamoDB Local, and returns the settings of handlers (including
 * TABLE_NAME). Throws when DynamoDB Local is not running.
 */
export const aTable = async (): Promise<Table & { name: string }> => {
  const name = `test-${randomUUID()}`;
  Object.assign(process.env, {
    TABLE_NAME: name,
    // No test practises in it, but the reset asks when it was last written.
    PRACTICE_TABLE_NAME: name,
    AWS_ENDPOINT_URL_DYNAMODB: endpoint(),
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_REGION: 'us-east-1',
  });
  const client = new DynamoDBClient({});
  await client.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: attributes.map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
      KeySchema: keySchema('pk', 'sk'),
      GlobalSecondaryIndexes: indexes.map((IndexName) => ({
        IndexName,
        KeySchema: keySchema(`${IndexName}pk`, `${IndexName}sk`),
        Projection: { ProjectionType: IndexName === 'gsi2' || IndexName === 'gsi4' ? 'ALL' : 'KEYS_ONLY' },
      })),
    }),
  );
  client.destroy();
  made.add(name);
  return { ...tableNamed(name), name };
};
