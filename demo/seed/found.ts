import * as z from 'zod';
import { CONSORTIUM } from '../../functions/membership/domain/staff.ts';
import { staffStore } from '../../functions/membership/public/staff-store.ts';
import { openTable } from '../../layers/platform/dynamodb/table.ts';
import type { StaffActor } from '../../layers/platform/http/actor.ts';
import { demoConsortium } from '../consortium.ts';
import { firstPolicies } from '../policies.ts';
import { shelvingNames } from '../shelving-names.ts';
import { staff } from '../staff.ts';
import type { Performer } from './in-process.ts';
import { eachOf } from './running.ts';

const anything = z.unknown();

/** Returns the first administrator, whom the deployment invited, as an actor. Throws when there is none. */
export async function firstAdministrator({ runtime }: Performer): Promise<StaffActor> {
  const page = await staffStore(openTable(runtime)).list(CONSORTIUM, { limit: 10 });
  const found = page === 'bad-cursor' ? undefined : page.rows.find(({ grants }) => grants.length > 0);
  if (found === undefined) throw new Error('The deployment invited no first administrator.');
  return { kind: 'staff', id: found.staffId, grants: found.grants };
}

/**
 * Creates the consortium at an instant (epoch ms): its members with their branches and calendars for the given years, and its
 * first policies.
 */
export async function found(performer: Performer, by: StaffActor, at: number, years: readonly number[]): Promise<void> {
  const { members, branches } = demoConsortium(years);
  await eachOf(members, 6, (body) => performer.act('membership-create-member', anything, { by, at, body }));
  await eachOf(branches, 6, ({ member: memberId, ...body }) =>
    performer.act('membership-create-branch', anything, { by, at, path: { memberId }, body }),
  );
  await eachOf(Object.entries(shelvingNames), 6, ([memberId, body]) =>
    performer.act('membership-set-names', anything, { by, at, path: { memberId }, body }),
  );
  const policies = firstPolicies(new Date(at).toISOString());
  // What members set themselves is judged by the bounds in force: these come first, not at the same time.
  for (const wave of [
    policies.filter(({ kind }) => kind === 'floors'),
    policies.filter(({ kind }) => kind !== 'floors'),
  ])
    await eachOf(wave, 6, ({ kind, effectiveFrom, decisionReference, body }) =>
      performer.act('governance-adopt-policy', anything, {
        by,
        at,
        body: { kind, effectiveFrom, decisionReference, body },
      }),
    );
}

/** Invites the demo's staff and grants their roles at an instant (epoch ms). Returns their ids by account. */
export async function inviteAll(performer: Performer, by: StaffActor, at: number): Promise<Map<string, string>> {
  const reason = 'The demo begins';
  const ids = await eachOf(staff, 6, async ({ account, name, email, member = CONSORTIUM, grants }) => {
    const body = { name, email, memberId: member };
    const { staffId } = await performer.act('membership-invite-staff', z.object({ staffId: z.string() }), {
      by,
      at,
      body,
    });
    for (const grant of grants) {
      await performer.act('membership-give-role', anything, { by, at, path: { staffId }, body: { grant, reason } });
    }
    return [account, staffId] as const;
  });
  return new Map(ids);
}
