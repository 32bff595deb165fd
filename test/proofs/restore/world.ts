import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import {
  DescribeExecutionCommand,
  ListStateMachinesCommand,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import { tokenOf } from '../../../local/access-token.ts';
import type { Endpoints } from '../../../local/endpoints.ts';
import { outputOf } from '../../../local/origin/route.ts';
import { clientOf } from '../../../local/stacks.ts';
import { accountOf, calling } from '../../builders/deployed.ts';

const BRANCH = 'riverton.main';

/** The longest wait for a change to show, or for a job to end, in milliseconds. */
const PATIENCE_MS = 300_000;

/** Repeats a question until it is answered. Throws when it is not in time. */
export const until = async <T>(what: string, ask: () => Promise<T | undefined>, everyMs = 500): Promise<T> => {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await pause(everyMs)) {
    const found = await ask();
    if (found !== undefined) return found;
  }
  throw new Error(`Not in time: ${what}`);
};

/** A desk of the demo consortium, and what an operator does in the account, on a deployed stack. */
export const worldOn = async (endpoints: Endpoints) => {
  const aws = clientOf(endpoints.aws);
  const [lambda, workflows] = [new LambdaClient(aws), new SFNClient(aws)];
  const token = await tokenOf(endpoints, accountOf(endpoints, 'riverton', 'desk-supervisor'));
  const call = calling(endpoints);
  const asked = async (
    method: string,
    path: string,
    body?: Record<string, unknown>,
  ): Promise<Record<string, unknown>> => {
    const answer = await call(method, path, { token, ...(body && { body }), key: randomUUID() });
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const desk = (path: string, body: Record<string, unknown>) => asked('POST', path, { branchId: BRANCH, ...body });
  return {
    client: new DynamoDBClient(aws),
    /** Registers an adult with a card; returns id and card. */
    register: async (family: string): Promise<{ patronId: string; card: string }> => {
      const card = String(Date.now() + Math.floor(Math.random() * 1000)).padStart(14, '2');
      const person = { name: { family, given: 'Amara' }, birthDate: '1987-03-14' };
      const made = await desk('/patrons/registrations', { card, category: 'adult', expiresOn: '2099-12-31', person });
      return { patronId: String(made.patronId), card };
    },
    checkOut: (item: string, patron: string) => desk('/circulation/check-outs', { item, patron }),
    checkIn: (item: string) => desk('/circulation/check-ins', { item }),
    erase: (patronId: string) => desk(`/patrons/${patronId}/erasures`, {}),
    /** Returns whether a desk finds a card. */
    isKnown: async (card: string): Promise<boolean> => {
      const { status } = await call('POST', '/patrons/look-ups', { token, body: { branchId: BRANCH, card } });
      return status === 200;
    },
    /** Invokes a function with an event, and returns its answer. */
    invoke: async (id: string, event: object = {}): Promise<unknown> => {
      const { FunctionError: failed, Payload: payload } = await lambda.send(
        new InvokeCommand({ FunctionName: `Concord-${id}`, Payload: JSON.stringify(event) }),
      );
      const text = payload?.transformToString() ?? '';
      if (failed) throw new Error(`${id}: ${text}`);
      return JSON.parse(text);
    },
    /** Runs a workflow to its end, and returns its output. */
    job: async (name: string): Promise<Record<string, unknown>> => {
      const { stateMachines = [] } = await workflows.send(new ListStateMachinesCommand({ maxResults: 100 }));
      const stateMachineArn = stateMachines.find((one) => one.name === `Concord-${name}`)?.stateMachineArn;
      const { executionArn } = await workflows.send(new StartExecutionCommand({ stateMachineArn, input: '{}' }));
      return until(`the workflow ${name}`, async () => {
        const { status, output, cause } = await workflows.send(new DescribeExecutionCommand({ executionArn }));
        if (status === 'RUNNING') return undefined;
        if (status !== 'SUCCEEDED') throw new Error(`The workflow ${name} ended as ${status}: ${cause}`);
        return JSON.parse(output ?? '{}') as Record<string, unknown>;
      });
    },
    /** Returns the keys of the list of erasures. */
    erasures: async (): Promise<string[]> => {
      const Bucket = outputOf(endpoints.outputs, 'BucketName');
      const files = new S3Client({ ...aws, forcePathStyle: true });
      const { Contents: found = [] } = await files.send(new ListObjectsV2Command({ Bucket, Prefix: 'erasures/' }));
      return found.flatMap(({ Key }) => Key ?? []);
    },
  };
};
