import { setTimeout as pause } from 'node:timers/promises';
import { openTable } from '../../layers/platform/dynamodb/table.ts';
import { openBucket } from '../../layers/platform/objects/object-store.ts';
import { type Email, sendEmail } from '../../layers/platform/queues/email.ts';
import type { Runtime } from '../../layers/platform/runtime/runtime.ts';
import { siteAddress } from '../../layers/platform/runtime/site-address.ts';
import { attemptStore } from '../../layers/records/attempts/data/attempt-store.ts';
import { policyStore } from '../../layers/records/policies/data/policy-store.ts';
import { periodStore } from '../finance/public/period-store.ts';
import { adminsOf } from '../membership/public/admins-of.ts';
import { branchStore } from '../membership/public/branch-store.ts';
import { readDirectory } from '../membership/public/directory-store.ts';
import { memberStore } from '../membership/public/member-store.ts';
import { staffByEmail } from '../membership/public/staff-by-email.ts';
import { staffNames } from '../membership/public/staff-names.ts';
import { amendmentStore } from './data/amendment-store.ts';
import { ballotKeys } from './data/ballot-key-store.ts';
import { ballotStore } from './data/ballot-store.ts';
import { bodyStore } from './data/body-store.ts';
import { consortiumProposalStore } from './data/consortium-proposal-store.ts';
import { proposalStore } from './data/proposal-store.ts';
import { seatSessionStore } from './data/seat-session-store.ts';
import { secondStore } from './data/second-store.ts';

/** Composes the dependencies for reading policies. */
export const policyDeps = (runtime: Pick<Runtime, 'environment'>) => ({ policies: policyStore(openTable(runtime)) });

/**
 * Composes the dependencies for adopting policies, including the periods that a policy for past months may affect, and the directory that
 * rules name.
 */
export const adoptionDeps = (runtime: Pick<Runtime, 'environment'>) => {
  const table = openTable(runtime);
  const [members, branches] = [memberStore(table), branchStore(table)];
  return {
    ...policyDeps(runtime),
    ...{ periods: periodStore(table), bodies: bodyStore(table) },
    directory: () => readDirectory(table),
    /** Returns whether a member or a branch (`member.branch`) exists, by a read of its own. */
    exists: async (place: string): Promise<boolean> =>
      place.includes('.') ? branches.exists(place) : (await members.get(place)) !== undefined,
  };
};
export type AdoptionDeps = ReturnType<typeof adoptionDeps>;

/** Composes the dependencies of proposals: those for adopting, the proposals, the second persons, and the names of staff. */
export const proposalDeps = (runtime: Pick<Runtime, 'environment'>) => {
  const table = openTable(runtime);
  return {
    ...adoptionDeps(runtime),
    ...{ table, proposals: proposalStore(table), seconds: secondStore(table) },
    names: (actors: readonly string[]) => staffNames(table, actors),
    staffByEmail: (email: string) => staffByEmail(table, email),
  };
};
export type ProposalDeps = ReturnType<typeof proposalDeps>;

/** Composes the dependencies of the proposals on which the members vote, and of their ballots. */
export const votingDeps = (runtime: Pick<Runtime, 'environment'>) => {
  const table = openTable(runtime);
  return {
    ...adoptionDeps(runtime),
    ...{ table, proposals: consortiumProposalStore(table), ballots: ballotStore(table) },
    amendments: amendmentStore(table),
    names: (actors: readonly string[]) => staffNames(table, actors),
  };
};
/** Composes sending e-mails. Without a sender in the deployment none is sent. */
const emailDeps = (runtime: Runtime) => {
  const sender = runtime.environment.maybe('NOTICE_SENDER');
  return {
    send: sender === undefined ? undefined : (email: Email) => sendEmail(sender, email, 'once'),
    site: async (): Promise<string | undefined> =>
      runtime.environment.maybe('SITE_PARAMETER') === undefined ? undefined : siteAddress(runtime),
  };
};

/** Composes the e-mails about ballots. */
export const voteEmailDeps = (runtime: Runtime) => ({
  ...votingDeps(runtime),
  ...emailDeps(runtime),
  adminsOf: (memberId: string) => adminsOf(openTable(runtime), memberId),
});
/** Composes the count of ballots: with the keys of secret ones, and the e-mails. */
export const countingDeps = (runtime: Runtime) => ({ ...voteEmailDeps(runtime), keys: ballotKeys(runtime) });
/** Composes the opening of ballots: secret ones get a key, and none opens where a body is public. */
export const openingDeps = (runtime: Pick<Runtime, 'environment'>) => ({
  ...votingDeps(runtime),
  ...{ keys: ballotKeys(runtime), bodies: bodyStore(openTable(runtime)) },
});
export type VotingDeps = ReturnType<typeof votingDeps>;

/** Composes the dependencies of bodies and their meetings; agendas name proposals. */
export const bodyDeps = (runtime: Pick<Runtime, 'environment'>) => {
  const table = openTable(runtime);
  return {
    ...policyDeps(runtime),
    ...{ bodies: bodyStore(table), proposals: consortiumProposalStore(table) },
    directory: () => readDirectory(table),
  };
};
export type BodyDeps = ReturnType<typeof bodyDeps>;

/** Composes what persons read who hold a seat and signed in by a mailed link. */
export const seatReadDeps = (runtime: Pick<Runtime, 'environment'>) => ({
  ...bodyDeps(runtime),
  sessions: seatSessionStore(openTable(runtime)),
});
export type SeatReadDeps = ReturnType<typeof seatReadDeps>;

/** Composes the sign-in of persons who hold a seat. */
export const seatSignInDeps = (runtime: Pick<Runtime, 'environment'>) => ({
  ...seatReadDeps(runtime),
  attempts: attemptStore(openTable(runtime)),
});
export type SeatSignInDeps = ReturnType<typeof seatSignInDeps>;

/** Composes the sending of links to persons who hold a seat. */
export const seatLinkDeps = (runtime: Runtime) => ({
  ...{ ...seatSignInDeps(runtime), ...emailDeps(runtime) },
  pause: (ms: number): Promise<void> => pause(ms),
});
export type SeatLinkDeps = ReturnType<typeof seatLinkDeps>;

/** Composes meeting packs for persons who signed in by a mailed link. */
export const seatPackDeps = (runtime: Pick<Runtime, 'environment' | 'engines'>) => ({
  ...seatReadDeps(runtime),
  bucket: openBucket(runtime),
});
export type SeatPackDeps = ReturnType<typeof seatPackDeps>;

/** Composes the printing of meeting packs. */
export const packDeps = (runtime: Pick<Runtime, 'environment' | 'engines'>) => ({
  ...bodyDeps(runtime),
  bucket: openBucket(runtime),
});
export type PackDeps = ReturnType<typeof packDeps>;

/** Composes the steps of meetings, of which the call is sent by e-mail. */
export const meetingDeps = (runtime: Runtime) => ({ ...bodyDeps(runtime), ...emailDeps(runtime) });
export type MeetingDeps = ReturnType<typeof meetingDeps>;
