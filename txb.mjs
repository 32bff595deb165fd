import {
  CreateTableCommand,
  DeleteTableCommand,
  DynamoDBClient,
  PutItemCommand,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';

const c = new DynamoDBClient({
  endpoint: process.env.DYNAMODB_LOCAL_ENDPOINT,
  region: 'us-east-1',
  credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
});
const T = 'bench' + Date.now();
await c.send(
  new CreateTableCommand({
    TableName: T,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [
      { AttributeName: 'pk', AttributeType: 'S' },
      { AttributeName: 'sk', AttributeType: 'S' },
    ],
    KeySchema: [
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ],
  }),
);
const it = (i) => ({ pk: { S: 'p' + i }, sk: { S: 's' }, x: { S: 'x'.repeat(200) } });
const time = async (name, n, f) => {
  for (let i = 0; i < 30; i++) await f(i);
  const t = performance.now();
  for (let i = 0; i < n; i++) await f(1000 + i);
  console.log(name, ((performance.now() - t) / n).toFixed(2));
};
await time('put', 200, (i) => c.send(new PutItemCommand({ TableName: T, Item: it(i) })));
for (const k of [1, 2, 5, 10])
  await time('tx' + k, 100, (i) =>
    c.send(
      new TransactWriteItemsCommand({
        TransactItems: Array.from({ length: k }, (_, j) => ({ Put: { TableName: T, Item: it(i * 100 + j) } })),
      }),
    ),
  );
await time('tx2 token', 100, (i) =>
  c.send(
    new TransactWriteItemsCommand({
      ClientRequestToken: 'tok' + T + i,
      TransactItems: Array.from({ length: 2 }, (_, j) => ({ Put: { TableName: T, Item: it(i * 100 + j) } })),
    }),
  ),
);
await c.send(new DeleteTableCommand({ TableName: T }));
