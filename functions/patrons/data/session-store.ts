import * as z from 'zod';
import { absent, and, equals, present, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { retryOnConflict } from '../../../layers/platform/dynamodb/retry-on-conflict.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { PatronSession } from '../../membership/public/session.ts';
import { type Device, deviceSchema } from '../domain/cards/device.ts';
import { goesOn, newSession, placeFor, placeOf, type Session } from '../domain/cards/session.ts';
import { key, sortPrefix } from './keys.ts';
import { epochOf, storedPin } from './patron-schemas.ts';

const stored = z.object({
  session: z.string(),
  epoch: z.number(),
  signedInAt: z.string(),
  refreshedAt: z.string(),
  device: deviceSchema,
  expiresAt: z.number(),
  v: z.number(),
});

/** A sign-in: the secret of its session, the epoch of the PIN that was entered, and the device. */
export type NewSession = { secret: string; epoch: number; device: Device };

/**
 * Stores the sessions of patrons, one row each, which expires with its last token. A session whose row is gone is over: ending it deletes
 * the row. Times are epoch ms.
 */
export type SessionStore = {
  /**
   * Begins a session and returns its id; undefined when the patron is gone. Where the patron has as many as possible, the one that was
   * refreshed longest ago ends.
   */
  begin(patronId: string, session: NewSession, now: number): Promise<string | undefined>;
  isOpen(session: PatronSession, now: number): Promise<boolean>;
  /** Notes that a session gets another token. False when it is over. */
  refresh(session: PatronSession, now: number): Promise<boolean>;
  /** Lists the sessions of a patron that go on, the one refreshed last first. */
  list(patronId: string, now: number): Promise<Session[]>;
  /** Ends a session, with writes beside it. False when the patron has no such session. */
  end(session: PatronSession, beside?: readonly Write[]): Promise<boolean>;
  /** Ends all sessions of a patron, except one when given, with writes beside them. */
  endAll(patronId: string, except?: string, beside?: readonly Write[]): Promise<void>;
};

const at = (patronId: string, place: string) => key('patronSession', { patronId, place });
const pinOf = (patronId: string) => key('patronPin', { patronId });
const isStill = (session: string) => equals('session', session);

/** Returns the store of sessions in the table. */
export const sessionStore = (table: Table): SessionStore => {
  const rows = async (patronId: string): Promise<z.infer<typeof stored>[]> => {
    const { pk: partition } = pinOf(patronId);
    const items = await table.queryAll({ partition, begins: sortPrefix('patronSession'), strong: true });
    return items.map((item) => stored.parse(item));
  };
  const isOpen: SessionStore['isOpen'] = async ({ patronId, session }, now) => {
    const place = placeOf(session);
    if (place === undefined) return false;
    const [row, pin] = await table.getMany([at(patronId, place), pinOf(patronId)], { strong: true });
    if (!row || !pin) return false;
    const found = stored.parse(row);
    return found.session === session && goesOn(found, epochOf(storedPin.parse(pin)), now);
  };
  return {
    isOpen,
    begin: async (patronId, wanted, now) => {
      const begun = await retryOnConflict<Session | 'gone'>('The sessions of a patron', async () => {
        const { place, instead } = placeFor(await rows(patronId), wanted.secret, wanted.epoch, now);
        const session = newSession(place, wanted, now);
        const conflict = await table.write([
          // Nothing is written for a patron who was erased or merged meanwhile.
          { check: pinOf(patronId), when: present() },
          {
            put: { ...at(patronId, place), ...stamp('patronSession', 1), ...session },
            when: instead ? and(isStill(instead.session), unchanged(instead.v)) : absent(),
          },
        ]);
        if (!conflict) return session;
        return conflict.conflict.some(({ index }) => index === 0) ? 'gone' : undefined;
      });
      return begun === 'gone' ? undefined : begun.session;
    },
    refresh: async ({ patronId, session }, now) => {
      const place = placeOf(session);
      if (place === undefined || !(await isOpen({ patronId, session }, now))) return false;
      // A session that ends at the same time is not refreshed.
      const set = { refreshedAt: iso(now) };
      return (await table.write([{ update: at(patronId, place), set, when: isStill(session) }])) === undefined;
    },
    list: async (patronId, now) => {
      const [all, pin] = await Promise.all([rows(patronId), table.get(pinOf(patronId), { strong: true })]);
      const epoch = pin && epochOf(storedPin.parse(pin));
      const open = all.filter((one) => goesOn(one, epoch, now));
      return open.toSorted((one, other) => (one.refreshedAt > other.refreshedAt ? -1 : 1));
    },
    end: async ({ patronId, session }, beside = []) => {
      const place = placeOf(session);
      if (place === undefined) return false;
      const gone: Write = { delete: at(patronId, place), when: isStill(session) };
      return (await table.write([gone, ...beside])) === undefined;
    },
    endAll: async (patronId, except, beside = []) => {
      await retryOnConflict('The sessions of a patron', async () => {
        const others = (await rows(patronId)).filter(({ session }) => session !== except);
        const gone = others.map(({ session }): Write => {
          return { delete: at(patronId, placeOf(session) ?? ''), when: isStill(session) };
        });
        return (await table.write([...gone, ...beside])) ? undefined : true;
      });
    },
  };
};
