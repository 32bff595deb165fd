import { InvokeCommand, LambdaClient, ListFunctionsCommand } from '@aws-sdk/client-lambda';
import { clientOf } from './stacks.ts';

/** Calls a deployed function by the end of its name, as its schedule would. Throws when it is not deployed or fails. */
export const invokeFunction = async (endpoint: string, ending: string): Promise<void> => {
  const client = new LambdaClient({ ...clientOf(endpoint), maxAttempts: 2 });
  let Marker: string | undefined;
  do {
    const page = await client.send(new ListFunctionsCommand({ Marker }));
    const found = page.Functions?.find(({ FunctionName = '' }) => FunctionName.endsWith(ending));
    if (found?.FunctionName) {
      const { FunctionError } = await client.send(
        new InvokeCommand({ FunctionName: found.FunctionName, Payload: '{}' }),
      );
      if (FunctionError) throw new Error(`${ending} failed: ${FunctionError}`);
      return;
    }
    Marker = page.NextMarker;
  } while (Marker);
  throw new Error(`${ending} is not deployed.`);
};
