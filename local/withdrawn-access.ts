import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import { keys as membershipKeys } from '../functions/membership/data/keys.ts';
import { keys as patronKeys } from '../functions/patrons/data/keys.ts';
import { readCard } from '../functions/patrons/public/read-card.ts';
import { storedPerson } from '../functions/patrons/public/stored-person.ts';
import { storedPin } from '../functions/patrons/public/stored-pin.ts';
import { grantSchema } from '../layers/kernel/identity/roles.ts';
import { absent, and, equals, present, unchanged } from '../layers/platform/dynamodb/condition.ts';
import { scanTableFrom } from '../layers/platform/dynamodb/scan-table.ts';
import type { Table } from '../layers/platform/dynamodb/table.ts';
import type { Item, Write } from '../layers/platform/dynamodb/write.ts';
import { type Clock, iso } from '../layers/platform/runtime/clock.ts';
import type { Ids } from '../layers/platform/runtime/ids.ts';
import type { Runtime } from '../layers/platform/runtime/runtime.ts';
import { auditWrite } from '../layers/records/audit/data/audit.ts';

/** The table in use, whose withdrawals are the last word, and the restored one, which has them undone; `scan` reads the restored one. */
export type WithdrawnIn = {
  old: Pick<Table, 'get' | 'getMany'>;
  restored: Pick<Table, 'get' | 'write'>;
  scan: Pick<Runtime, 'environment'>;
  ids: Ids;
  clock: Clock;
};

/**
 * A withdrawal of access that the restore undid: what it is about (ids only), and the writes that repeat it. Without writes a person
 * repeats it, as no row says how.
 */
export type Withdrawal = { what: string; writes: Write[] };

type Row = Record<string, unknown>;
type Finder = (restored: Row, old: Row | undefined, tables: WithdrawnIn) => Promise<Withdrawal | undefined>;

const byHand = (what: string): Withdrawal => ({ what: `${what}, by hand`, writes: [] });

const audited = ({ ids, clock }: WithdrawnIn, subject: string, did: string, detail: object): Write => {
  const now = clock.now();
  const line = { subject, at: iso(now), auditId: ids.next('audit', now), by: 'restore', did };
  return auditWrite({ ...line, detail: { ...detail } });
};

const sessions = { endedBefore: z.number().exactOptional(), ended: z.array(z.unknown()).exactOptional() };
const staffRow = z.object({ staffId: z.string(), grants: z.array(grantSchema), v: z.number(), ...sessions });

/** Finds roles that were withdrawn and sessions that were signed out. Roles that were given since are not given again. */
const ofStaff: Finder = async (restored, old, tables) => {
  const { staffId, grants, v, ...before } = staffRow.parse(restored);
  if (!old) return byHand(`withdraw the roles of staff ${staffId}, who is not in the old table`);
  const { grants: wanted, endedBefore, ended } = staffRow.parse(old);
  const after = { ...(endedBefore !== undefined && { endedBefore }), ...(ended && { ended }) };
  const stays = (grant: unknown): boolean => wanted.some((one) => isDeepStrictEqual(one, grant));
  const lost = grants.filter((grant) => !stays(grant));
  if (lost.length === 0 && isDeepStrictEqual(before, after)) return undefined;
  const update = membershipKeys.key('staff', { staffId });
  const set = { grants: grants.filter(stays), ...after };
  const write = { update, set, when: unchanged(v) };
  if (lost.length === 0) return { what: `staff ${staffId}: end sessions`, writes: [write] };
  return {
    what: `staff ${staffId}: withdraw ${lost.map(({ role }) => role).join(', ')}`,
    writes: [write, audited(tables, `staff:${staffId}`, 'withdraw-role', { grants: lost })],
  };
};

const machineRow = z.object({ clientId: z.string(), withdrawnAt: z.string().exactOptional(), v: z.number() });

const ofMachine: Finder = async (restored, old, tables) => {
  const { clientId, withdrawnAt: before, v } = machineRow.parse(restored);
  if (before !== undefined) return undefined;
  if (!old) return byHand(`withdraw machine ${clientId}, which is not in the old table`);
  const { withdrawnAt } = machineRow.parse(old);
  if (withdrawnAt === undefined) return undefined;
  const update = membershipKeys.key('machineClient', { clientId });
  return {
    what: `machine ${clientId}: withdraw`,
    writes: [
      { update, set: { withdrawnAt }, when: unchanged(v) },
      audited(tables, `machine:${clientId}`, 'withdraw-machine-client', { withdrawnAt }),
    ],
  };
};

/**
 * The reasons why a card opens an account no longer. The other reasons belong to merges and sign-ups, which the restore undid as a whole.
 */
const WITHDRAWN = new Set(['lost', 'stolen', 'damaged', 'other']);

/** Finds cards that were replaced: refuses the old number, and gives the patron the number that they carry now. */
const ofCard: Finder = async (restored, old, tables) => {
  const before = readCard(restored);
  const after = old && readCard(old);
  if (!old || before.state !== 'active' || after?.state !== 'replaced' || !WITHDRAWN.has(after.reason))
    return undefined;
  const [holder] = before.holders;
  const key = patronKeys.key('patronPerson', { patronId: holder?.patronId ?? '' });
  const what = `patron ${before.holders.map(({ patronId }) => patronId).join(' and ')}: replace the card`;
  const merge = patronKeys.key('patronMerge', { patronId: holder?.patronId ?? '' });
  const [is, was] = await Promise.all([tables.old.get(key), tables.restored.get(key)]);
  // Whom the old table has not was erased, which is repeated as a whole, or merged, which is not.
  if (!is && !(await tables.old.get(merge))) return undefined;
  if (!is || !was || before.holders.length > 1) return byHand(what);
  const { card: number } = storedPerson.parse(is);
  const person = storedPerson.parse(was);
  const card = patronKeys.key('card', { number });
  const [given, taken] = await Promise.all([tables.old.get(card), tables.restored.get(card)]);
  if (person.card !== before.number || taken || !given || readCard(given).state !== 'active') return byHand(what);
  return {
    what,
    writes: [
      { put: { ...(old as Item), v: before.v + 1 }, when: unchanged(before.v) },
      { put: given as Item, when: absent() },
      { update: key, set: { card: number }, when: unchanged(person.v) },
    ],
  };
};

/** Finds PINs that were changed, and cards whose replacement ended sessions. A PIN that the old table has not was deleted by an erasure or a merge. */
const ofPin: Finder = async (restored, old) => {
  if (!old) return undefined;
  const before = storedPin.parse(restored);
  if (isDeepStrictEqual(before, storedPin.parse(old))) return undefined;
  const when = and(unchanged(before.v), equals('setAt', before.setAt));
  return { what: `${String(restored.pk)}: change the PIN or end sessions`, writes: [{ put: old as Item, when }] };
};

const sessionRow = z.object({ session: z.string(), expiresAt: z.number() });

/** Finds sessions of patrons that were ended before their time. Another session may have the place of one that ended. */
const ofSession: Finder = async (restored, old, { clock }) => {
  const { session, expiresAt } = sessionRow.parse(restored);
  if (expiresAt * 1000 <= clock.now() || (old && sessionRow.parse(old).session === session)) return undefined;
  const { pk, sk } = restored as Item;
  return { what: `${pk}: end a session`, writes: [{ delete: { pk, sk }, when: equals('session', session) }] };
};

const proxyRow = z.object({ sponsorId: z.string(), proxyId: z.string() });

/** Finds proxies that were taken back: both patrons are there still, neither erased nor merged. */
const ofProxy: Finder = async (restored, old, tables) => {
  if (old) return undefined;
  const { sponsorId, proxyId } = proxyRow.parse(restored);
  const both = [sponsorId, proxyId].map((patronId) => patronKeys.key('patronStatus', { patronId }));
  if ((await tables.old.getMany(both)).includes(undefined)) return undefined;
  return {
    what: `patron ${sponsorId}: take back the proxy ${proxyId}`,
    writes: [
      { delete: patronKeys.key('proxy', { patronId: sponsorId, proxyId }), when: present() },
      { delete: patronKeys.key('proxyFor', { patronId: proxyId, sponsorId }) },
    ],
  };
};

const partnerRow = z.object({ partnerId: z.string(), secretHash: z.string(), paused: z.boolean() });

/** Finds partners that were removed or paused, or have another secret: settled on their page, as our own secrets for them are elsewhere. */
const ofPartner: Finder = async (restored, old) => {
  const before = partnerRow.parse(restored);
  if (!old) return byHand(`partner ${before.partnerId}: remove`);
  const after = partnerRow.parse(old);
  if (before.secretHash !== after.secretHash) return byHand(`partner ${before.partnerId}: give a new secret`);
  return after.paused && !before.paused ? byHand(`partner ${before.partnerId}: pause`) : undefined;
};

const finders: Readonly<Record<string, Finder>> = {
  ...{ staff: ofStaff, machineClient: ofMachine, card: ofCard, patronPin: ofPin, patronSession: ofSession },
  ...{ proxy: ofProxy, partner: ofPartner },
};

/** Compares the restored table with the old one and yields each withdrawal of access that the restore undid. */
async function* withdrawalsIn(tables: WithdrawnIn): AsyncGenerator<Withdrawal> {
  for await (const { rows } of scanTableFrom(tables.scan, Object.keys(finders))) {
    const keys = rows.map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) }));
    const before = await tables.old.getMany(keys, { strong: true });
    for (const [i, row] of rows.entries()) {
      const found = await finders[String(row.entity)]?.(row, before[i], tables);
      if (found) yield found;
    }
  }
}

/**
 * Says what access a restore brought back, and withdraws it again in the restored table when `apply`. A withdrawal that was repeated is
 * found no more. Returns how many were found, written, and left to a person.
 */
export const repeatWithdrawals = async (
  tables: WithdrawnIn,
  apply: boolean,
  say: (line: string) => void,
): Promise<{ found: number; written: number; byHand: number }> => {
  const counts = { found: 0, written: 0, byHand: 0 };
  for await (const { what, writes } of withdrawalsIn(tables)) {
    say(`  ${what}`);
    counts.found += 1;
    if (writes.length === 0) counts.byHand += 1;
    else if (apply && (await tables.restored.write(writes)) === undefined) counts.written += 1;
  }
  return counts;
};
