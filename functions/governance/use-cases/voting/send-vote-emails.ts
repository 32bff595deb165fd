import { type Email, surelyNotSent } from '../../../../layers/platform/queues/email.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { logError } from '../../../../layers/platform/runtime/log.ts';
import type { VotingDeps } from '../../deps.ts';
import { emailDue, type VoteEmail, voteEmail } from '../../domain/ballots/vote-email.ts';
import { hasVoted } from '../../domain/ballots/voter-row.ts';
import { type ConsortiumProposal, questionOf } from '../../domain/consortium-proposals/consortium-proposal.ts';
import { bylawsAt } from './bylaws-in-force.ts';

type Deps = VotingDeps & {
  /** Sends an e-mail; absent where the deployment has no sender. */
  send: ((email: Email) => Promise<void>) | undefined;
  site: () => Promise<string | undefined>;
  adminsOf: (memberId: string) => Promise<{ email: string }[]>;
};
type Sending = { proposal: ConsortiumProposal; ballotId: string; which: VoteEmail; memberName: (id: string) => string };

/**
 * Sends an e-mail to the administrators of one member. The e-mail is claimed before it is sent, so that nobody gets it twice; one that the service
 * certainly refused is free again. Returns whether somebody got it.
 */
const sendTo = async (
  { ballots, adminsOf, send, site, policies }: Deps,
  { proposal, ballotId, which, memberName }: Sending,
  memberId: string,
  now: number,
): Promise<boolean> => {
  const admins = await adminsOf(memberId);
  if (!send || admins.length === 0) return false;
  const claim = { ballotId, memberId, which };
  if (!(await ballots.claimEmail(claim, iso(now)))) return false;
  const { proposalId, closesAt = '' } = proposal;
  const { zone } = await bylawsAt(policies, now);
  const title = questionOf(proposal);
  const about = { proposalId, title, closesAt, zone, memberName: memberName(memberId), site: await site() };
  let sent = 0;
  for (const { email } of admins) {
    try {
      await send({ to: email, ...voteEmail(which, about) });
      sent += 1;
    } catch (error) {
      if (!surelyNotSent(error)) throw error;
    }
  }
  if (sent === 0) await ballots.releaseEmail(claim);
  return sent > 0;
};

/** Sends what is due of one open ballot: to all that may vote when it opened, and in the last 24 hours to those who have not voted. */
const sendOfBallot = async (deps: Deps, sending: Sending, now: number): Promise<number> => {
  const { ballotId, which } = sending;
  const [rows, claimed] = await Promise.all([deps.ballots.voters(ballotId), deps.ballots.emailsOf(ballotId, which)]);
  let sent = 0;
  for (const { memberId, recused, ...row } of rows) {
    if (recused || claimed.has(memberId) || (which === 'closing' && hasVoted(row))) continue;
    try {
      if (await sendTo(deps, sending, memberId, now)) sent += 1;
    } catch (error) {
      logError('send an e-mail about a ballot', error);
    }
  }
  return sent;
};

/** Sends the e-mails of all open ballots that are due, and returns to how many members. Repeatable: no member gets the same one twice. */
export const sendVoteEmails = async (deps: Deps, now: number): Promise<number> => {
  if (!deps.send) return 0;
  const open = (await deps.proposals.pending()).filter(({ state }) => state === 'voting');
  if (open.length === 0) return 0;
  const names = new Map((await deps.directory()).map(({ memberId, name }) => [memberId, name]));
  const memberName = (memberId: string): string => names.get(memberId) ?? memberId;
  let sent = 0;
  for (const proposal of open) {
    const { ballotId, closesAt = '' } = proposal;
    const which = emailDue({ closesAt }, now);
    if (which && ballotId !== undefined)
      sent += await sendOfBallot(deps, { proposal, ballotId, which, memberName }, now);
  }
  return sent;
};
