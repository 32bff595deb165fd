import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { AuditLine } from '../../../layers/records/audit/data/audit.ts';
import type { ProposalDeps } from '../deps.ts';
import type { RuleProposal } from '../domain/rule-proposal.ts';
import { fitChanges, refuseBounds, versionsFrom } from './fit-changes.ts';

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
  const { memberId, proposalId, changes, follows, reason, effectiveFrom } = proposal;
  const begins = effectiveFrom === undefined ? now : Math.max(now, Date.parse(effectiveFrom));
  const { first, later, last } = await versionsFrom(policies, begins);
  if (!first || last !== follows) return refuse('policy-overtaken', 'Other loan rules were adopted since.');
  const bounds = { changes, begins, now, currency: first.body.currency };
  const outOfBounds = await refuseBounds(policies, bounds);
  if (outOfBounds) return outOfBounds;
  const fitting = fitChanges([first, ...later], changes);
  if (!Array.isArray(fitting)) return fitting;
  const decisionReference = `${memberId}: ${reason}`.slice(0, 200);
  const [own, ...following] = fitting.map((one, place) => ({
    ...{ ...one, decisionReference, adoptedBy: by },
    effectiveFrom: place === 0 ? iso(begins) : (later[place - 1]?.effectiveFrom ?? iso(begins)),
  }));
  if (!own) return refuse('policy-overtaken', 'No loan rules are in force.');
  const audit = (version: number): AuditLine => ({
    ...{ subject: 'policy:loan-rules', at: iso(now), auditId, by, did: 'adopt-proposal' },
    detail: { version, memberId, proposalId, proposedBy: proposal.proposed.by, effectiveFrom: iso(begins) },
  });
  const adopted = await policies.adoptTogether([{ ...own, follows }, ...following], audit, beside(last + 1));
  return adopted ? { version: last + 1 } : undefined;
};
