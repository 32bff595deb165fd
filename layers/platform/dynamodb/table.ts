import { type AttributeValue, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBJsonCodec2 } from '@aws-sdk/dynamodb-codec';
import {
  BatchGetCommand,
  type BatchGetCommandOutput,
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { clientSettings } from '../runtime/client-settings.ts';
import { requireWritable } from '../runtime/environment.ts';
import { count } from '../runtime/meter.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { queryUnits, readUnits, refusedUnits, writeUnits } from './capacity.ts';
import type { Key } from './keys.ts';
import { type Item, requireDistinctKeys, transactItem, type Write } from './write.ts';

/** A write with a failed condition; nothing was written. `was[i]` is the existing item of the i-th write, when that write failed. */
export type Conflict = { conflict: { index: number; was: Record<string, unknown> | undefined }[] };

/** Thrown when a write conflicted too often; the chain responds 503 with Retry-After. */
export class TableConflict extends Error {
  override name = 'TableConflict';
}

export type Page = { items: Record<string, unknown>[]; next?: Record<string, unknown> };

export type Query = {
  index?: 'gsi1' | 'gsi2' | 'gsi3' | 'gsi4';
  partition: string;
  /** A prefix of the sort keys. */
  begins?: string;
  between?: [string, string];
  limit?: number;
  after?: Record<string, unknown>;
  /** Newest first. */
  backwards?: boolean;
  strong?: boolean;
};

/** The single table. Every call is counted in capacity units by our own model. */
export type Table = {
  get(key: Key, options?: { strong?: boolean }): Promise<Record<string, unknown> | undefined>;
  /** Reads any number of keys (in batches of 100); returns items in the order of the keys, undefined where an item is missing. */
  getMany(keys: Key[], options?: { strong?: boolean }): Promise<(Record<string, unknown> | undefined)[]>;
  query(query: Query): Promise<Page>;
  /** Reads all pages of a query; only for partitions that are bounded by design. */
  queryAll(query: Query): Promise<Record<string, unknown>[]>;
  /** Writes all or nothing: a single write directly, several in a transaction. Returns the conflict when a condition failed. */
  write(writes: Write[]): Promise<Conflict | undefined>;
  /** Increases a counter (inside a map: `map.name`) and returns the updated item. */
  raise(key: Key, counter: string, by: number, set?: Record<string, unknown>): Promise<Record<string, unknown>>;
};

let shared: DynamoDBDocumentClient | undefined;
/**
 * Returns the one DynamoDB client of a container. It uses the newer of the SDK's two codecs, which is not yet the SDK's default: the
 * same bytes in two thirds of the time for a transaction and half for a batch.
 */
const client = (): DynamoDBDocumentClient => {
  if (shared) return shared;
  const { protocolSettings } = new DynamoDBClient(clientSettings()).config;
  const quick = { protocolSettings: { ...protocolSettings, jsonCodec: new DynamoDBJsonCodec2() } };
  shared = DynamoDBDocumentClient.from(
    new DynamoDBClient({ ...clientSettings({ requestMs: 2000, attempts: 4 }), ...quick }),
    {
      marshallOptions: { removeUndefinedValues: true },
    },
  );
  return shared;
};

type Cancelled = Error & {
  CancellationReasons?: { Code?: string; Item?: Record<string, unknown> }[];
  Item?: Record<string, unknown>;
};

// The document client unmarshals responses but not errors: the conflicting item arrives in wire format.
const plain = (item: Record<string, unknown> | undefined): Record<string, unknown> | undefined =>
  item !== undefined && typeof item.pk === 'object' ? unmarshall(item as Record<string, AttributeValue>) : item;

const conflictOf = (error: unknown): Conflict | undefined => {
  const failure = error as Cancelled;
  if (failure.name === 'ConditionalCheckFailedException') return { conflict: [{ index: 0, was: plain(failure.Item) }] };
  if (failure.name !== 'TransactionCanceledException') return undefined;
  const reasons = failure.CancellationReasons ?? [];
  if (reasons.some(({ Code }) => Code === 'ValidationError')) return undefined;
  const failed = reasons.flatMap(({ Code, Item: was }, index) =>
    Code === 'ConditionalCheckFailed' ? [{ index, was: plain(was) }] : [],
  );
  if (failed.length > 0) return { conflict: failed };
  const lost = new TableConflict(reasons.map(({ Code }) => Code).join(','));
  throw lost;
};

const writeOne = async (name: string, write: Write): Promise<void> => {
  const item = transactItem(name, write);
  if (item.Put) await client().send(new PutCommand(item.Put));
  else if (item.Update) await client().send(new UpdateCommand(item.Update));
  else if (item.Delete) await client().send(new DeleteCommand(item.Delete));
  else throw new Error('A check alone writes nothing.');
};

/** Retries transactions that conflict with a transaction in flight: only the conditions decide the outcome. */
const withRetries = async (send: () => Promise<unknown>): Promise<void> => {
  for (let attempt = 0; ; attempt++) {
    try {
      await send();
      return;
    } catch (error) {
      const reasons = (error as Cancelled).CancellationReasons ?? [];
      const mayRetry =
        reasons.length > 0 && reasons.every(({ Code }) => Code === 'None' || Code === 'TransactionConflict');
      if (!mayRetry || attempt >= 6) throw error;
      await new Promise((resolve) => setTimeout(resolve, 10 * 2 ** attempt * (0.5 + Math.random())));
    }
  }
};

/** Opens a table by name, for the stores. */
export const tableNamed = (name: string): Table => {
  const query = async (wanted: Query): Promise<Page> => {
    const [pk, sk] = wanted.index ? [`${wanted.index}pk`, `${wanted.index}sk`] : ['pk', 'sk'];
    const range =
      wanted.begins !== undefined ? ' AND begins_with(#sk, :a)' : wanted.between ? ' AND #sk BETWEEN :a AND :b' : '';
    const answer = await client().send(
      new QueryCommand({
        TableName: name,
        IndexName: wanted.index,
        KeyConditionExpression: `#pk = :pk${range}`,
        ExpressionAttributeNames: { '#pk': pk, ...(range ? { '#sk': sk } : {}) },
        ExpressionAttributeValues: {
          ':pk': wanted.partition,
          ...(wanted.begins !== undefined
            ? { ':a': wanted.begins }
            : wanted.between
              ? { ':a': wanted.between[0], ':b': wanted.between[1] }
              : {}),
        },
        Limit: wanted.limit,
        ExclusiveStartKey: wanted.after,
        ScanIndexForward: !wanted.backwards,
        ConsistentRead: wanted.strong && !wanted.index ? true : undefined,
      }),
    );
    const items = answer.Items ?? [];
    count({ readUnits: queryUnits(items, wanted.strong === true && !wanted.index) });
    return answer.LastEvaluatedKey ? { items, next: answer.LastEvaluatedKey } : { items };
  };

  const batch = async (keys: Key[], strong: boolean): Promise<Record<string, unknown>[]> => {
    const found: Record<string, unknown>[] = [];
    let wanted: Record<string, unknown>[] | undefined = keys;
    for (let attempt = 0; wanted && wanted.length > 0; attempt++) {
      if (attempt > 0) await new Promise((resolve) => setTimeout(resolve, 20 * 2 ** Math.min(attempt, 6)));
      const answer: BatchGetCommandOutput = await client().send(
        new BatchGetCommand({ RequestItems: { [name]: { Keys: wanted, ConsistentRead: strong } } }),
      );
      found.push(...(answer.Responses?.[name] ?? []));
      wanted = answer.UnprocessedKeys?.[name]?.Keys;
    }
    return found;
  };

  return {
    get: async (key, options = {}) => {
      const { Item: item } = await client().send(
        new GetCommand({ TableName: name, Key: key, ConsistentRead: options.strong ?? false }),
      );
      count({ readUnits: readUnits(item, options.strong ?? false) });
      return item;
    },
    getMany: async (keys, options = {}) => {
      const strong = options.strong ?? false;
      const unique = [...new Map(keys.map((key) => [`${key.pk}\n${key.sk}`, { pk: key.pk, sk: key.sk }])).values()];
      const found: Record<string, unknown>[] = [];
      for (let i = 0; i < unique.length; i += 100) found.push(...(await batch(unique.slice(i, i + 100), strong)));
      const byKey = new Map(found.map((item) => [`${item.pk}\n${item.sk}`, item]));
      count({ readUnits: unique.reduce((sum, key) => sum + readUnits(byKey.get(`${key.pk}\n${key.sk}`), strong), 0) });
      return keys.map((key) => byKey.get(`${key.pk}\n${key.sk}`));
    },
    query,
    queryAll: async (wanted) => {
      const all: Record<string, unknown>[] = [];
      let after = wanted.after;
      do {
        const page: Page = await query({ ...wanted, ...(after ? { after } : {}) });
        all.push(...page.items);
        after = page.next;
      } while (after);
      return all;
    },
    write: async (writes) => {
      const [first] = writes;
      if (!first) return undefined;
      try {
        if (writes.length === 1 && !('check' in first)) await writeOne(name, first);
        else {
          requireDistinctKeys(writes);
          const TransactItems = writes.map((write) => transactItem(name, write));
          // The client creates a token for each send, which makes its own retries idempotent.
          await withRetries(() => client().send(new TransactWriteCommand({ TransactItems })));
        }
        count({ writeUnits: writeUnits(writes) });
        for (const write of writes) if ('update' in write) write.onWritten?.();
        return undefined;
      } catch (error) {
        const conflict = conflictOf(error);
        if (!conflict) throw error;
        // A cancelled transaction is billed for its prepare phase.
        count({ writeUnits: writes.length === 1 ? refusedUnits(conflict.conflict[0]?.was) : writeUnits(writes) });
        return conflict;
      }
    },
    raise: async (key, counter, by, set = {}) => {
      const { Update } = transactItem(name, { update: key, add: { [counter]: by }, set });
      const { ReturnValuesOnConditionCheckFailure: _, ...update } = Update ?? {
        TableName: name,
        Key: key,
        UpdateExpression: '',
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      };
      const { Attributes: raised = {} } = await client().send(
        new UpdateCommand({ ...update, ReturnValues: 'ALL_NEW' }),
      );
      count({ writeUnits: writeUnits([{ update: key, sizeOf: raised }]) });
      return raised;
    },
  };
};

/** Opens the deployment's table. */
export const openTable = ({ environment }: Pick<Runtime, 'environment'>): Table => {
  const table = tableNamed(environment.need('TABLE_NAME'));
  return {
    ...table,
    write: async (writes) => {
      requireWritable(environment, 'table');
      return table.write(writes);
    },
    raise: async (...counter) => {
      requireWritable(environment, 'table');
      return table.raise(...counter);
    },
  };
};

/** Returns the common attributes of every stored item: entity, schema version and version counter. */
export const stamp = (entity: string, v: number): Pick<Item, 'entity' | 'v'> & { schema: number } => ({
  entity,
  v,
  schema: 1,
});
