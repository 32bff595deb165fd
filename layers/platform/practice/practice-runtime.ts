import * as z from 'zod';
import { type Table, tableNamed } from '../dynamodb/table.ts';
import { refusedBy } from '../http/problem.ts';
import type { Bucket, Engines } from '../runtime/engines.ts';
import type { Environment, EnvironmentName } from '../runtime/environment.ts';
import type { Runtime } from '../runtime/runtime.ts';

/** The largest file of practice: an item of the table may have 400 kB. */
const MOST_BYTES = 300_000;

const keyOf = (name: string) => ({ pk: `FILE#${name}`, sk: 'FILE' });
const fileSchema = z.object({ body: z.instanceof(Uint8Array) });

const refuse = async (): Promise<never> => {
  throw refusedBy('not-in-practice');
};

const dataUrl = (type: string, body: Uint8Array): string =>
  `data:${type};base64,${Buffer.from(body).toString('base64')}`;

/**
 * Files as items of the table: records as they were catalogued, and prints, whose address contains the file itself. An address to send a
 * file to does not exist.
 */
const filesIn = (table: () => Table): Bucket => {
  const get: Bucket['get'] = async (name) => fileSchema.safeParse(await table().get(keyOf(name))).data?.body;
  return {
    get,
    put: async (name, body) => {
      const bytes = Buffer.from(body);
      if (bytes.length > MOST_BYTES) await refuse();
      await table().write([{ put: { ...keyOf(name), entity: 'file', v: 1, body: bytes } }]);
    },
    size: async (name) => (await get(name))?.length,
    async *range(name, start, end) {
      const body = await get(name);
      if (body) yield body.subarray(start, end);
    },
    list: async () => [],
    forget: async () => undefined,
    uploadUrl: refuse,
    downloadUrl: async (name, type) => dataUrl(type, (await get(name)) ?? (await refuse())),
  };
};

/** The services of the Practice Library besides its table: files in the table; nothing is published, started or queried. */
const practiceEngines = (table: () => Table): Engines => ({
  bucket: filesIn(table),
  bus: () => ({ publish: async () => undefined }),
  workflow: { start: async () => undefined, wake: async () => false },
  factQueries: { rows: refuse },
});

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
