import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import type { SchoolDeps } from '../deps.ts';
import type { GuardianOutcome } from '../domain/guardians.ts';
import { type Roster, type RosterLineReport, type RosterOutcome, rosterOutcomes } from '../domain/roster.ts';
import { loadRosterRefusals } from '../schemas.ts';
import { applyRoster } from './apply-roster.ts';

type Deps = Pick<SchoolDeps, 'schools' | 'branches' | 'table'> & { ids: Ids };
type Input = Pick<Roster, 'lines' | 'expiresOn' | 'now' | 'by'> & {
  branchId: string;
  dryRun: boolean;
  ended?: Roster['ended'] | undefined;
};

const countsOf = (lines: readonly RosterLineReport[]): Record<RosterOutcome, number> => {
  const counts = { added: 0, matched: 0, moved: 0, rejoined: 0, left: 0, unchanged: 0 };
  for (const line of lines) if ('outcome' in line) counts[line.outcome] += 1;
  return counts;
};

/** Returns how many pupils have one of their guardians, and how many have none of them; nothing where no line names any. */
const guardianCounts = (lines: readonly RosterLineReport[]) => {
  const all = lines.flatMap(({ guardian }) => guardian ?? []);
  const of = (...outcomes: GuardianOutcome[]): number => all.filter((one) => outcomes.includes(one)).length;
  return all.length > 0 && { guardiansLinked: of('linked', 'known'), guardiansUnknown: of('no-patron') };
};

/** Loads a part of a school's register, or only says what it would change, and reports on each line that is not unchanged. */
export const loadRoster = async (
  { schools, branches, table, ids }: Deps,
  { branchId, dryRun, expiresOn, lines, ended = [], now, by }: Input,
) => {
  const memberId = memberOfBranch(branchId);
  const scheme = await schools.scheme(memberId);
  if (scheme === undefined) return refuse('no-school', loadRosterRefusals['no-school'].meaning);
  if ((await branches.known(scheme.branchId, now)) === undefined)
    return refuse('branch-unknown', loadRosterRefusals['branch-unknown'].meaning);
  const report = await applyRoster(
    table,
    ids,
    { memberId, scheme, lines, ended, expiresOn, now, by, branchId },
    { dryRun },
  );
  const counts = countsOf(report.lines);
  const accepted = rosterOutcomes.reduce((sum, one) => sum + counts[one], 0);
  return answer({
    ...{ dryRun, read: report.lines.length, accepted, rejected: report.lines.length - accepted, counts },
    lines: report.lines.flatMap(({ guardian, ...line }) =>
      'outcome' in line && line.outcome === 'unchanged' ? [] : [line],
    ),
    ...guardianCounts(report.lines),
    missing: report.missing.map(({ localId: id, patronId, classId = '' }) => ({ id, patronId, classId })),
  });
};
