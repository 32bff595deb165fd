import { setTimeout as pause } from 'node:timers/promises';
import { InvokeCommand, LambdaClient, ListFunctionsCommand } from '@aws-sdk/client-lambda';
import * as z from 'zod';
import { PlainFailure } from './failure.ts';
import { clientOf } from './stacks.ts';

/** The number of retries of a failed call, with increasing delays. */
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

/** The result of a rebuild: documents written, those already newer through a change, and those that cannot be indexed. */
export type RebuiltIndex = { written: number; older: number; failed: number };

/**
 * Rebuilds the search index from the table by calling the deployed function until it is done, like its workflow. Returns undefined when
 * the function is not deployed; PlainFailure when it fails. Without an endpoint: in the AWS account of the environment.
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
      // Continues where the previous call stopped, so that nothing is written twice.
      await pause(PAUSE_MS * tries);
      tries += 1;
      continue;
    }
    [Payload, tries] = [response, 1];
    const { go, written, older, failed } = answerSchema.parse(JSON.parse(response));
    if (!go) return { written, older, failed: failed.length };
  }
};
