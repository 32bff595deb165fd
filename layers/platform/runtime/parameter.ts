import { secretParameters } from './secret-parameters.ts';

/** Reads a plain parameter of the deployment. Throws when it has no value. */
export const readParameter = async (name: string): Promise<string> => {
  const found = await secretParameters.get(name);
  if (!found) throw new Error(`The parameter ${name} has no value.`);
  return found;
};
