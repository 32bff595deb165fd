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
import { count } from '../runtime/meter.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { queryUnits, readUnits, refusedUnits, writeUnits } from './capacity.ts';
import type { Key } from './keys.ts';
import { type Item, transactItem, type Write } from './write.ts';

/** A write whose condition did not hold: nothing was written. `was[i]` is what stood at the i-th write, when it was at fault. */
export type Conflict = { conflict: { index: number; was: Record<string, unknown> | undefined }[] };

/** Thrown when a write lost its race more often than it may; the chain answers 503 with Retry-After. */
export class TableConflict extends Error {
  override name = 'TableConflict';
}

export type Page = { items: Record<string, unknown>[]; next?: Record<string, unknown> };

export type Query = {
  index?: 'gsi1' | 'gsi2' | 'gsi3' | 'gsi4';
  partition: string;
  /** Sort keys that begin with this. */
  begins?: string;
  between?: [string, string];
  limit?: number;
  after?: Record<string, unknown>;
  /** Newest first. */
  backwards?: boolean;
  strong?: boolean;
};

/** The one table. Every call is counted in capacity units by our own model. */
export type Table = {
  get(key: Key, options?: { strong?: boolean }): Promise<Record<string, unknown> | undefined>;
  /** Reads up to any number of keys (in batches of 100); answers in the order of the keys, undefined where there is none. */
  getMany(keys: Key[], options?: { strong?: boolean }): Promise<(Record<string, unknown> | undefined)[]>;
  query(query: Query): Promise<Page>;
  /** All pages of a query; only for partitions that are bounded by design. */
  queryAll(query: Query): Promise<Record<string, unknown>[]>;
  /** Writes all or nothing: one write plainly, more in a transaction. Gives the conflict when a condition did not hold. */
  write(writes: Write[]): Promise<Conflict | undefined>;
  /** Raises a counter (in a map: `map.name`) and gives the item as it is then. */
  raise(key: Key, counter: string, by: number, set?: Record<string, unknown>): Promise<Record<string, unknown>>;
};

let shared: DynamoDBDocumentClient | undefined;
/**
 * The one DynamoDB client of a container. Items are written and read by the newer of the SDK's two codecs, which is not its own
 * choice yet: the same bytes, in two thirds of the time for a transaction and half for a batch.
 */
const client = (): DynamoDBDocumentClient => {
  if (shared) return shared;
  const { protocolSettings } = new DynamoDBClient({}).config;
  const quick = { protocolSettings: { ...protocolSettings, jsonCodec: new DynamoDBJsonCodec2() } };
  shared = DynamoDBDocumentClient.from(new DynamoDBClient({ maxAttempts: 4, ...quick }), {
    marshallOptions: { removeUndefinedValues: true },
  });
  return shared;
};

type Cancelled = Error & {
  CancellationReasons?: { Code?: string; Item?: Record<string, unknown> }[];
  Item?: Record<string, unknown>;
};

// The document client reads answers, not errors: what stood in the way comes as the wire has it.
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

/** Transactions that lose to another one in flight are tried again here: the conditions decide, not the luck of the moment. */
const withRetries = async (send: () => Promise<unknown>): Promise<void> => {
  for (let attempt = 0; ; attempt++) {
    try {
      await send();
      return;
    } catch (error) {
      const reasons = (error as Cancelled).CancellationReasons ?? [];
      const onlyLuck =
        reasons.length > 0 && reasons.every(({ Code }) => Code === 'None' || Code === 'TransactionConflict');
      if (!onlyLuck || attempt >= 6) throw error;
      await new Promise((resolve) => setTimeout(resolve, 10 * 2 ** attempt * (0.5 + Math.random())));
    }
  }
};

/** Opens the table by name. Takes its name; the stores take what this gives. */
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
          const TransactItems = writes.map((write) => transactItem(name, write));
          // The client makes a token for each sending, so that its own repetitions are one.
          await withRetries(() => client().send(new TransactWriteCommand({ TransactItems })));
        }
        count({ writeUnits: writeUnits(writes) });
        for (const write of writes) if ('update' in write) write.onWritten?.();
        return undefined;
      } catch (error) {
        const conflict = conflictOf(error);
        if (!conflict) throw error;
        // A transaction that is called off was prepared all the same.
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
export const openTable = (runtime: Pick<Runtime, 'environment'>): Table =>
  tableNamed(runtime.environment.need('TABLE_NAME'));

/** The first words of every stored item: its entity, in which version of its schema, and its counter. */
export const stamp = (entity: string, v: number): Pick<Item, 'entity' | 'v'> & { schema: number } => ({
  entity,
  v,
  schema: 1,
});
