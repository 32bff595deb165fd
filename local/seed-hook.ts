import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as z from 'zod';
import { accountSchema, type Endpoints } from './endpoints.ts';
import { root } from './places.ts';

/**
 * The input of `demo/seed.ts`. `endpoints.accounts` is still empty. `scale` is 'full' for `npm start`, 'tests' for `npm test`, where
 * seconds count. `say` prints a line of progress.
 */
export type SeedContext = { api: string; endpoints: Endpoints; scale: 'full' | 'tests'; say(line: string): void };

/** The output of `demo/seed.ts`: the accounts to print and to write into endpoints.json. */
export const seededSchema = z.object({ accounts: z.array(accountSchema) });
export type Seeded = z.infer<typeof seededSchema>;

/** The hook: `demo/seed.ts` exports `seed` of this type. Called once on a fresh instance; a throw fails the start. */
export type Seed = (context: SeedContext) => Promise<Seeded>;

const file = join(root, 'demo', 'seed.ts');
const moduleSchema = z.object({ seed: z.custom<Seed>((value) => typeof value === 'function') });

/** True when there is a demo consortium to seed. */
export const hasSeed = (): boolean => existsSync(file);

/** Seeds a fresh instance; without demo/seed.ts it stays empty. */
export const seedDemo = async (context: SeedContext): Promise<Seeded> => {
  if (!hasSeed()) return { accounts: [] };
  const module: unknown = await import(pathToFileURL(file).href);
  return seededSchema.parse(await moduleSchema.parse(module).seed(context));
};
