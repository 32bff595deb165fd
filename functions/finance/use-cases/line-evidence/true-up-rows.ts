import { mapInBatches } from '../../../../layers/platform/runtime/map-in-batches.ts';
import type { EvidenceDeps } from '../../deps.ts';
import { reckonFees } from '../../domain/cost-sharing/fees.ts';
import type { EvidenceRef, Statement } from '../../domain/statements/statement.ts';
import { linesOfFee } from '../../domain/statements/true-up.ts';
import type { EvidencePage, EvidenceRow } from '../../schemas/evidence-rows.ts';

type Ref = Extract<EvidenceRef, { kind: 'true-up' }>;
type Deps = Pick<EvidenceDeps, 'periods' | 'statements' | 'scenarios' | 'directory'>;

/** The number of months read concurrently. */
const AT_ONCE = 8;

/** Returns the trued-up fee: the formula over all frozen data, for the actual cost of the year, with the member's own lines. */
const yearFee = async (
  { scenarios }: Deps,
  memberId: string,
  { reference, year, costs }: Ref,
): Promise<EvidenceRow[]> => {
  const scenario = await scenarios.get(reference);
  if (!scenario?.adopted) return [];
  const members = (await scenarios.frozen(scenario)).map(({ figures }) => figures);
  const { formula } = scenario;
  const fees = reckonFees({ formula, year, members, costs });
  if ('refused' in fees) return [];
  return fees.fees.flatMap(({ memberId: of, fee: amount, lines: parts }): EvidenceRow[] =>
    of === memberId ? [{ kind: 'year-fee', year, currency: formula.currency, parts, amount }] : [],
  );
};

const duesOf = async (deps: Deps, memberId: string, { year, fee, packs }: Ref): Promise<EvidenceRow[]> => {
  const directory = await deps.directory();
  const startsIn = directory.find((one) => one.memberId === memberId)?.fiscalYearStartsIn ?? 1;
  const rows = await mapInBatches(packs, AT_ONCE, async ({ month }): Promise<EvidenceRow[]> => {
    const { period } = await deps.periods.load(month);
    const head = await deps.statements.head(period, memberId);
    if (!head) return [];
    const statement = await deps.statements.read(head);
    const { currency } = statement;
    return linesOfFee(statement, { fee, year, startsIn }).map(({ lineId, amount, mode }) => ({
      ...{ kind: 'due', month, lineId, amount, currency },
      ...(mode === 'charge' && head.invoice !== undefined && { invoice: head.invoice }),
    }));
  });
  return rows.flat();
};

/**
 * Reads the parts of a true-up line: the member's fee for the actual cost of the year, and each line of its closed statements that
 * billed it. The fee less those lines is the line.
 */
export const trueUpRows = async (
  deps: Deps,
  { memberId }: Pick<Statement, 'memberId'>,
  evidence: Ref,
): Promise<EvidencePage> => {
  const [fee, dues] = await Promise.all([yearFee(deps, memberId, evidence), duesOf(deps, memberId, evidence)]);
  return { rows: [...fee, ...dues] };
};
