import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import type { Runtime } from './runtime.ts';

let known: Promise<string> | undefined;

const read = async (name: string): Promise<string> => {
  const { Parameter: found } = await new SSMClient({}).send(new GetParameterCommand({ Name: name }));
  if (!found?.Value) throw new Error(`The parameter ${name} has no value.`);
  return found.Value;
};

/**
 * The address at which people reach us, `https://library.example.org`, for links that are sent to others. The web stack is
 * made after every function, so it is a parameter; read once a container.
 */
export const siteAddress = ({ environment }: Pick<Runtime, 'environment'>): Promise<string> => {
  const asked = known ?? read(environment.need('SITE_PARAMETER'));
  known = asked;
  // What failed is not kept.
  asked.catch(() => {
    known = undefined;
  });
  return asked;
};
