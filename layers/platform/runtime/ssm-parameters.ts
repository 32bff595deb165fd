import { DeleteParameterCommand, GetParameterCommand, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { clientSettings } from './client-settings.ts';

/** Encrypted parameters by name. */
export type SecretParameters = {
  /** Stores a value; replaces an earlier one. */
  put(name: string, value: string, description: string): Promise<void>;
  /** Returns a decrypted value; undefined when there is none. */
  get(name: string): Promise<string | undefined>;
  /** Deletes a value; a missing one is not an error. */
  delete(name: string): Promise<void>;
};

let shared: SSMClient | undefined;
const client = (): SSMClient => {
  shared ??= new SSMClient(clientSettings());
  return shared;
};

const isAbsent = (error: unknown): boolean => error instanceof Error && error.name === 'ParameterNotFound';

const orAbsent = async <T>(sent: Promise<T>): Promise<T | undefined> => {
  try {
    return await sent;
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
};

/** The encrypted parameters in the parameter store of AWS. A plain parameter is read in the same way. */
export const ssmParameters: SecretParameters = {
  put: async (Name, Value, Description) => {
    await client().send(new PutParameterCommand({ Name, Description, Value, Type: 'SecureString', Overwrite: true }));
  },
  get: async (Name) => {
    const found = await orAbsent(client().send(new GetParameterCommand({ Name, WithDecryption: true })));
    return found?.Parameter?.Value;
  },
  delete: async (Name) => {
    await orAbsent(client().send(new DeleteParameterCommand({ Name })));
  },
};
