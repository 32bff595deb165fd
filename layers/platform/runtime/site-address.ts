import { readParameter } from './parameter.ts';
import type { Runtime } from './runtime.ts';

let known: Promise<string> | undefined;

/**
 * Returns the public address, `https://library.example.org`, for links that are sent to others. It is a parameter because the web stack
 * is deployed after every function; it is read once per container.
 */
export const siteAddress = ({ environment }: Pick<Runtime, 'environment'>): Promise<string> => {
  const asked = known ?? readParameter(environment.need('SITE_PARAMETER'));
  known = asked;
  // A failed read is not cached.
  asked.catch(() => {
    known = undefined;
  });
  return asked;
};
