import type { SecretParameters } from './ssm-parameters.ts';

// Operations share a container with those that call partners: the client is imported when a secret is first needed.
const parameters = async (): Promise<SecretParameters> => (await import('./ssm-parameters.ts')).ssmParameters;

/** The encrypted parameters of the deployment. */
export const secretParameters: SecretParameters = {
  put: async (...parameter) => (await parameters()).put(...parameter),
  get: async (name) => (await parameters()).get(name),
  delete: async (name) => (await parameters()).delete(name),
};
