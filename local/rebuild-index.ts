import { setTimeout as pause } from 'node:timers/promises';
import { InvokeCommand, LambdaClient, ListFunctionsCommand } from '@aws-sdk/client-lambda';
import * as z from 'zod';
import { PlainFailure } from './failure.ts';
import { clientOf } from './stacks.ts';

/** A call that fails is made again so often, a little later each time. */
const TRIES = 4;
const PAUSE_MS = 3_000;

const functionNamed = async (client: LambdaClient, ending: string): Promise<string | undefined> => {
  let Marker: string | undefined;
  do {
    const page = await client.send(new ListFunctionsCommand({ Marker }));
    const found = page.Functions?.find(({ FunctionName = '' }) => FunctionName.endsWith(ending));
    if (found) return found.FunctionName;
    Marker = page.NextMarker;
  } while (Marker);
  return undefined;
};

const answerSchema = z.object({
  go: z.boolean(),
  written: z.number(),
  older: z.number(),
  failed: z.array(z.unknown()),
});

/** What a rebuild came to: documents written, those that a change had written newer meanwhile, those that cannot be indexed. */
export type RebuiltIndex = { written: number; older: number; failed: number };

/**
 * Rebuilds the search index from the table with the deployed function, called until it is done, as its workflow does. Gives
 * undefined when no such function is deployed; a PlainFailure when it fails. Without an endpoint: in the AWS account that
 * the environment names.
 */
export const rebuildIndex = async (endpoint?: string): Promise<RebuiltIndex | undefined> => {
  const client = new LambdaClient({ ...(endpoint ? clientOf(endpoint) : {}), maxAttempts: 1 });
  const FunctionName = await functionNamed(client, 'catalogue-rebuild-index');
  if (FunctionName === undefined) return undefined;
  let Payload = '{}';
  for (let tries = 1; ; ) {
    const answer = await client.send(new InvokeCommand({ FunctionName, Payload }));
    const response = answer.Payload?.transformToString() ?? '';
    if (answer.FunctionError) {
      if (tries === TRIES) throw new PlainFailure(`The search index could not be rebuilt: ${response}`);
      // From where the call before left off: what it wrote is not written twice.
      await pause(PAUSE_MS * tries);
      tries += 1;
      continue;
    }
    [Payload, tries] = [response, 1];
    const { go, written, older, failed } = answerSchema.parse(JSON.parse(response));
    if (!go) return { written, older, failed: failed.length };
  }
};
