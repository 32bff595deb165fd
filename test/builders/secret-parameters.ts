import type { SecretParameters } from '../../layers/platform/runtime/ssm-parameters.ts';

/** A parameter store in memory. */
export const parametersInMemory = (): SecretParameters & { stored: Map<string, string> } => {
  const stored = new Map<string, string>();
  return {
    stored,
    put: async (name, value) => void stored.set(name, value),
    get: async (name) => stored.get(name),
    delete: async (name) => void stored.delete(name),
  };
};
