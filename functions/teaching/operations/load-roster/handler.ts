import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { schoolDeps } from '../../deps.ts';
import { type RosterLineReport, type RosterOutcome, rosterOutcomes } from '../../domain/roster.ts';
import { applyRoster } from '../../use-cases/apply-roster.ts';
import { contract } from './contract.ts';

const countsOf = (lines: readonly RosterLineReport[]): Record<RosterOutcome, number> => {
  const counts = { added: 0, matched: 0, moved: 0, rejoined: 0, left: 0, unchanged: 0 };
  for (const line of lines) if ('outcome' in line) counts[line.outcome] += 1;
  return counts;
};

export const handler = handle(contract, schoolDeps, async ({ path, body, now }, { ids, ...deps }) => {
  const memberId = memberOfBranch(path.branchId);
  const scheme = await deps.schools.scheme(memberId);
  if (scheme === undefined) return refuse('no-school', contract.refusals['no-school'].meaning);
  if ((await deps.branches.known(scheme.branchId, now)) === undefined)
    return refuse('branch-unknown', contract.refusals['branch-unknown'].meaning);
  const { dryRun, lines, expiresOn, ended = [] } = body;
  const report = await applyRoster(deps.table, ids, { memberId, scheme, lines, ended, expiresOn, now }, { dryRun });
  const counts = countsOf(report.lines);
  const accepted = rosterOutcomes.reduce((sum, one) => sum + counts[one], 0);
  return answer({
    ...{ dryRun, read: report.lines.length, accepted, rejected: report.lines.length - accepted, counts },
    lines: report.lines.filter((line) => !('outcome' in line) || line.outcome !== 'unchanged'),
    missing: report.missing.map(({ localId: id, patronId, classId = '' }) => ({ id, patronId, classId })),
  });
});
