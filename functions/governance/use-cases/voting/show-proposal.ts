import type { PageRequest } from '../../../../layers/platform/dynamodb/cursor.ts';
import { actorName, type StaffActor } from '../../../../layers/platform/http/actor.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { sha256 } from '../../../../layers/platform/objects/sha-256.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import type { StoredBallot, StoredVoter } from '../../data/ballot-store.ts';
import type { ProposalText } from '../../data/consortium-proposal-store.ts';
import type { VotingDeps } from '../../deps.ts';
import { daysLater } from '../../domain/ballots/deadlines.ts';
import { hasVoted } from '../../domain/ballots/voter-row.ts';
import { type Bylaws, ruleFor, votersOf } from '../../domain/bylaws/bylaws.ts';
import {
  bodyDifferences,
  type ConsortiumProposal,
  type Json,
  mayVote,
} from '../../domain/consortium-proposals/consortium-proposal.ts';
import { isSimulated } from '../../domain/consortium-proposals/proposal-effect.ts';
import {
  actsForAuthor,
  alternateOf,
  isSecretary,
  mayRead,
  membersOf,
} from '../../domain/consortium-proposals/who-acts.ts';
import { policyKindOf } from '../../domain/policy-kinds.ts';
import { sidesFor } from '../../domain/proposals/after-the-vote.ts';
import { amendmentFault } from '../../domain/proposals/amendments.ts';
import { threeWay } from '../../domain/proposals/three-way.ts';
import { type Adoption, adoptionSchema } from '../../schemas/policies.ts';
import { recordOf } from '../close-ballot.ts';
import { bylawsAt, membersOn } from './bylaws-in-force.ts';
import { neededOf } from './preview-bylaws.ts';

/** Returns the proposals that a person may read. */
const readable = (proposals: readonly ConsortiumProposal[], actor: StaffActor): ConsortiumProposal[] =>
  proposals.filter((one) => mayRead(actor, one));

/**
 * Returns the votes that a person casts in an open ballot, for the own members and those whose alternate the person is: what each voted, and the
 * version that its next vote replaces.
 */
const ownVotes = (rows: readonly StoredVoter[], actor: StaffActor) => {
  const own = membersOf(actor);
  const others = alternateOf(actor);
  const isAlternate = ({ memberId, alternates }: StoredVoter): boolean =>
    alternates === true && others.includes(memberId);
  return rows
    .filter((row) => own.includes(row.memberId) || own.includes(row.proxy ?? '') || isAlternate(row))
    .map(({ memberId, version, recused, proxy, vote, token, voted, alternates }) => ({
      ...{ memberId, version },
      ...(alternates && others.includes(memberId) && { asAlternate: true as const }),
      ...(proxy !== undefined && { proxy }),
      ...(recused && { recused }),
      ...(vote && { choice: vote.choice, by: vote.by, at: vote.at }),
      ...{ ...(token !== undefined && { token }), ...(voted && { hasVoted: voted }) },
    }));
};

/** Lists the proposals, the newest first, with the votes of the person's own members in open ballots. */
export const listVotingProposals = async (deps: VotingDeps, actor: StaffActor, request: PageRequest) => {
  const page = await deps.proposals.list(request);
  if (page === 'bad-cursor') return refuse('bad-cursor', 'The cursor is not one of this list.', '/query/after');
  const proposals = readable(page.rows, actor);
  const own = membersOf(actor);
  const votesFor = [...own, ...alternateOf(actor)];
  const rows = await Promise.all(
    proposals.flatMap(({ state, ballotId }) =>
      state === 'voting' && ballotId !== undefined
        ? votesFor.map((memberId) => deps.ballots.voter(ballotId, memberId))
        : [],
    ),
  );
  const found = rows.filter((row) => row !== undefined);
  return answer({
    proposals: proposals.map((proposal) => ({
      proposal,
      votes: ownVotes(
        found.filter(({ ballotId }) => ballotId === proposal.ballotId),
        actor,
      ),
    })),
    ...(page.next !== undefined && { next: page.next }),
    mayRun: isSecretary(actor),
    speaksFor: own,
  });
};

/** Returns a ballot as a person sees it: votes of others only when they were counted, or where the bylaws show them at once. */
const ballotView = (ballot: StoredBallot, rows: readonly StoredVoter[], actor: StaffActor, now: number) => {
  const {
    ballotId,
    rule,
    method,
    secret,
    opensAt,
    closesAt,
    seal,
    counted,
    votesShown = 'after-close',
    ruleName = '',
  } = ballot;
  const areShown = counted !== undefined || votesShown === 'at-once';
  const entitled = rows.filter(({ recused }) => !(recused && rule.recusalReducesBase)).length;
  return {
    ...{ ballotId, rule, ruleName, opensAt, closesAt, seal, votesShown, isOver: iso(now) >= closesAt },
    ...{ needs: neededOf(rule, entitled), ...(method && { method }), ...(secret && { secret }) },
    ...(ballot.proxies && { mayGiveProxies: true as const }),
    voters: rows.map((row) => {
      const { memberId, weight, chamber, recused, proxy, vote } = row;
      return {
        ...{ memberId, weight, hasVoted: hasVoted(row) },
        ...(proxy !== undefined && { proxy }),
        ...(chamber !== undefined && { chamber }),
        ...(recused && { recused }),
        ...(vote && areShown && { choice: vote.choice, by: vote.by, at: vote.at }),
        ...(vote?.capacity === 'alternate' && areShown && { byAlternate: true as const }),
      };
    }),
    votes: ownVotes(rows, actor),
    ...(counted && { counted }),
  };
};

const plainJson = (body: unknown): Json => JSON.parse(JSON.stringify(body)) as Json;

/** Returns the three versions of what changed where other rules were adopted after the text was written; nothing once it was adopted itself. */
const reBaseOf = async (
  { policies }: VotingDeps,
  { change, base, isSettled }: { change: Adoption; base: unknown; isSettled: boolean },
  now: number,
) => {
  if (isSettled) return {};
  const { last } = await policies.adopted(change.kind, iso(now));
  if (last === change.follows) return {};
  const current = await policies.version(policyKindOf(change.kind), last, now);
  if (!current) return {};
  const [was, is, wanted] = [base ?? {}, current.body, change.body].map(plainJson) as [Json, Json, Json];
  const bodies = { base: was, current: is, proposed: wanted };
  return { reBase: { version: last, ...threeWay(bodies) } };
};

const differencesOf = async (
  deps: VotingDeps,
  { state, enactment }: ConsortiumProposal,
  { change }: ProposalText,
  now: number,
) => {
  if (!change) return {};
  const { policies } = deps;
  const isSettled = state === 'withdrawn' || enactment?.state === 'enacted';
  const parsed = adoptionSchema.parse(change);
  const { kind, follows, effectiveFrom, endsLater, untilDay, body } = parsed;
  const base = follows > 0 ? await policies.version(policyKindOf(kind), follows, now) : undefined;
  return {
    change: {
      ...{ kind, follows, differences: bodyDifferences(plainJson(base?.body ?? {}), plainJson(body)) },
      ...(effectiveFrom !== undefined && { effectiveFrom }),
      ...(endsLater !== undefined && { endsLater }),
      ...(untilDay !== undefined && { untilDay }),
      ...(await reBaseOf(deps, { change: parsed, base: base?.body, isSettled }, now)),
    },
  };
};

/** Returns by which rule a proposal would be decided today, by how many votes, and until when a ballot is open at least. */
const ruleToday = (bylaws: Bylaws, members: readonly string[], { kind }: ConsortiumProposal, now: number) => {
  const { name, rule, supporters, leastDays, methods = [], secret } = ruleFor(bylaws, kind);
  const voters = votersOf(bylaws, members, new Set());
  return {
    ...{ name, rule, supporters, methods: [...methods], needs: neededOf(rule, voters.length) },
    ...(secret && { secret }),
    earliestClose: daysLater(bylaws.zone, iso(now), leastDays),
  };
};

/** Shows a proposal with its text, its discussion, its ballot, and what the person may do. */
export const showProposal = async (deps: VotingDeps, proposalId: string, actor: StaffActor, now: number) => {
  const { proposals, ballots, policies, names } = deps;
  const found = await proposals.get(proposalId);
  const [proposal] = found ? readable([found], actor) : [];
  if (!proposal) return refuse('unknown-proposal', 'There is no such proposal.');
  const { ballotId } = proposal;
  const [text, remarks, ballot, rows, bylaws, members, effects, amendments] = await Promise.all([
    proposals.text(proposalId, proposal.text.number),
    proposals.remarks(proposalId),
    ballotId === undefined ? undefined : ballots.get(ballotId),
    ballotId === undefined ? [] : ballots.voters(ballotId),
    bylawsAt(policies, now),
    membersOn(deps, iso(now).slice(0, 10)),
    isSimulated(proposal.kind) ? proposals.effects(proposalId) : [],
    proposal.amendmentsOpen === undefined ? [] : deps.amendments.of(proposalId),
  ]);
  if (!text) return refuse('unknown-proposal', 'There is no such proposal.');
  const shownBallot = ballot && ballotView(ballot, rows, actor, now);
  const people = [
    ...[proposal.proposed, proposal.opened, proposal.withdrawn].flatMap((act) => act?.by ?? []),
    ...remarks.map(({ by }) => by),
    ...amendments.map(({ proposed }) => proposed.by),
    ...(shownBallot?.voters ?? []).flatMap(({ by }) => by ?? []),
  ];
  return answer({
    proposal,
    text: {
      text: text.text,
      ...(text.options && { options: text.options }),
      ...(await differencesOf(deps, proposal, text, now)),
    },
    ...{ remarks, amendments, mayAmend: amendmentFault(proposal, iso(now)) === undefined },
    sides: sidesFor({ about: ballotId ?? proposalId, viewer: actorName(actor), hash: sha256 }),
    // A simulation of an earlier text says nothing about this one.
    effects: effects.filter(({ number }) => number === proposal.text.number),
    ...(shownBallot && { ballot: shownBallot }),
    ...(mayVote(proposal) && { rule: ruleToday(bylaws, members, proposal, now) }),
    may: { write: actsForAuthor(actor, proposal), run: isSecretary(actor), speakFor: membersOf(actor) },
    names: await names([...new Set(people)]),
  });
};

/** Returns the record of a counted ballot with the published result: with it anybody counts again. */
export const showBallotRecord = async ({ ballots }: VotingDeps, ballotId: string) => {
  const ballot = await ballots.get(ballotId);
  if (!ballot?.counted) return refuse('unknown-ballot', 'There is no such counted ballot.');
  return answer({ record: recordOf(ballot, await ballots.voters(ballotId)), published: ballot.counted });
};
