import type { SSMClient } from '@aws-sdk/client-ssm';
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

// Operations share a container with those that call partners: the client is imported when a secret is first needed.
const sdk = () => import('@aws-sdk/client-ssm');

let shared: SSMClient | undefined;
const client = async (): Promise<SSMClient> => {
  shared ??= new (await sdk()).SSMClient(clientSettings());
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

/** The encrypted parameters of the deployment. */
export const secretParameters: SecretParameters = {
  put: async (Name, Value, Description) => {
    const { PutParameterCommand } = await sdk();
    const put = new PutParameterCommand({ Name, Description, Value, Type: 'SecureString', Overwrite: true });
    await (await client()).send(put);
  },
  get: async (Name) => {
    const { GetParameterCommand } = await sdk();
    const read = new GetParameterCommand({ Name, WithDecryption: true });
    const found = await orAbsent((await client()).send(read));
    return found?.Parameter?.Value;
  },
  delete: async (Name) => {
    const { DeleteParameterCommand } = await sdk();
    await orAbsent((await client()).send(new DeleteParameterCommand({ Name })));
  },
};
