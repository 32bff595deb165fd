import * as z from 'zod';
import { absent, present } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { type AuditLine, auditWrite } from '../../../layers/records/audit/data/audit.ts';
import { key } from './keys.ts';

const storedSchema = z.object({ email: z.string(), goodUntil: z.number() });
/** The e-mail address to which a link was sent, and until when it or its session is good (epoch ms). */
type Good = z.infer<typeof storedSchema>;

/** Stores mailed links and the sessions that they begin, under hashes of their secrets. */
export type SeatSessionStore = {
  saveLink(hash: string, link: Good): Promise<void>;
  /** Returns the address of a link that is good and was not used; undefined otherwise. */
  link(hash: string, now: number): Promise<Good | undefined>;
  /** Replaces a link by a session, with a write that ends earlier links; false when the link was used or ended meanwhile. */
  replaceLink(
    linkHash: string,
    session: Good & { hash: string },
    audit: readonly AuditLine[],
    endsEarlier: Write,
  ): Promise<boolean>;
  /** Returns the address of a session that is good; undefined otherwise. */
  session(hash: string, now: number): Promise<Good | undefined>;
  /** Ends a session; a missing one is no error. */
  end(hash: string): Promise<void>;
};

const expiry = (goodUntil: number): number => Math.ceil(goodUntil / 1000);

/** Stores links and sessions of seat holders in the table. */
export const seatSessionStore = (table: Table): SeatSessionStore => {
  const good = async (entity: 'seatLink' | 'seatSession', hash: string, now: number): Promise<Good | undefined> => {
    const found = await table.get(key(entity, { hash }), { strong: true });
    const stored = found && storedSchema.parse(found);
    return stored && stored.goodUntil > now ? stored : undefined;
  };
  const itemOf = (entity: 'seatLink' | 'seatSession', hash: string, { email, goodUntil }: Good) => ({
    ...{ ...key(entity, { hash }), ...stamp(entity, 1), hash, email, goodUntil, expiresAt: expiry(goodUntil) },
  });
  return {
    saveLink: async (hash, link) => {
      await table.write([{ put: itemOf('seatLink', hash, link) }]);
    },
    link: (hash, now) => good('seatLink', hash, now),
    replaceLink: async (linkHash, { hash, ...session }, audit, endsEarlier) => {
      const conflict = await table.write([
        // Of two uses at the same time one finds the link.
        { delete: key('seatLink', { hash: linkHash }), when: present() },
        { put: itemOf('seatSession', hash, session), when: absent() },
        endsEarlier,
        ...audit.map(auditWrite),
      ]);
      return conflict === undefined;
    },
    session: (hash, now) => good('seatSession', hash, now),
    end: async (hash) => {
      await table.write([{ delete: key('seatSession', { hash }) }]);
    },
  };
};
