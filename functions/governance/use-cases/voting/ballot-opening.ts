import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { sha256 } from '../../../../layers/platform/objects/sha-256.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../../layers/platform/runtime/ids.ts';
import { proposalStep } from '../../data/consortium-proposal-store.ts';
import type { VotingDeps } from '../../deps.ts';
import { type BallotTerms, sealOf } from '../../domain/ballots/ballot.ts';
import { timeFaults } from '../../domain/ballots/deadlines.ts';
import { secretVoters } from '../../domain/ballots/secret-ballot.ts';
import type { Voter } from '../../domain/ballots/voting-rule.ts';
import { type Bylaws, type DecisionRule, votersOf } from '../../domain/bylaws/bylaws.ts';
import type { ConsortiumProposal } from '../../domain/consortium-proposals/consortium-proposal.ts';
import { membersOn } from './bylaws-in-force.ts';
import { type SecretDeps, secretFault, secretKey } from './secret-opening.ts';

/** The longest that a ballot may be open, in days. */
const LONGEST_DAYS = 366;
const DAY = 86_400_000;

/** Until when a ballot is open, which members are concerned and do not vote, and whether it is secret. */
export type WantedBallot = { closesAt: string; recused: readonly string[]; secret?: boolean | undefined };
export type OpeningDeps = VotingDeps & SecretDeps & { ids: Ids };
type ByRule = { bylaws: Bylaws; decision: DecisionRule };

/**
 * Refuses a ballot at a wrong time, on which no member could vote, or that cannot be secret as wanted; otherwise returns its instants, its list of
 * voters and, of a secret one, how many voters the bylaws ask for.
 */
export const judgeOpening = async (
  deps: OpeningDeps,
  { wanted, bylaws, decision, now }: ByRule & { wanted: WantedBallot; now: number },
) => {
  const opensAt = iso(now);
  const closesAt = iso(Date.parse(wanted.closesAt));
  const [mistimed] = timeFaults(bylaws.zone, { leastDays: decision.leastDays }, { opensAt, closesAt, agendas: 0 });
  if (mistimed || Date.parse(closesAt) > now + LONGEST_DAYS * DAY)
    return refuse(
      'wrong-time',
      `A ballot is open for ${decision.leastDays} to ${LONGEST_DAYS} days.`,
      '/body/closesAt',
    );
  const members = await membersOn(deps, opensAt.slice(0, 10));
  const stranger = wanted.recused.findIndex((memberId) => !members.includes(memberId));
  if (stranger >= 0) return refuse('unknown-name', 'There is no such member.', `/body/recused/${stranger}`);
  const listed = votersOf(bylaws, members, new Set(wanted.recused));
  const voters = wanted.secret ? secretVoters(listed) : listed;
  if (!voters.some(({ recused }) => !recused)) return refuse('nobody-votes', 'No member could vote.');
  const fault = wanted.secret ? await secretFault(deps, decision, voters) : undefined;
  if (fault) return fault;
  return { opensAt, closesAt, voters, ...(wanted.secret && decision.secret) };
};

type Opening = ByRule & {
  /** The proposal on its ballot. */
  after: ConsortiumProposal;
  /** `fewest` is present where the ballot is secret. */
  judged: { opensAt: string; closesAt: string; voters: Voter[]; fewest?: number };
  asked: Pick<BallotTerms, 'question' | 'textHash' | 'method' | 'simulationHash'>;
  lotSeed?: string;
  by: string;
};

/** Opens a judged ballot: its terms and its list of voters are sealed, and the proposal is on it in the write that opens it. */
export const openedBallot = async (
  { ballots, ids, keys }: OpeningDeps,
  { after, judged, asked, bylaws, decision, lotSeed, by }: Opening,
) => {
  const { proposalId, ballotId = '' } = after;
  const { opensAt, closesAt, voters, fewest } = judged;
  const secret =
    fewest === undefined ? undefined : { publicKey: await secretKey({ ballots, keys }, ballotId, opensAt), fewest };
  const terms: BallotTerms = {
    ...{ ballotId, ...asked, rule: decision.rule, opensAt, closesAt },
    // Who leaves cannot take back a vote that has no name.
    ...{ leavers: secret ? 'stand' : bylaws.leavers, ...(secret && { secret }) },
  };
  const line = {
    ...{ subject: `proposal:${proposalId}`, at: opensAt, auditId: ids.next('audit', Date.parse(opensAt)), by },
    ...{ did: 'open-ballot', detail: { ballotId, closesAt, voters: voters.length } },
  };
  const rows = voters.map((voter) => ({
    ...{ ...voter, opensAt, closesAt, version: 0 },
    ...(bylaws.alternates && { alternates: true as const }),
    ...(secret && { token: ids.secret() }),
  }));
  const ballot = { ...terms, state: 'opening' as const, seal: sealOf(terms, voters, sha256), proposalId, v: 1 };
  const shown = {
    ...{ votesShown: decision.votesShown, ruleName: decision.name },
    // Nobody votes for another member where nobody may know what was voted.
    ...(bylaws.proxies && !secret && { proxies: bylaws.proxies }),
    ...(lotSeed !== undefined && { lotSeed }),
  };
  return (await ballots.open({ ...ballot, ...shown }, rows, line, [proposalStep(after)]))
    ? answer(after)
    : refuse('proposal-changed', 'It was changed just now: read it again.');
};
