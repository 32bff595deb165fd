import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { AuditLine } from '../../../layers/records/audit/data/audit.ts';
import type { ProposalDeps } from '../deps.ts';
import { kindOf } from '../domain/own-part.ts';
import type { RuleProposal } from '../domain/rule-proposal.ts';
import { currencyAt, fitChanges, floorsAt, refuseBounds, versionsFrom, wantedBy } from './fit-changes.ts';

type Adopting = {
  proposal: RuleProposal;
  /** The person who adopts it, and the time (epoch ms). */
  by: string;
  now: number;
  auditId: string;
  /** Returns the writes beside the adoption, each with its own condition; the version is that of the day of the change. */
  beside: (version: number) => Write[];
};

/** Adopts the changes of a proposal: the version of their day, and those that begin later with the same changes, all at once. */
export const adoptChanges = async ({ policies }: ProposalDeps, { proposal, by, now, auditId, beside }: Adopting) => {
  const { memberId, proposalId, follows, reason, effectiveFrom } = proposal;
  const kind = kindOf(proposal);
  const begins = effectiveFrom === undefined ? now : Math.max(now, Date.parse(effectiveFrom));
  const { first, later, last } = await versionsFrom(policies, kind, begins);
  if (!first || last !== follows) return refuse('policy-overtaken', 'Another version was adopted since.');
  const { floors, floorsVersion } = await floorsAt(policies, begins);
  const outOfBounds = refuseBounds(floors, wantedBy(proposal), await currencyAt(policies, now));
  if (outOfBounds) return outOfBounds;
  const fitting = fitChanges([first, ...later], proposal);
  if (!Array.isArray(fitting)) return fitting;
  const decisionReference = `${memberId}: ${reason}`.slice(0, 200);
  const [own, ...following] = fitting.map((one, place) => ({
    ...{ ...one, decisionReference, adoptedBy: by },
    effectiveFrom: place === 0 ? iso(begins) : (later[place - 1]?.effectiveFrom ?? iso(begins)),
  }));
  if (!own) return refuse('policy-overtaken', 'No such policy is in force.');
  const audit = (version: number): AuditLine => ({
    ...{ subject: `policy:${kind}`, at: iso(now), auditId, by, did: 'adopt-proposal' },
    detail: { version, memberId, proposalId, proposedBy: proposal.proposed.by, effectiveFrom: iso(begins) },
  });
  // Floors and ceilings that are adopted at the same time refuse the write.
  const judged = { ...own, follows, judgedBy: { floors: floorsVersion } };
  const adopted = await policies.adoptTogether([judged, ...following], audit, beside(last + 1));
  return adopted ? { version: last + 1 } : undefined;
};
