import * as z from 'zod';
import { expectedVersion } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { coverProviderSchema } from '../domain/covers/cover-providers.ts';
import { key } from './keys.ts';

const stored = z.object({ providers: z.array(coverProviderSchema), v: z.int() });

/** The chosen providers in their order, with the number of changes. */
export type ChosenProviders = z.infer<typeof stored>;

/** Stores which providers are asked for covers: one row. */
export const coverProviderStore = (table: Table) => ({
  /** Returns the chosen providers; none before the first choice. */
  get: async (reading: { strong?: boolean } = {}): Promise<ChosenProviders> => {
    const row = await table.get(key('coverProviders', {}), reading);
    return row ? stored.parse(row) : { providers: [], v: 0 };
  },
  /** Replaces the providers together with other writes, if they have the version before; false when others changed them. */
  set: async ({ providers, v }: ChosenProviders, beside: readonly Write[]): Promise<boolean> => {
    const put = { ...key('coverProviders', {}), ...stamp('coverProviders', v), providers };
    const lost = await table.write([{ put, when: expectedVersion(v - 1) }, ...beside]);
    return lost === undefined;
  },
});

export type CoverProviderStore = ReturnType<typeof coverProviderStore>;
