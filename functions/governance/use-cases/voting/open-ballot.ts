import { actorName, type StaffActor } from '../../../../layers/platform/http/actor.ts';
import { refuse } from '../../../../layers/platform/http/outcome.ts';
import { sha256 } from '../../../../layers/platform/objects/sha-256.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { loanRulesKind } from '../../../../layers/records/policies/domain/loan-rules.ts';
import { mayHoldRound } from '../../domain/ballots/consent.ts';
import { type MethodChoice, openedMethod } from '../../domain/ballots/method.ts';
import { ruleFor } from '../../domain/bylaws/bylaws.ts';
import { type ConsortiumProposal, mayVote } from '../../domain/consortium-proposals/consortium-proposal.ts';
import { lacksSimulation } from '../../domain/consortium-proposals/proposal-effect.ts';
import { lackingSupport } from '../../domain/proposals/text-versions.ts';
import { openAmendmentBallot } from './amendment-ballot.ts';
import { judgeOpening, type OpeningDeps, openedBallot, type WantedBallot } from './ballot-opening.ts';
import { bylawsAt } from './bylaws-in-force.ts';

type Wanted = WantedBallot & { v: number; method?: MethodChoice | undefined; amendmentId?: string | undefined };
type Input = { proposalId: string; wanted: Wanted; actor: StaffActor; now: number };

const methodReasons = {
  'method-not-allowed': 'The bylaws do not allow this method for the decision.',
  'method-does-not-fit':
    'The method does not fit the text: options are chosen from, and a text without options is not.',
};

/**
 * Opens a ballot on a proposal at once: the rule of the bylaws, the text and the list of voters are fixed and sealed. The proposal is on the
 * ballot in the write that opens it.
 */
export const openBallot = async (deps: OpeningDeps, { proposalId, wanted, actor, now }: Input) => {
  const { proposals, policies, ids } = deps;
  const before = await proposals.get(proposalId);
  if (before?.opened === undefined) return refuse('unknown-proposal', 'There is no such proposal.');
  if (before.v !== wanted.v) return refuse('proposal-changed', 'It was changed meanwhile: read it again.');
  if (!mayVote(before)) return refuse('wrong-state', 'It is not open for a ballot.');
  if (wanted.amendmentId !== undefined)
    return openAmendmentBallot(deps, { before, wanted: { ...wanted, amendmentId: wanted.amendmentId }, actor, now });
  if ((before.amendmentsOpen ?? 0) > 0)
    return refuse('amendments-open', 'Amendments are settled or voted on before the text.');
  if (before.amendUntil !== undefined && iso(now) < before.amendUntil)
    return refuse('amendments-open', `Amendments may be proposed until ${before.amendUntil}.`);
  const bylaws = await bylawsAt(policies, now);
  const decision = ruleFor(bylaws, before.kind);
  const lacking = lackingSupport([before.text], decision.supporters);
  if (lacking > 0) return refuse('support-lacking', `The text needs the support of ${lacking} more members.`);
  // Without loan rules in force no decision is judged.
  if (lacksSimulation(before) && (await policies.inForce(loanRulesKind, now)))
    return refuse('simulation-lacking', 'The members read a simulation of this text before they vote: run it first.');
  const judged = await judgeOpening(deps, { wanted, bylaws, decision, now });
  if ('refused' in judged) return judged;
  const { opensAt, closesAt } = judged;
  if (!mayHoldRound(before.rounds?.map(({ hash }) => hash) ?? [], before.text.hash))
    return refuse('text-objected', 'A member objected to this text: it has to be changed first.');
  const text = await proposals.text(proposalId, before.text.number);
  const lotSeed = text?.options && ids.secret();
  const method = openedMethod({
    ...{ wanted: wanted.method, allowed: decision.methods ?? [], options: text?.options ?? [] },
    ...{ lastDay: closesAt.slice(0, 10), lot: sha256(lotSeed ?? '') },
  });
  if (typeof method === 'string') return refuse(method, methodReasons[method], '/body/method');
  // An objection has a reason, by which its author would be known.
  if (wanted.secret && method?.by === 'consent')
    return refuse('method-does-not-fit', methodReasons['method-does-not-fit'], '/body/method');
  if (text?.change && (await policies.adopted(text.change.kind, opensAt)).last !== text.change.follows)
    return refuse(
      'policy-overtaken',
      'Another version of the policy was adopted since: the text has to be written again.',
    );
  const ballotId = ids.next('ballot', now);
  const { outcome: _o, decidedAt: _d, method: _m, ...rest } = before;
  const after: ConsortiumProposal = {
    ...{ ...rest, state: 'voting', ballotId, closesAt, v: before.v + 1 },
    ...(method && { method: method.by }),
  };
  return openedBallot(deps, {
    ...{ after, judged, bylaws, decision, by: actorName(actor) },
    asked: {
      ...{ question: before.title, textHash: before.text.hash, ...(method && { method }) },
      ...(before.simulation && { simulationHash: before.simulation.hash }),
    },
    ...(lotSeed !== undefined && { lotSeed }),
  });
};
