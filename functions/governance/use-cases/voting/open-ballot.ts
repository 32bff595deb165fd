import { actorName, type StaffActor } from '../../../../layers/platform/http/actor.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { sha256 } from '../../../../layers/platform/objects/sha-256.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../../layers/platform/runtime/ids.ts';
import { loanRulesKind } from '../../../../layers/records/policies/domain/loan-rules.ts';
import { proposalStep } from '../../data/consortium-proposal-store.ts';
import type { VotingDeps } from '../../deps.ts';
import { type BallotTerms, sealOf } from '../../domain/ballots/ballot.ts';
import { mayHoldRound } from '../../domain/ballots/consent.ts';
import { timeFaults } from '../../domain/ballots/deadlines.ts';
import { type MethodChoice, openedMethod } from '../../domain/ballots/method.ts';
import { ruleFor, votersOf } from '../../domain/bylaws/bylaws.ts';
import { type ConsortiumProposal, mayVote } from '../../domain/consortium-proposals/consortium-proposal.ts';
import { lacksSimulation } from '../../domain/consortium-proposals/proposal-effect.ts';
import { lackingSupport } from '../../domain/proposals/text-versions.ts';
import { bylawsAt, membersOn } from './bylaws-in-force.ts';

type Wanted = { v: number; closesAt: string; recused: readonly string[]; method?: MethodChoice | undefined };
type Input = { proposalId: string; wanted: Wanted; actor: StaffActor; now: number };

/** The longest that a ballot may be open, in days. */
const LONGEST_DAYS = 366;
const DAY = 86_400_000;

const methodReasons = {
  'method-not-allowed': 'The bylaws do not allow this method for the decision.',
  'method-does-not-fit':
    'The method does not fit the text: options are chosen from, and a text without options is not.',
};

/**
 * Opens a ballot on a proposal at once: the rule of the bylaws, the text and the list of voters are fixed and sealed. The proposal is on the
 * ballot in the write that opens it.
 */
export const openBallot = async (deps: VotingDeps & { ids: Ids }, { proposalId, wanted, actor, now }: Input) => {
  const { proposals, ballots, policies, ids } = deps;
  const before = await proposals.get(proposalId);
  if (before?.opened === undefined) return refuse('unknown-proposal', 'There is no such proposal.');
  if (before.v !== wanted.v) return refuse('proposal-changed', 'It was changed meanwhile: read it again.');
  if (!mayVote(before)) return refuse('wrong-state', 'It is not open for a ballot.');
  const bylaws = await bylawsAt(policies, now);
  const decision = ruleFor(bylaws, before.kind);
  const lacking = lackingSupport([before.text], decision.supporters);
  if (lacking > 0) return refuse('support-lacking', `The text needs the support of ${lacking} more members.`);
  // Without loan rules in force no decision is judged.
  if (lacksSimulation(before) && (await policies.inForce(loanRulesKind, now)))
    return refuse('simulation-lacking', 'The members read a simulation of this text before they vote: run it first.');
  const opensAt = iso(now);
  const closesAt = iso(Date.parse(wanted.closesAt));
  const [fault] = timeFaults(bylaws.zone, { leastDays: decision.leastDays }, { opensAt, closesAt, agendas: 0 });
  if (fault || Date.parse(closesAt) > now + LONGEST_DAYS * DAY)
    return refuse(
      'wrong-time',
      `A ballot is open for ${decision.leastDays} to ${LONGEST_DAYS} days.`,
      '/body/closesAt',
    );
  if (!mayHoldRound(before.rounds?.map(({ hash }) => hash) ?? [], before.text.hash))
    return refuse('text-objected', 'A member objected to this text: it has to be changed first.');
  const text = await proposals.text(proposalId, before.text.number);
  const lotSeed = text?.options && ids.secret();
  const method = openedMethod({
    ...{ wanted: wanted.method, allowed: decision.methods ?? [], options: text?.options ?? [] },
    ...{ lastDay: closesAt.slice(0, 10), lot: sha256(lotSeed ?? '') },
  });
  if (typeof method === 'string') return refuse(method, methodReasons[method], '/body/method');
  if (text?.change && (await policies.adopted(text.change.kind, opensAt)).last !== text.change.follows)
    return refuse(
      'policy-overtaken',
      'Another version of the policy was adopted since: the text has to be written again.',
    );
  const members = await membersOn(deps, opensAt.slice(0, 10));
  const stranger = wanted.recused.findIndex((memberId) => !members.includes(memberId));
  if (stranger >= 0) return refuse('unknown-name', 'There is no such member.', `/body/recused/${stranger}`);
  const voters = votersOf(bylaws, members, new Set(wanted.recused));
  if (!voters.some(({ recused }) => !recused)) return refuse('nobody-votes', 'No member could vote.');
  const ballotId = ids.next('ballot', now);
  const terms: BallotTerms = {
    ...{ ballotId, question: before.title, textHash: before.text.hash, rule: decision.rule },
    ...{ opensAt, closesAt, leavers: bylaws.leavers, ...(method && { method }) },
    ...(before.simulation && { simulationHash: before.simulation.hash }),
  };
  const { outcome: _o, decidedAt: _d, method: _m, ...rest } = before;
  const after: ConsortiumProposal = {
    ...{ ...rest, state: 'voting', ballotId, closesAt, v: before.v + 1 },
    ...(method && { method: method.by }),
  };
  const line = {
    ...{ subject: `proposal:${proposalId}`, at: opensAt, auditId: ids.next('audit', now), by: actorName(actor) },
    ...{ did: 'open-ballot', detail: { ballotId, closesAt, voters: voters.length } },
  };
  const rows = voters.map((voter) => ({ ...voter, opensAt, closesAt, version: 0 }));
  const ballot = { ...terms, state: 'opening' as const, seal: sealOf(terms, voters, sha256), proposalId, v: 1 };
  const shown = {
    ...{ votesShown: decision.votesShown, ruleName: decision.name },
    ...(bylaws.proxies && { proxies: bylaws.proxies }),
    ...(lotSeed !== undefined && { lotSeed }),
  };
  return (await ballots.open({ ...ballot, ...shown }, rows, line, [proposalStep(after)]))
    ? answer(after)
    : refuse('proposal-changed', 'It was changed just now: read it again.');
};
