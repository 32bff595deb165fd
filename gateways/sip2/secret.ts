import { readFileSync } from 'node:fs';
import type { SecretSource } from './settings.ts';

/** Returns a secret from the environment variable or the file that the settings name. Throws when it is missing or empty. */
export const readSecret = (source: SecretSource, environment: NodeJS.ProcessEnv = process.env): string => {
  const value = 'env' in source ? environment[source.env] : readFileSync(source.file, 'utf8').trim();
  if (!value) throw new Error(`The secret ${'env' in source ? source.env : source.file} is empty.`);
  return value;
};
