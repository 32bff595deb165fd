import { clientSettings } from './client-settings.ts';

/** Reads a plain parameter of the deployment. Throws when it has no value. */
export const readParameter = async (name: string): Promise<string> => {
  // Imported here, so that operations that never read one start without the client.
  const { GetParameterCommand, SSMClient } = await import('@aws-sdk/client-ssm');
  const { Parameter: found } = await new SSMClient(clientSettings()).send(new GetParameterCommand({ Name: name }));
  if (!found?.Value) throw new Error(`The parameter ${name} has no value.`);
  return found.Value;
};
