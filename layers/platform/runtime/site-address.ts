import { readParameter } from './parameter.ts';
import type { Runtime } from './runtime.ts';

let known: Promise<string> | undefined;

/**
 * The address at which people reach us, `https://library.example.org`, for links that are sent to others. The web stack is
 * made after every function, so it is a parameter; read once a container.
 */
export const siteAddress = ({ environment }: Pick<Runtime, 'environment'>): Promise<string> => {
  const asked = known ?? readParameter(environment.need('SITE_PARAMETER'));
  known = asked;
  // What failed is not kept.
  asked.catch(() => {
    known = undefined;
  });
  return asked;
};
