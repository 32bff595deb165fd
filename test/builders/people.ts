import { keys as membershipKeys } from '../../functions/membership/data/keys.ts';
import { sessionStore } from '../../functions/patrons/data/session-store.ts';
import { patronStore } from '../../functions/patrons/public/patron-store.ts';
import type { Grant, Role } from '../../layers/kernel/identity/roles.ts';
import { memberOfBranch } from '../../layers/kernel/identity/roles.ts';
import type { Table } from '../../layers/platform/dynamodb/table.ts';
import { stamp } from '../../layers/platform/dynamodb/table.ts';
import type { Actor } from '../../layers/platform/http/actor.ts';
import { systemIds } from '../../layers/platform/runtime/ids.ts';
import { hashPin } from '../../layers/records/attempts/data/pin-hash.ts';

/** A staff member with a role at a branch or a member. */
export const staffAt = (place: string, ...roles: Role[]): Actor => ({
  kind: 'staff',
  id: `stf_of-${place}`,
  grants: roles.map(
    (role): Grant =>
      place.includes('.') ? { role, scope: 'branch', branch: place } : { role, scope: 'member', member: place },
  ),
});

/** A staff member with a role for the consortium. */
export const consortiumStaff = (...roles: Role[]): Actor => ({
  kind: 'staff',
  id: 'stf_of-consortium',
  grants: roles.map((role): Grant => ({ role, scope: 'consortium' })),
});

/** A signed-in patron; `signedInAt` in epoch seconds. The session has a row only when a test began it. */
export const patron = (
  id: string,
  member = 'riverton',
  signedInAt = Math.floor(Date.now() / 1000),
  session = 'ses_test',
): Actor => ({
  kind: 'patron',
  id,
  member,
  signedInAt,
  session,
});

/** Writes a branch into the table, sufficient for checks of its existence. */
export const withBranch = async (table: Table, branchId: string): Promise<void> => {
  const memberId = memberOfBranch(branchId);
  await table.write([
    {
      put: {
        ...membershipKeys.key('branch', { memberId, branchId }),
        ...stamp('branch', 1),
        branchId,
        memberId,
        name: `Branch ${branchId}`,
        address: '1 Mill Street',
        pickup: true,
        calendar: { timeZone: 'America/New_York', weekly: {}, closures: [] },
      },
    },
  ]);
};

export type Registered = { patronId: string; card: string; homeBranch: string };

let serial = 0;

/** Registers a patron directly in the store: home branch `riverton.main`, with the given card and PIN. Its branch must exist. */
export const aPatron = async (
  table: Table,
  {
    card,
    pin,
    homeBranch = 'riverton.main',
    ...more
  }: Partial<Registered> & {
    pin?: string;
    family?: string;
    expiresOn?: string;
    address?: string;
    email?: null;
    language?: string;
    birthDate?: string;
  },
): Promise<Registered> => {
  serial += 1;
  const patronId = more.patronId ?? `pat_test${serial}`;
  const number = card ?? `2110100000${String(serial).padStart(4, '0')}`;
  const outcome = await patronStore(table).register({
    status: {
      patronId,
      homeMember: memberOfBranch(homeBranch),
      homeBranch,
      category: 'adult',
      expiresOn: more.expiresOn ?? '2099-12-31',
      minor: false,
    },
    person: {
      name: { family: more.family ?? 'Okafor', given: 'Amara' },
      ...(more.email === null ? {} : { email: 'amara.okafor@example.org' }),
      ...(more.birthDate !== undefined && { birthDate: more.birthDate }),
      ...(more.address !== undefined && { address: { lines: [more.address] } }),
      ...(more.language !== undefined && { language: more.language }),
    },
    card: number,
    ...(pin === undefined ? {} : { pinHash: await hashPin(pin) }),
    now: 0,
    at: '2026-01-01T00:00:00.000Z',
  });
  if (outcome !== 'registered') throw new Error(`the test's patron could not be registered: ${outcome}`);
  return { patronId, card: number, homeBranch };
};

/** Signs a patron in on a phone, at `now` (epoch ms), with the PIN that `aPatron` sets. Returns the session. */
export const aSession = async (table: Table, patronId: string, now: number): Promise<string> => {
  const device = { kind: 'phone', browser: 'firefox' } as const;
  const begun = await sessionStore(table).begin(patronId, { secret: systemIds.secret(), epoch: 0, device }, now);
  if (begun === undefined) throw new Error('The patron of this session needs a PIN.');
  return begun;
};
