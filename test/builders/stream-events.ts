import type { AttributeValue, DynamoDBRecord } from 'aws-lambda';

type Image = Record<string, unknown>;

const attribute = (value: unknown): AttributeValue => {
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'number') return { N: String(value) };
  if (typeof value === 'boolean') return { BOOL: value };
  if (value instanceof Uint8Array) return { B: Buffer.from(value).toString('base64') };
  if (Array.isArray(value)) return { L: value.map(attribute) };
  if (typeof value === 'object' && value !== null) return { M: image({ ...value }) };
  return { NULL: true };
};

const image = (item: Image): Record<string, AttributeValue> =>
  Object.fromEntries(Object.entries(item).map(([name, value]) => [name, attribute(value)]));

/**
 * Returns a record of the table's stream, as from the platform, for a change. Undefined means that there was no item, or is none
 * any more.
 */
export const streamRecord = (before: Image | undefined, after: Image | undefined): DynamoDBRecord => ({
  eventName: before === undefined ? 'INSERT' : after === undefined ? 'REMOVE' : 'MODIFY',
  dynamodb: { ...(before ? { OldImage: image(before) } : {}), ...(after ? { NewImage: image(after) } : {}) },
});
