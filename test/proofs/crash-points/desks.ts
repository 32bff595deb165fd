import { keys } from '../../../functions/membership/data/keys.ts';
import { staffStore } from '../../../functions/membership/data/staff-store.ts';
import { handler as enrol } from '../../../functions/membership/operations/enrol-desk/handler.ts';
import { handler as setPass } from '../../../functions/membership/operations/set-desk-pass/handler.ts';
import { handler as withdraw } from '../../../functions/membership/operations/withdraw-desk/handler.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import { aDevice } from '../../builders/desks.ts';
import { staffAt, withBranch } from '../../builders/people.ts';
import type { Scenarios } from './scenario.ts';
import { asked, DESK, MADE } from './world.ts';

const memberId = 'cedar';
const actor = staffAt(memberId, 'member-admin');
const { publicKey } = aDevice();

/** The enrolment of a device at cedar's desk. */
const enrolment = async (table: Table) => {
  await withBranch(table, DESK);
  return { actor, body: { name: 'Left', memberId, branchId: DESK, lockMinutes: 5, publicKey } };
};

/** A person who works at cedar, without a code or a badge. */
const aPerson = async (table: Table): Promise<string> => {
  const staffId = 'stf_desk';
  const person = { staffId, name: 'x', email: `${staffId}@example.org`, memberId, grants: [], invited: true };
  const line = { subject: `staff:${staffId}`, at: MADE, auditId: 'aud_1', by: 'deployment', did: 'invite' };
  await staffStore(table).add(person, { ...line, detail: {} });
  // Known, so that two runs give the same hash.
  const salt = {
    ...keys.key('staffPassSalt', { memberId }),
    ...stamp('staffPassSalt', 1),
    salt: 'AAAAAAAAAAAAAAAAAAAAAA',
  };
  await table.write([{ put: salt }]);
  return staffId;
};

/** Requests about shared desks. */
export const deskScenarios: Record<string, Scenarios> = {
  'membership-enrol-desk': [{ what: 'a device at a branch', handler: enrol, prepare: enrolment }],
  'membership-withdraw-desk': [
    {
      what: 'a device that was enrolled',
      handler: withdraw,
      prepare: async (table) => {
        const { deskId } = (await asked(enrol, await enrolment(table))) as { deskId: string };
        return { actor, path: { deskId }, body: { memberId, reason: 'Stolen' } };
      },
    },
  ],
  'membership-set-desk-pass': [
    {
      what: 'a badge of a person',
      again:
        'It has no key, since it may answer with a code: a repeated call sets the same badge again, and says when.',
      handler: setPass,
      prepare: async (table) => {
        const staffId = await aPerson(table);
        return { actor: { ...actor, id: staffId }, path: { staffId }, body: { badge: 'STAFF-0042' } };
      },
    },
  ],
};
