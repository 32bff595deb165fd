import { iso } from '../../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../../layers/platform/runtime/ids.ts';
import { proposalStep } from '../../data/consortium-proposal-store.ts';
import type { VotingDeps } from '../../deps.ts';
import type { ConsortiumProposal } from '../../domain/consortium-proposals/consortium-proposal.ts';
import { policyKindOf } from '../../domain/policy-kinds.ts';
import { reBase } from '../../domain/proposals/re-basing.ts';
import { type Adoption, adoptionSchema } from '../../schemas/policies.ts';
import { adoptPolicy } from '../adopt-policy.ts';
import { bylawsAt } from './bylaws-in-force.ts';

type Deps = VotingDeps & { ids: Ids };
type Refused = { code: string; detail: string };

/**
 * Returns a change on top of the last version of its policy. Where the policy changed since the change was written, the bylaws say whether it is
 * re-based, and a value that both changed is never decided by the program.
 */
const onLastVersion = async (
  { policies }: Deps,
  change: Adoption,
  now: number,
): Promise<{ change: Adoption } | Refused> => {
  const kind = policyKindOf(change.kind);
  const { last } = await policies.adopted(change.kind, iso(now));
  if (last === change.follows) return { change };
  const overtaken = { code: 'policy-overtaken', detail: 'Another version was adopted since the text was written.' };
  if (!(await bylawsAt(policies, now)).reBases) return overtaken;
  const [base, current] = await Promise.all([
    policies.version(kind, change.follows, now),
    policies.version(kind, last, now),
  ]);
  if (!base || !current) return overtaken;
  const { body, conflicts } = reBase(
    base.body as Record<string, unknown>,
    change.body as Record<string, unknown>,
    current.body as Record<string, unknown>,
  );
  const [first] = conflicts;
  if (first) return { code: 'values-conflict', detail: `Both changed ${first.at}.` };
  const merged = adoptionSchema.safeParse({ ...change, body, follows: last });
  return merged.success
    ? { change: merged.data }
    : { code: 'policy-overtaken', detail: 'The values do not fit together.' };
};

/** Returns a change whose first day has passed as one that begins at once. */
const beginningNow = (change: Adoption, now: number): Adoption => {
  const { effectiveFrom, ...atOnce } = change;
  return effectiveFrom !== undefined && Date.parse(effectiveFrom) > now ? change : (atOnce as Adoption);
};

/**
 * Adopts what was carried: the version of the policy and the state of the proposal are one write, so that it is adopted once however often this
 * runs. A policy that refuses the change leaves the proposal carried, with the reason.
 */
export const enactProposal = async (
  deps: Deps,
  before: ConsortiumProposal,
  now: number,
): Promise<ConsortiumProposal> => {
  const { proposals, ids } = deps;
  const { proposalId } = before;
  const text = await proposals.text(proposalId, before.text.number);
  if (!text?.change) return before;
  const by = `ballot:${before.ballotId}`;
  const v = before.v + 1;
  const ready = await onLastVersion(deps, adoptionSchema.parse(text.change), now);
  let refused: Refused | undefined = 'code' in ready ? ready : undefined;
  if (!('code' in ready)) {
    const adoption = beginningNow(ready.change, now);
    const version = adoption.follows + 1;
    const after: ConsortiumProposal = { ...before, enactment: { state: 'enacted', version, at: iso(now) }, v };
    const outcome = await adoptPolicy(deps, {
      adoption,
      by,
      now,
      carried: { proposalId, beside: [proposalStep(after)] },
    });
    if (!('refused' in outcome)) return after;
    const [first] = outcome.refused;
    refused = { code: first?.code ?? 'refused', detail: first?.detail ?? '' };
  }
  const { code, detail } = refused ?? { code: 'refused', detail: '' };
  const after: ConsortiumProposal = { ...before, enactment: { state: 'refused', code, detail, at: iso(now) }, v };
  const line = {
    ...{ subject: `proposal:${proposalId}`, at: iso(now), auditId: ids.next('audit', now), by },
    ...{ did: 'enactment-refused', detail: { code } },
  };
  // Another run may have adopted it just now.
  return (await proposals.put(after, line)) ? after : ((await proposals.get(proposalId)) ?? before);
};
