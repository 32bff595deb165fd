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

const sendingBy = async <T>(send: (real: Send) => Send, work: () => Promise<T>): Promise<T> => {
  const real: Send = function (this: unknown, ...given) {
    return Reflect.apply((Object.getPrototypeOf(client) as { send: Send }).send, this, given);
  };
  client.send = send(real);
  try {
    return await work();
  } finally {
    Reflect.deleteProperty(client, 'send');
  }
};

/** Conditions without effect: placeholders remain in use, because DynamoDB refuses a value that no expression names. */
const alwaysTrue = ({ ConditionExpression = '', ExpressionAttributeNames: names = {} }: Conditioned): string =>
  ConditionExpression.replace(/attribute_not_exists\((#\w+)\)/g, (whole, name: string) =>
    names[name] === 'pk' ? `(${whole} OR attribute_exists(${name}))` : whole,
  ).replace(/(#\w+) = (:\w+)/g, (whole, name: string, value: string) =>
    names[name] === 'v' ? `(${whole} OR ${name} <> ${value} OR attribute_not_exists(${name}))` : whole,
  );

const weaken = (conditioned: Conditioned): void => {
  if (conditioned.ConditionExpression !== undefined) conditioned.ConditionExpression = alwaysTrue(conditioned);
};

/** Runs work while writes ignore whether a row exists, and whether it changed since it was read. */
export const withoutConditions = <T>(work: () => Promise<T>): Promise<T> =>
  sendingBy(
    (real) =>
      function (this: unknown, command, ...rest) {
        weaken(command.input);
        for (const item of command.input.TransactItems ?? []) for (const one of Object.values(item)) weaken(one);
        return Reflect.apply(real, this, [command, ...rest]);
      },
    work,
  );

const savesAnswer = ({ Update }: TransactItem): boolean =>
  Object.values(Update?.ExpressionAttributeNames ?? {}).includes('answer') &&
  Object.values(Update?.ExpressionAttributeNames ?? {}).includes('openedAt');

/** Runs work while the answer of a request is saved outside the transaction of its writes. */
export const withoutSavedAnswers = <T>(work: () => Promise<T>): Promise<T> =>
  sendingBy(
    (real) =>
      function (this: unknown, command, ...rest) {
        const { TransactItems: items } = command.input;
        if (items !== undefined && items.length > 1)
          command.input.TransactItems = items.filter((one) => !savesAnswer(one));
        return Reflect.apply(real, this, [command, ...rest]);
      },
    work,
  );
