import * as z from 'zod';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { key } from './keys.ts';

const named = z.object({ name: z.string() });

/** Returns the name of a machine client; its id when there is none. */
export const machineName = async (table: Table, clientId: string): Promise<string> =>
  named.safeParse(await table.get(key('machineClient', { clientId }))).data?.name ?? clientId;
