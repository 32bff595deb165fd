import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

type Names = Record<string, string>;
type Conditioned = { ConditionExpression?: string; ExpressionAttributeNames?: Names };
type Operation = Conditioned & { UpdateExpression?: string };
type TransactItem = Record<string, Operation>;
type Command = { input: Conditioned & { TransactItems?: TransactItem[] } };
type Send = (this: unknown, command: Command, ...rest: unknown[]) => Promise<unknown>;

// The method is inherited; an own method of the document client takes precedence over it, and over faults that are injected
// below.
const client = DynamoDBDocumentClient.prototype as unknown as { send: Send };

/** Runs work while each command of the document client is changed before it is sent. */
const withChangedCommands = async <T>(change: (command: Command) => void, work: () => Promise<T>): Promise<T> => {
  client.send = function (this: unknown, command, ...rest) {
    change(command);
    return Reflect.apply((Object.getPrototypeOf(client) as { send: Send }).send, this, [command, ...rest]);
  };
  try {
    return await work();
  } finally {
    Reflect.deleteProperty(client, 'send');
  }
};

// DynamoDB refuses an expression that stands in two pairs of parentheses.
const inOnePair = (text: string): string => text.replace(/\(\(([^()]*(?:\([^()]*\)[^()]*)*)\)\)/g, '($1)');

/** Conditions without effect: placeholders remain in use, because DynamoDB refuses a value that no expression names. */
const alwaysTrue = ({ ConditionExpression = '', ExpressionAttributeNames: names = {} }: Conditioned): string =>
  inOnePair(
    ConditionExpression.replace(/attribute_not_exists\((#\w+)\)/g, (whole, name: string) =>
      names[name] === 'pk' ? `(${whole} OR attribute_exists(${name}))` : whole,
    ).replace(/(#\w+) = (:\w+)/g, (whole, name: string, value: string) =>
      names[name] === 'v' ? `(${whole} OR ${name} <> ${value} OR attribute_not_exists(${name}))` : whole,
    ),
  );

const weaken = (conditioned: Conditioned): void => {
  if (conditioned.ConditionExpression !== undefined) conditioned.ConditionExpression = alwaysTrue(conditioned);
};

/** Runs work while writes ignore whether a row exists, and whether it changed since it was read. */
export const withoutConditions = <T>(work: () => Promise<T>): Promise<T> =>
  withChangedCommands(({ input }) => {
    weaken(input);
    for (const item of input.TransactItems ?? []) for (const one of Object.values(item)) weaken(one);
  }, work);

const savesAnswer = ({ Update }: TransactItem): boolean => {
  const names = Object.values(Update?.ExpressionAttributeNames ?? {});
  return names.includes('answer') && names.includes('openedAt');
};

/** Runs work while the answer of a request is left out of the transaction of its writes. */
export const withoutSavedAnswers = <T>(work: () => Promise<T>): Promise<T> =>
  withChangedCommands(({ input }) => {
    const items = input.TransactItems ?? [];
    if (items.length > 1) input.TransactItems = items.filter((one) => !savesAnswer(one));
  }, work);
