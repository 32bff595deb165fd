import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { clientSettings } from './client-settings.ts';

/** Reads a plain parameter of the deployment. Throws when it has no value. */
export const readParameter = async (name: string): Promise<string> => {
  const { Parameter: found } = await new SSMClient(clientSettings()).send(new GetParameterCommand({ Name: name }));
  if (!found?.Value) throw new Error(`The parameter ${name} has no value.`);
  return found.Value;
};
