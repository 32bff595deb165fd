import { canonicalJson } from '../../../../layers/kernel/text/canonical-json.ts';
import { actorName, type StaffActor } from '../../../../layers/platform/http/actor.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { sha256 } from '../../../../layers/platform/objects/sha-256.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../../layers/platform/runtime/ids.ts';
import { logError } from '../../../../layers/platform/runtime/log.ts';
import { auditWrite } from '../../../../layers/records/audit/data/audit.ts';
import type { PolicyStore } from '../../../../layers/records/policies/data/policy-store.ts';
import { blocksKind, blocksSchema } from '../../../../layers/records/policies/domain/blocks.ts';
import { exceptionsAt, exceptionsKind } from '../../../../layers/records/policies/domain/exceptions.ts';
import { floorsKind } from '../../../../layers/records/policies/domain/floors.ts';
import { loanRulesKind } from '../../../../layers/records/policies/domain/loan-rules.ts';
import type { SimulatedPolicies } from '../../../circulation/public/simulated-policies.ts';
import { proposalStep } from '../../data/consortium-proposal-store.ts';
import type { VotingDeps } from '../../deps.ts';
import { type ConsortiumProposal, mayVote } from '../../domain/consortium-proposals/consortium-proposal.ts';
import {
  effectsDue,
  isSimulated,
  type ProposalEffect,
  type Replayed,
  type SimulatedKind,
} from '../../domain/consortium-proposals/proposal-effect.ts';
import { actsForAuthor, isSecretary, mayRead } from '../../domain/consortium-proposals/who-acts.ts';
import { policyKindOf } from '../../domain/policy-kinds.ts';

/** Two versions of the policies, and between which instants logged decisions are judged by them. */
export type Replay = (asked: {
  from: string;
  to: string;
  before: SimulatedPolicies;
  after: SimulatedPolicies;
}) => Promise<Replayed>;
type Deps = VotingDeps & { ids: Ids; replay: Replay };

const DAY = 86_400_000;
/** How long before now logged decisions are judged. */
const PAST_DAYS = 365;
/** How many of the newest proposals are followed. */
const FOLLOWED = 100;

/** Without thresholds nothing is refused because of them. */
const noThresholds = blocksSchema.parse({ maxLoans: 10_000, maxHolds: 10_000, owedLimit: Number.MAX_SAFE_INTEGER });

const withBody = (policies: SimulatedPolicies, kind: SimulatedKind, body: unknown, now: number): SimulatedPolicies => {
  if (kind === 'loan-rules') return { ...policies, loanRules: loanRulesKind.body.parse(body) };
  if (kind === 'blocks') return { ...policies, blocks: blocksKind.body.parse(body) };
  if (kind === 'floors') return { ...policies, floors: floorsKind.body.parse(body) };
  return { ...policies, exceptions: exceptionsAt({ body: exceptionsKind.body.parse(body) }, iso(now)) };
};

/**
 * Returns the policies by which decisions are judged: those in force with one of them as it is, and with another body. Without loan rules there is
 * nothing to compare with, so that the proposed ones count as both.
 */
export const policiesToCompare = async (
  policies: PolicyStore,
  { kind, base, body }: { kind: SimulatedKind; base?: unknown; body: unknown },
  now: number,
): Promise<{ before: SimulatedPolicies; after: SimulatedPolicies } | undefined> => {
  const [rules, blocks, floors, excepting] = await Promise.all([
    policies.inForce(loanRulesKind, now),
    policies.inForce(blocksKind, now),
    policies.inForce(floorsKind, now),
    policies.inForce(exceptionsKind, now),
  ]);
  const loanRules = kind === 'loan-rules' ? loanRulesKind.body.parse(base ?? rules?.body ?? body) : rules?.body;
  if (!loanRules) return undefined;
  const inForce: SimulatedPolicies = {
    ...{ loanRules, blocks: blocks?.body ?? noThresholds, floors: floors?.body },
    exceptions: exceptionsAt(excepting, iso(now)),
  };
  const before = base === undefined ? inForce : withBody(inForce, kind, base, now);
  return { before, after: withBody(before, kind, body, now) };
};

type Rules = { kind: SimulatedKind; base?: unknown; body: unknown };
type Wanted = { part: ProposalEffect['part']; from: string; to: string };

/** Returns the rules that the last text of a proposal proposes, and those that it is written on. */
const rulesOf = async (
  { proposals, policies }: VotingDeps,
  { proposalId, text: { number } }: ConsortiumProposal,
  now: number,
): Promise<Rules | undefined> => {
  const change = (await proposals.text(proposalId, number))?.change;
  if (!(change && isSimulated(change.kind))) return undefined;
  const { kind, follows, body } = change;
  return {
    kind,
    body,
    base: follows > 0 ? (await policies.version(policyKindOf(kind), follows, now))?.body : undefined,
  };
};

const effectOf = async (
  { policies, replay }: Omit<Deps, 'ids'>,
  { text: { number } }: ConsortiumProposal,
  { rules, part, from, to }: Wanted & { rules: Rules | undefined },
  now: number,
): Promise<ProposalEffect | undefined> => {
  const compared = rules && (await policiesToCompare(policies, rules, now));
  if (!compared) return undefined;
  const replayed = await replay({ from, to, ...compared });
  return { ...replayed, part, number, at: iso(now), hash: sha256(canonicalJson({ replayed, number })) };
};

/** Returns what would have happened since a proposal was opened. */
const sinceOpened = async (
  deps: Omit<Deps, 'ids'>,
  proposal: ConsortiumProposal,
  rules: Rules | undefined,
  now: number,
): Promise<ProposalEffect[]> => {
  if (!proposal.opened) return [];
  const wanted = { rules, part: 'since-opened' as const, from: proposal.opened.at, to: iso(now) };
  const effect = await effectOf(deps, proposal, wanted, now);
  return effect ? [effect] : [];
};

/** Renews what would have happened since a proposal was opened. */
const followOpen = async (deps: Omit<Deps, 'ids'>, proposal: ConsortiumProposal, now: number): Promise<void> => {
  const effects = await sinceOpened(deps, proposal, await rulesOf(deps, proposal, now), now);
  if (effects.length > 0) await deps.proposals.putEffects(proposal.proposalId, effects);
};

/** Adds what the rules changed in the first 30 and 90 days, once these are over. */
const followEnacted = async (deps: Omit<Deps, 'ids'>, proposal: ConsortiumProposal, now: number): Promise<void> => {
  const { enactment, proposalId, kind } = proposal;
  if (enactment?.state !== 'enacted' || !isSimulated(kind)) return;
  const exist = await deps.proposals.effects(proposalId);
  const versionOf = (version: number) => deps.policies.version(policyKindOf(kind), version, now);
  const adopted = await versionOf(enactment.version);
  if (!adopted) return;
  const began = Date.parse(adopted.effectiveFrom);
  const base = (await versionOf(enactment.version - 1))?.body;
  for (const { part, days } of effectsDue(began, now, exist)) {
    const rules = { kind, base, body: adopted.body };
    const wanted = { rules, part, from: iso(began), to: iso(began + days * DAY) };
    const effect = await effectOf(deps, proposal, wanted, now);
    if (effect) await deps.proposals.putEffects(proposalId, [effect]);
  }
};

/** Returns whether a proposal has rules that are simulated while it is discussed or voted on. */
const isFollowed = ({ kind, state }: ConsortiumProposal): boolean =>
  isSimulated(kind) && (state === 'open' || state === 'voting');

/**
 * Renews what would have happened since each proposal was opened, and adds the effect of rules 30 and 90 days after they began. Repeatable; a
 * proposal that fails does not stop the others.
 */
export const followProposals = async (deps: Omit<Deps, 'ids'>, now: number): Promise<{ followed: number }> => {
  const page = await deps.proposals.list({ limit: FOLLOWED });
  let followed = 0;
  for (const proposal of page === 'bad-cursor' ? [] : page.rows) {
    try {
      if (isFollowed(proposal)) await followOpen(deps, proposal, now);
      else await followEnacted(deps, proposal, now);
      followed += 1;
    } catch (error) {
      logError('simulate a proposal', error);
    }
  }
  return { followed };
};

/**
 * Simulates the text of a proposal: attaches what its rules would have changed in the year before, on which the members vote. On a ballot and
 * afterwards only what happened since then is renewed.
 */
export const simulateProposal = async (
  deps: Deps,
  { proposalId, v, actor, now }: { proposalId: string; v: number; actor: StaffActor; now: number },
) => {
  const { proposals, ids } = deps;
  const before = await proposals.get(proposalId);
  if (!(before && mayRead(actor, before))) return refuse('unknown-proposal', 'There is no such proposal.');
  if (!isSimulated(before.kind)) return refuse('not-simulated', 'It changes no rules that are simulated.');
  if (before.v !== v) return refuse('proposal-changed', 'It was changed meanwhile: read it again.');
  const isFixed = !(before.state === 'draft' || mayVote(before));
  if (!(isFixed || isSecretary(actor) || actsForAuthor(actor, before)))
    return refuse('not-your-member', 'Its author or the secretary does this.');
  if (isFixed) {
    await (isFollowed(before) ? followOpen(deps, before, now) : followEnacted(deps, before, now));
    return answer({ proposal: before, effects: await proposals.effects(proposalId) });
  }
  const rules = await rulesOf(deps, before, now);
  const wanted = { rules, part: 'simulation' as const, from: iso(now - PAST_DAYS * DAY), to: iso(now) };
  const effect = await effectOf(deps, before, wanted, now);
  if (!effect) return refuse('not-simulated', 'There are no loan rules yet with which decisions are judged.');
  const { number, hash, at } = effect;
  const after = { ...before, simulation: { number, hash, at }, v: before.v + 1 };
  const line = {
    ...{ subject: `proposal:${proposalId}`, at, auditId: ids.next('audit', now), by: actorName(actor) },
    ...{ did: 'simulate-proposal', detail: { number, hash } },
  };
  const effects = [effect, ...(await sinceOpened(deps, before, rules, now))];
  if (!(await proposals.putEffects(proposalId, effects, [proposalStep(after), auditWrite(line)])))
    return refuse('proposal-changed', 'It was changed meanwhile: read it again.');
  return answer({ proposal: after, effects: await proposals.effects(proposalId) });
};
