import type { AttributeValue, DynamoDBRecord } from 'aws-lambda';

/** Converts a stream value to plain data. Binary values are dropped: no consumer of the stream reads bytes. */
const plain = (value: AttributeValue): unknown => {
  if (value.S !== undefined) return value.S;
  if (value.N !== undefined) return Number(value.N);
  if (value.BOOL !== undefined) return value.BOOL;
  if (value.L) return value.L.map(plain);
  if (value.M) return plainItem(value.M);
  if (value.SS) return value.SS;
  return value.NULL ? null : undefined;
};

const plainItem = (image: Record<string, AttributeValue>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(image).flatMap(([name, value]) => {
      const read = plain(value);
      return read === undefined ? [] : [[name, read]];
    }),
  );

/** Returns the item before and after a change as plain data, undefined where there was none. Takes a record of the table's stream. */
export const imagesOf = ({ dynamodb }: Pick<DynamoDBRecord, 'dynamodb'>) => ({
  before: dynamodb?.OldImage && plainItem(dynamodb.OldImage),
  after: dynamodb?.NewImage && plainItem(dynamodb.NewImage),
});
