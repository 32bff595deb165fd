import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { mapInBatches } from '../../../layers/platform/runtime/map-in-batches.ts';
import { readDirectory } from '../../membership/public/directory-store.ts';
import type { PeriodStore } from '../data/period-store.ts';
import type { ScenarioStore } from '../data/scenario-store.ts';
import type { StatementStore } from '../data/statement-store.ts';
import { reckonFees } from '../domain/cost-sharing/fees.ts';
import type { EvidenceRef, Statement } from '../domain/statements/statement.ts';
import { linesOfFee } from '../domain/statements/true-up.ts';
import type { EvidencePage, EvidenceRow } from '../schemas/evidence-row-shapes.ts';

type Ref = Extract<EvidenceRef, { kind: 'true-up' }>;
type House = { table: Table; periods: PeriodStore; statements: StatementStore; scenarios: ScenarioStore };

/** Months read side by side. */
const AT_ONCE = 8;

/** The fee as it was trued up: the formula with all that was frozen, given what the year came to; of it the member's own lines. */
const yearFee = async (
  { scenarios }: House,
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

const duesOf = async (house: House, memberId: string, { year, fee, packs }: Ref): Promise<EvidenceRow[]> => {
  const directory = await readDirectory(house.table);
  const startsIn = directory.find((one) => one.memberId === memberId)?.fiscalYearStartsIn ?? 1;
  const rows = await mapInBatches(packs, AT_ONCE, async ({ month }): Promise<EvidenceRow[]> => {
    const { period } = await house.periods.load(month);
    const head = await house.statements.head(period, memberId);
    if (!head) return [];
    const statement = await house.statements.read(head);
    const { currency } = statement;
    return linesOfFee(statement, { fee, year, startsIn }).map(({ lineId, amount, mode }) => ({
      ...{ kind: 'due', month, lineId, amount, currency },
      ...(mode === 'charge' && head.invoice !== undefined && { invoice: head.invoice }),
    }));
  });
  return rows.flat();
};

/**
 * What a line of a true-up is made of: the member's fee for what the year came to, and each line of its closed statements that it
 * was billed by; the one less the others is the line.
 */
export const trueUpRows = async (
  house: House,
  { memberId }: Pick<Statement, 'memberId'>,
  evidence: Ref,
): Promise<EvidencePage> => {
  const [fee, dues] = await Promise.all([yearFee(house, memberId, evidence), duesOf(house, memberId, evidence)]);
  return { rows: [...fee, ...dues] };
};
