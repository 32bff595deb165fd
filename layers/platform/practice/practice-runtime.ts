import { tableNamed } from '../dynamodb/table.ts';
import type { Environment, EnvironmentName } from '../runtime/environment.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { practiceEngines } from './practice-engines.ts';

const common: ReadonlySet<EnvironmentName> = new Set(['AWS_ENDPOINT_URL', 'AWS_REGION']);

/** Returns an environment whose table is the one of the Practice Library, and which has no other setting. */
const practiceEnvironment = (environment: Environment): Environment => {
  const maybe = (name: EnvironmentName): string | undefined => {
    if (name === 'TABLE_NAME') return environment.maybe('PRACTICE_TABLE_NAME');
    return common.has(name) ? environment.maybe(name) : undefined;
  };
  return {
    maybe,
    need: (name) => {
      const value = maybe(name);
      if (value === undefined) throw new Error(`The setting ${name} is missing in the Practice Library.`);
      return value;
    },
    isPractice: true,
    ...(environment.readOnly && { readOnly: environment.readOnly }),
  };
};

/**
 * Returns the runtime of the Practice Library: the same clock and ids, the table of practice, and nothing else of the deployment, so that
 * nothing that is done on it reaches a patron, a letter or another table. Compositions, and their caches, are its own.
 */
export const practiceRuntime = ({ clock, ids, environment }: Runtime): Runtime => {
  const own = practiceEnvironment(environment);
  return {
    ...{ clock, ids, environment: own, compositions: new Map() },
    engines: practiceEngines(() => tableNamed(own.need('TABLE_NAME'))),
  };
};
