import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { bucketCommands } from './bucket.ts';

/**
 * How a call of a service goes wrong. `dies`: it is carried out, and the worker is dead from then on, so that whatever it
 * calls afterwards fails. `refused`: it is not carried out, and the worker goes on with the error. `answer-lost`: it is
 * carried out, and the worker goes on with an error all the same.
 */
export const faults = ['dies', 'refused', 'answer-lost'] as const;
export type Fault = (typeof faults)[number];

/** A call as it was made: the command's name, and its input. */
export type ServiceCall = { command: string; input: Record<string, unknown> };

type Command = { input: Record<string, unknown>; constructor: { name: string } };
type Send = (this: unknown, command: Command, ...rest: unknown[]) => Promise<unknown>;

// Every client of the SDK, the document client too, sends by this one method.
const clients = Object.getPrototypeOf(DynamoDBDocumentClient.prototype) as { send: Send };

/** The smallest DER signature: nobody verifies what is signed here. */
const SIGNATURE = Uint8Array.from([0x30, 0x06, 0x02, 0x01, 0x01, 0x02, 0x01, 0x01]);

/** What services beside the table answer: they are not there, and take everything. */
const taken: Record<string, unknown> = {
  SendMessageBatchCommand: {},
  PutEventsCommand: { FailedEntryCount: 0 },
  SendEmailCommand: {},
  DeleteObjectCommand: {},
  StartExecutionCommand: {},
  SendTaskSuccessCommand: {},
  SignCommand: { Signature: SIGNATURE },
};

const reads = [
  ...['GetCommand', 'BatchGetCommand', 'QueryCommand', 'ScanCommand'],
  ...['GetObjectCommand', 'HeadObjectCommand'],
];

/** Whether a call changes anything. One that only reads and dies is as if the worker had died at its call before. */
export const changes = ({ command }: Pick<ServiceCall, 'command'>): boolean => !reads.includes(command);

/** What a service answers: the bucket is one in memory, what else is not there takes everything, and the table is real. */
const answerOf = ({ input, constructor: { name } }: Command, real: () => unknown): unknown => {
  const ofBucket = bucketCommands[name];
  if (ofBucket) return ofBucket(input);
  return name in taken ? taken[name] : real();
};

/** What a worker sees of a call that went wrong. */
class Crash extends Error {
  override name = 'CrashPoint';
}

/**
 * Does work while the n-th call of any service (the table, queues, the bus, mail, the signing key) goes wrong; with nothing
 * to go wrong, all are carried out. Gives what the work came to, and the calls that it made. One work at a time.
 */
export const withFault = async <T>(
  fault: { at: number; how: Fault } | undefined,
  work: () => Promise<T>,
): Promise<{ result: T | undefined; calls: ServiceCall[] }> => {
  const real = clients.send;
  const calls: ServiceCall[] = [];
  let dead = false;
  const faulty: Send = async function (this: unknown, command, ...rest) {
    if (dead) throw new Crash('This worker is dead.');
    const { name } = command.constructor;
    calls.push({ command: name, input: command.input });
    const hit = fault !== undefined && calls.length === fault.at;
    if (hit && fault.how === 'refused') throw new Crash('The service refused this call.');
    const answered = await answerOf(command, () => Reflect.apply(real, this, [command, ...rest]));
    if (!hit) return answered;
    dead = fault.how === 'dies';
    throw new Crash('The answer of this call was lost.');
  };
  clients.send = faulty;
  try {
    return { result: await work().catch(() => undefined), calls };
  } finally {
    clients.send = real;
  }
};
