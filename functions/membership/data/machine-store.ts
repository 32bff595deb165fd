import * as z from 'zod';
import { absent, and, lacks, present } from '../../../layers/platform/dynamodb/condition.ts';
import { type CursorPage, type PageRequest, readPage } from '../../../layers/platform/dynamodb/cursor.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import { type AuditLine, auditWrite } from '../../../layers/records/audit/data/audit.ts';
import { type MachineClient, machineClientSchema } from '../domain/machine.ts';
import { gsi2, indexPartition, key } from './keys.ts';
import { hashSecret, secretFits } from './secret-hash.ts';

const stored = z.object({ ...machineClientSchema.shape, secretHash: z.string() });

/** Stores machine clients that act for a member: self-checks, integrations. */
export type MachineStore = {
  /** Adds a client and stores only the hash of its secret. False when the member or branch does not exist. */
  add(client: MachineClient, secret: string, audit: AuditLine): Promise<boolean>;
  get(clientId: string): Promise<MachineClient | undefined>;
  /** Returns the client with this secret; undefined when there is none, it was withdrawn, or the secret is wrong. */
  authenticate(clientId: string, secret: string): Promise<MachineClient | undefined>;
  /** Withdraws a client: its secret is no longer accepted. False when it was withdrawn already. */
  withdraw(clientId: string, at: string, audit: AuditLine): Promise<boolean>;
  list(memberId: string, pageRequest: PageRequest): Promise<CursorPage<MachineClient> | 'bad-cursor'>;
};

const read = (item: unknown): MachineClient => {
  const { secretHash: _, ...client } = stored.parse(item);
  return client;
};

/** Stores machine clients in the table. */
export const machineStore = (table: Table): MachineStore => ({
  add: async (client, secret, audit) => {
    const { memberId, branchId } = client;
    const place = branchId === undefined ? key('member', { memberId }) : key('branch', { memberId, branchId });
    const keys = { ...key('machineClient', client), ...gsi2('machineClient', client), ...stamp('machineClient', 1) };
    const put = { ...keys, ...client, secretHash: hashSecret(secret) };
    const writes = [{ check: place, when: present() }, { put, when: absent() }, auditWrite(audit)];
    return (await table.write(writes)) === undefined;
  },
  get: async (clientId) => {
    const item = await table.get(key('machineClient', { clientId }));
    return item && read(item);
  },
  authenticate: async (clientId, secret) => {
    const item = await table.get(key('machineClient', { clientId }));
    const found = item && stored.parse(item);
    const fits = secretFits(secret, found?.secretHash);
    return found && fits && found.withdrawnAt === undefined ? read(found) : undefined;
  },
  withdraw: async (clientId, at, audit) => {
    const when = and(present(), lacks('withdrawnAt'));
    const update = { update: key('machineClient', { clientId }), set: { withdrawnAt: at }, when };
    return (await table.write([update, auditWrite(audit)])) === undefined;
  },
  list: (memberId, pageRequest) => {
    const partition = indexPartition('machineClient', 'gsi2', { memberId });
    return readPage(table, { index: 'gsi2', partition }, pageRequest, read);
  },
});
