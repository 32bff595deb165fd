import { byId } from '../../../layers/kernel/money/split.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { LedgerStore } from '../../../layers/records/ledger/data/ledger-store.ts';
import type { LedgerEntry } from '../../../layers/records/ledger/domain/entry.ts';
import { isCharge } from '../../../layers/records/ledger/domain/owed.ts';
import type { SealedUseStore } from '../data/sealed-use-store.ts';
import type { EvidenceDeps } from '../deps.ts';
import type { Period } from '../domain/periods/period.ts';
import type { Statement, StatementLine } from '../domain/statements/statement.ts';
import type { EvidencePage, EvidenceRow } from '../schemas/evidence-rows.ts';
import { readsWhole } from '../schemas/readers.ts';
import { findStatement } from './find-statement.ts';
import { poolOf, shareRows } from './line-evidence/pool-shares.ts';
import { adjustmentRows, billedRows, dayRows, feeRows, type UsedThen } from './line-evidence/rows.ts';
import { trueUpRows } from './line-evidence/true-up-rows.ts';

/** The number of ledger entries read for a page. */
const LIMIT = 500;

const entryRows = (entries: readonly LedgerEntry[], memberId: string, currency: string): EvidenceRow[] =>
  entries
    .filter((entry) => entry.currency === currency)
    .flatMap(({ entryId, at, kind: entryKind, lines }) =>
      lines.flatMap(({ member, account, side, amount }): EvidenceRow[] => {
        if (member !== memberId || (account !== 'due-from-members' && account !== 'due-to-members')) return [];
        return [{ kind: 'entry', entryId, at, entryKind, account, side, amount, currency }];
      }),
    );

const ledgerRows = async (
  ledger: LedgerStore,
  line: StatementLine,
  { month, memberId }: Statement,
  after: string | undefined,
): Promise<EvidencePage> => {
  const currency = line.lineId.split('-').at(-1) ?? '';
  if (line.title === 'between-members-loans') {
    const charges = (await ledger.ofMember(memberId, month)).filter(isCharge);
    return {
      rows: entryRows(
        charges.toSorted((a, b) => byId(a.at, b.at)),
        memberId,
        currency,
      ),
    };
  }
  const { entries, next } = await ledger.list(month, { member: memberId, after, limit: LIMIT });
  const desks = entries.filter((entry) => !isCharge(entry) && entry.kind !== 'netting-settled');
  return { rows: entryRows(desks, memberId, currency), ...(next !== undefined && { next }) };
};

const lineRows = ({ lines }: Statement, lineIds: readonly string[]): EvidencePage => ({
  rows: lines.flatMap(({ lineId, title, amount }): EvidenceRow[] =>
    lineIds.includes(lineId) ? [{ kind: 'line', lineId, title, amount }] : [],
  ),
});

type Query = {
  statement: Statement;
  line: StatementLine;
  after: string | undefined;
  seesDays: (of: string) => boolean;
};

type Deps = EvidenceDeps & { used: UsedThen };

type Usage = Extract<StatementLine['evidence'], { kind: 'usage' }>;

/**
 * Returns the days when they are stored and the caller may see them, otherwise the line by operation; for a pool with its whole and the
 * share of it.
 */
const usageRows = async (deps: Deps, query: Query, evidence: Usage): Promise<EvidencePage> => {
  const { statement, line, seesDays } = query;
  const readsDays = evidence.service !== 'platform' && seesDays(evidence.of);
  const days = readsDays ? await dayRows(deps.used, evidence) : undefined;
  const page = days ?? { rows: await shareRows(deps.policies, statement, evidence) };
  return evidence.of === statement.memberId ? page : { ...page, ...(await poolOf(deps.used, statement, line)) };
};

const pageOf = (deps: Deps, query: Query): EvidencePage | Promise<EvidencePage> => {
  const { statement, line, after } = query;
  const { evidence } = line;
  switch (evidence.kind) {
    case 'usage':
      return usageRows(deps, query, evidence);
    case 'bill':
      return billedRows(deps, statement, line, evidence);
    case 'dues':
      return feeRows(deps.scenarios, statement, evidence);
    case 'adjustment':
      return adjustmentRows(line, evidence);
    case 'ledger':
      return ledgerRows(deps.ledger, line, statement, after);
    case 'lines':
      return lineRows(statement, evidence.lineIds);
    case 'carried':
      return { rows: [{ kind: 'line', lineId: evidence.lineId, title: line.title, amount: line.amount }] };
    case 'true-up':
      return trueUpRows(deps, statement, evidence);
    case 'restatement':
      return { rows: evidence.rows.map((row): EvidenceRow => ({ kind: 'restated', ...row })) };
  }
};

const usedThen = (store: SealedUseStore, { month, draft }: Period): UsedThen => {
  const use = draft?.use;
  return {
    days: async (owner) => (use === undefined ? undefined : store.days({ month, use }, owner)),
    shares: async () => (use === undefined ? undefined : store.shares({ month, use })),
  };
};

type Input = {
  month: string;
  memberId: string;
  lineId: string;
  after: string | undefined;
  actor: Actor | undefined;
};

/** Lists a page of the evidence behind a statement line: its parts when it was sealed. */
export const listLineEvidence = async (deps: EvidenceDeps, { month, memberId, lineId, after, actor }: Input) => {
  const result = await findStatement(deps, { month, memberId }, actor);
  if (!('found' in result)) return result;
  const { period, statement } = result.found;
  const line = statement.lines.find((one) => one.lineId === lineId);
  if (!line) return refuse('no-line', 'The statement has no such line.', '/path/lineId');
  // A member reads only its own share of a pool. The days of a pool are the consortium's, as its requests are.
  const seesDays = (of: string): boolean => of === memberId || readsWhole(actor);
  const used = usedThen(deps.use, period);
  const page = await pageOf({ ...deps, used }, { statement, line, after, seesDays });
  const adjusted = page.rows.flatMap((row) => (row.kind === 'adjustment' ? [row.by] : []));
  return answer({ line, ...page, ...(adjusted.length > 0 && { names: await deps.staffNames(adjusted) }) });
};
