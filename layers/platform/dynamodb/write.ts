import type { Condition } from './condition.ts';
import type { Key } from './keys.ts';

/** A stored item: its keys, its entity and schema version, its version counter `v`, and its own attributes. */
export type Item = Key & { entity: string; v: number } & Record<string, unknown>;

/**
 * One write, alone or in a transaction. Updates increase `v` automatically; puts carry their own. `sizeOf` is the item as it was read,
 * for the capacity model.
 */
export type Write =
  | { put: Item; when?: Condition; sizeOf?: Record<string, unknown> }
  | {
      update: Key;
      set?: Record<string, unknown>;
      add?: Record<string, number>;
      /** Appends to lists; a missing list is created. */
      append?: Record<string, unknown[]>;
      remove?: string[];
      when?: Condition;
      sizeOf?: Record<string, unknown>;
      /** Called when the write is committed; not after a conflict, nor when the table's response was lost. */
      onWritten?: () => void;
    }
  | { delete: Key; when?: Condition; sizeOf?: Record<string, unknown> }
  | { check: Key; when: Condition };

type Expression = {
  ConditionExpression?: string;
  UpdateExpression?: string;
  ExpressionAttributeNames?: Record<string, string>;
  ExpressionAttributeValues?: Record<string, unknown>;
};

const some = <T>(record: Record<string, T>): Record<string, T> | undefined =>
  Object.keys(record).length > 0 ? record : undefined;

const conditioned = (
  when: Condition | undefined,
  names: Record<string, string> = {},
  values: Record<string, unknown> = {},
): Expression => {
  const allNames = some({ ...names, ...when?.names });
  const allValues = some({ ...values, ...when?.values });
  return {
    ...(when ? { ConditionExpression: when.expression } : {}),
    ...(allNames ? { ExpressionAttributeNames: allNames } : {}),
    ...(allValues ? { ExpressionAttributeValues: allValues } : {}),
  };
};

const updateExpression = (write: Extract<Write, { update: Key }>): Expression => {
  const names: Record<string, string> = {};
  const values: Record<string, unknown> = {};
  // A dotted attribute is a path into a map: `perGroup.dvd`.
  const path = (attribute: string, tag: string): string =>
    attribute
      .split('.')
      .map((step, i) => {
        names[`#${tag}x${i}`] = step;
        return `#${tag}x${i}`;
      })
      .join('.');
  const set = Object.entries(write.set ?? {}).map(([attribute, value], i) => {
    values[`:s${i}`] = value;
    return `${path(attribute, `s${i}`)} = :s${i}`;
  });
  const append = Object.entries(write.append ?? {}).map(([attribute, items], i) => {
    Object.assign(values, { [`:l${i}`]: items, [`:l${i}none`]: [] });
    const list = path(attribute, `l${i}`);
    return `${list} = list_append(if_not_exists(${list}, :l${i}none), :l${i})`;
  });
  const add = Object.entries({ ...write.add, v: 1 }).map(([attribute, amount], i) => {
    values[`:a${i}`] = amount;
    return `${path(attribute, `a${i}`)} :a${i}`;
  });
  const remove = (write.remove ?? []).map((attribute, i) => path(attribute, `r${i}`));
  const clauses = [
    set.length + append.length > 0 ? `SET ${[...set, ...append].join(', ')}` : '',
    `ADD ${add.join(', ')}`,
    remove.length > 0 ? `REMOVE ${remove.join(', ')}` : '',
  ];
  return { UpdateExpression: clauses.filter(Boolean).join(' '), ...conditioned(write.when, names, values) };
};

/** Returns the key of the item that a write changes or checks. */
const keyOf = (write: Write): Key =>
  'put' in write ? write.put : 'update' in write ? write.update : 'delete' in write ? write.delete : write.check;

/**
 * Throws when two writes of a transaction concern one item, which the table refuses as a whole: ids of a request name the same thing where
 * its operation expects two, and must be compared before. The error names the item's kind only, because a key may identify a person.
 */
export const requireDistinctKeys = (writes: readonly Write[]): void => {
  const seen = new Set<string>();
  for (const { pk, sk } of writes.map(keyOf)) {
    if (seen.has(`${pk}\n${sk}`))
      throw new Error(`A transaction writes one item twice: ${pk.split('#')[0]} ${sk.split('#')[0]}`);
    seen.add(`${pk}\n${sk}`);
  }
};

/** Returns the request of one write in the format of TransactWriteItems. Takes the table's name. */
export const transactItem = (table: string, write: Write) => {
  const base = { TableName: table, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const };
  if ('put' in write) return { Put: { ...base, Item: write.put, ...conditioned(write.when) } };
  if ('update' in write) {
    const { UpdateExpression = '', ...rest } = updateExpression(write);
    return { Update: { ...base, Key: write.update, UpdateExpression, ...rest } };
  }
  if ('delete' in write) return { Delete: { ...base, Key: write.delete, ...conditioned(write.when) } };
  const { ConditionExpression = '', ...rest } = conditioned(write.when);
  return { ConditionCheck: { ...base, Key: write.check, ConditionExpression, ...rest } };
};
