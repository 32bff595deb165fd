import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { bucketCommands } from './bucket.ts';

/**
 * How a call of a service fails. `dies`: it is carried out, and the worker is dead from then on, so that all its later calls
 * fail. `refused`: it is not carried out, and the worker continues with the error. `answer-lost`: it is carried out, and the
 * worker continues with an error all the same.
 */
export const faults = ['dies', 'refused', 'answer-lost'] as const;
export type Fault = (typeof faults)[number];

/** A call: the command's name, its input, and whether the service refused it. */
export type ServiceCall = { command: string; input: Record<string, unknown>; refused?: true };

type Command = { input: Record<string, unknown>; constructor: { name: string } };
type Send = (this: unknown, command: Command, ...rest: unknown[]) => Promise<unknown>;

// All clients of the SDK, including the document client, send by this method.
const clients = Object.getPrototypeOf(DynamoDBDocumentClient.prototype) as { send: Send };

/** The smallest DER signature: no signature is verified here. */
const SIGNATURE = Uint8Array.from([0x30, 0x06, 0x02, 0x01, 0x01, 0x02, 0x01, 0x01]);

/** The answers of services other than the table: they are simulated, and accept everything. */
const taken: Record<string, unknown> = {
  SendMessageBatchCommand: {},
  PutEventsCommand: { FailedEntryCount: 0 },
  SendEmailCommand: {},
  DeleteObjectCommand: {},
  StartExecutionCommand: {},
  SendTaskSuccessCommand: {},
  SignCommand: { Signature: SIGNATURE },
  GetParameterCommand: { Parameter: { Value: `whsec_${Buffer.alloc(32).toString('base64')}` } },
};

const reads = [
  ...['GetCommand', 'BatchGetCommand', 'QueryCommand', 'ScanCommand'],
  ...['GetObjectCommand', 'HeadObjectCommand', 'GetParameterCommand'],
];

/** Whether a call changes data. Dying at a read is equivalent to dying at the previous call. */
export const changes = ({ command }: Pick<ServiceCall, 'command'>): boolean => !reads.includes(command);

/** Answers a call: the bucket is in memory, other simulated services accept everything, and the table is real. */
const answerOf = ({ input, constructor: { name } }: Command, real: () => unknown): unknown => {
  const ofBucket = bucketCommands[name];
  if (ofBucket) return ofBucket(input);
  return name in taken ? taken[name] : real();
};

/** The error that a worker sees for a failed call. */
class Crash extends Error {
  override name = 'CrashPoint';
}

/**
 * Runs work while the n-th call of any service (the table, queues, the bus, e-mail, the signing key) fails; without a fault, all
 * are carried out. Returns the result of the work, and its calls. One work at a time.
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
    const made: ServiceCall = { command: name, input: command.input };
    calls.push(made);
    const hit = fault !== undefined && calls.length === fault.at;
    if (hit && fault.how === 'refused') throw new Crash('The service refused this call.');
    const answering = async () => answerOf(command, () => Reflect.apply(real, this, [command, ...rest]));
    const answered = await answering().catch((error: unknown) => {
      made.refused = true;
      throw error;
    });
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
