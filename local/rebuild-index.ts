import { InvokeCommand, LambdaClient, ListFunctionsCommand } from '@aws-sdk/client-lambda';
import { PlainFailure } from './failure.ts';
import { clientOf } from './stacks.ts';

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

/**
 * Rebuilds the search index from the table with the deployed function, as an operator would. Gives false when no such
 * function is deployed; a PlainFailure when it fails.
 */
export const rebuildIndex = async (endpoint: string): Promise<boolean> => {
  const client = new LambdaClient({ ...clientOf(endpoint), maxAttempts: 1 });
  const FunctionName = await functionNamed(client, 'catalogue-rebuild-index');
  if (FunctionName === undefined) return false;
  const answer = await client.send(new InvokeCommand({ FunctionName, Payload: '{}' }));
  if (answer.FunctionError) {
    throw new PlainFailure(`The search index could not be rebuilt: ${answer.Payload?.transformToString()}`);
  }
  return true;
};
