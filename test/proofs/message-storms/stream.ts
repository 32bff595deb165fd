import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { BatchGetCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { streamRecord } from '../../builders/stream-events.ts';
import { beforeWrite } from './at-once.ts';

type Row = Record<string, unknown>;
type Place = { pk: string; sk: string };
type Command = { input: Record<string, unknown>; constructor: { name: string } };
type Send = (this: unknown, command: Command, ...rest: unknown[]) => Promise<unknown>;
type Write = { Item?: Row; Key?: Row };

// All clients of the SDK, including the document client, send by this method.
const clients = Object.getPrototypeOf(DynamoDBDocumentClient.prototype) as { send: Send };
/** The entities whose changes the relay receives. */
const RELAYED: readonly string[] = ['item', 'hold', 'partnerMessage', 'loanRequest'];

const writesIn = ({ input, constructor: { name } }: Command): Write[] => {
  if (name === 'TransactWriteCommand') {
    const all = (input.TransactItems ?? []) as { Put?: Write; Update?: Write; Delete?: Write }[];
    return all.flatMap(({ Put, Update, Delete }) => Put ?? Update ?? Delete ?? []);
  }
  return ['PutCommand', 'UpdateCommand', 'DeleteCommand'].includes(name) ? [input] : [];
};

const placesIn = (command: Command): Place[] =>
  writesIn(command).flatMap(({ Item, Key }) => {
    const at = Item ?? Key;
    return at ? [{ pk: String(at.pk), sk: String(at.sk) }] : [];
  });

/**
 * A table's stream: each change of an entity that the relay reads, in order of the writes, with the images before and after.
 * Writes are serialised for it, as the table itself does.
 */
export const openStream = (table: string) => {
  const real = clients.send;
  const reader = DynamoDBDocumentClient.from(new DynamoDBClient({}));
  const seen = new Map<string, Row>();
  const changes: DynamoDBRecord[] = [];
  let last: Promise<unknown> = Promise.resolve();

  const look = async (places: Place[]): Promise<void> => {
    const RequestItems = { [table]: { Keys: places, ConsistentRead: true } };
    const command = new BatchGetCommand({ RequestItems });
    const { Responses = {} } = (await Reflect.apply(real, reader, [command])) as { Responses?: Record<string, Row[]> };
    for (const { pk, sk } of places) {
      const place = `${pk} ${sk}`;
      const [before, after] = [seen.get(place), Responses[table]?.find((row) => row.pk === pk && row.sk === sk)];
      if (!RELAYED.includes(String((after ?? before)?.entity))) continue;
      if (JSON.stringify(before) === JSON.stringify(after)) continue;
      if (after) seen.set(place, after);
      else seen.delete(place);
      changes.push(streamRecord(before, after));
    }
  };
  const watched: Send = async function (this: unknown, command, ...rest) {
    const places = placesIn(command);
    if (places.length === 0) return Reflect.apply(real, this, [command, ...rest]);
    await beforeWrite();
    const turn = last.then(async () => {
      const answered = await Reflect.apply(real, this, [command, ...rest]);
      await look(places);
      return answered;
    });
    last = turn.catch(() => undefined);
    return turn;
  };
  clients.send = watched;
  return {
    /** Returns the changes since the last call. */
    take: (): DynamoDBRecord[] => changes.splice(0),
    close: (): void => {
      clients.send = real;
      reader.destroy();
    },
  };
};
