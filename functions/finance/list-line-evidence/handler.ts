import { type LedgerStore, ledgerStore } from '../../../layers/data/ledger-store.ts';
import { monthStore } from '../../../layers/data/month-store.ts';
import { openBucket } from '../../../layers/data/object-store.ts';
import { platformBillStore } from '../../../layers/data/platform-bill-store.ts';
import { scenarioStore } from '../../../layers/data/scenario-store.ts';
import { usageStore } from '../../../layers/data/usage-store.ts';
import type { LedgerEntry } from '../../../layers/domain/ledger/entry.ts';
import { isCharge } from '../../../layers/domain/ledger/owed.ts';
import { byId } from '../../../layers/domain/money/split.ts';
import type { EvidenceRef, Statement, StatementLine } from '../../../layers/domain/statements/statement.ts';
import { handle } from '../../../layers/http/handle.ts';
import { answer, refuse } from '../../../layers/http/outcome.ts';
import { kept } from '../../../layers/runtime/kept.ts';
import type { EvidencePage, EvidenceRow } from '../evidence-row-shapes.ts';
import { adjustmentRows, billedRows, dayRows, type EvidenceHouse, feeRows } from '../line-evidence.ts';
import { readsWhole } from '../readers.ts';
import { statementAsked, statementHouse } from '../statement-asked.ts';
import { trueUpRows } from '../true-up-rows.ts';
import { contract } from './contract.ts';

type UsageRef = Extract<EvidenceRef, { kind: 'usage' }>;

/** How long a month's report is kept between two lines that are opened, in ms. */
const KEPT_MS = 60_000;
/** Entries that are looked through for a page. */
const LIMIT = 500;

const shareRows = ({ operations }: UsageRef): EvidencePage => ({
  rows: operations.map((row): EvidenceRow => ({ kind: 'share', ...row })),
});

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

type Asked = {
  statement: Statement;
  line: StatementLine;
  after: string | undefined;
  seesDays: (of: string) => boolean;
};

type House = EvidenceHouse & Parameters<typeof trueUpRows>[0] & { ledger: LedgerStore };

const pageOf = (house: House, asked: Asked): EvidencePage | Promise<EvidencePage> => {
  const { statement, line, after, seesDays } = asked;
  const { evidence } = line;
  switch (evidence.kind) {
    case 'usage': {
      const days = evidence.service !== 'platform' && seesDays(evidence.of);
      return days ? dayRows(house, statement, evidence) : shareRows(evidence);
    }
    case 'bill':
      return billedRows(house, statement, line, evidence);
    case 'dues':
      return feeRows(house.scenarios, statement, evidence);
    case 'adjustment':
      return adjustmentRows(line, evidence);
    case 'ledger':
      return ledgerRows(house.ledger, line, statement, after);
    case 'lines':
      return lineRows(statement, evidence.lineIds);
    case 'true-up':
      return trueUpRows(house, statement, evidence);
  }
};

export const handler = handle(
  contract,
  (runtime) => {
    const house = statementHouse(runtime);
    const { table } = house;
    const months = monthStore(runtime);
    return {
      ...{ ...house, usage: usageStore(table), ledger: ledgerStore(table), scenarios: scenarioStore(table) },
      ...{ bills: platformBillStore(table), bucket: () => openBucket(runtime) },
      // Lines are opened one after the other: a closed month is the same for all of them.
      monthAt: kept(KEPT_MS, (month, now) => months.read(month, now)),
    };
  },
  async ({ actor, path, query: { after }, now }, { monthAt, ...house }) => {
    const asked = await statementAsked(house, path, actor);
    if (!asked) return refuse('no-statement', 'There is no such statement, or not yet.');
    const statement = await house.statements.read(asked.head);
    const line = statement.lines.find(({ lineId }) => lineId === path.lineId);
    if (!line) return refuse('no-line', 'The statement has no such line.', '/path/lineId');
    const report = async () => {
      const read = await monthAt(path.month, now);
      return 'refused' in read ? undefined : read.report;
    };
    // Of a pool a member reads its own share; its days are the consortium's, as its requests are.
    const seesDays = (of: string): boolean => of === path.memberId || readsWhole(actor);
    return answer({ line, ...(await pageOf({ ...house, report }, { statement, line, after, seesDays })) });
  },
);
