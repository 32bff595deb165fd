import { byId } from '../../../../layers/kernel/money/split.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { openBucket } from '../../../../layers/platform/objects/object-store.ts';
import { type LedgerStore, ledgerStore } from '../../../../layers/records/ledger/data/ledger-store.ts';
import type { LedgerEntry } from '../../../../layers/records/ledger/domain/entry.ts';
import { isCharge } from '../../../../layers/records/ledger/domain/owed.ts';
import { type PolicyStore, policyStore } from '../../../../layers/records/policies/data/policy-store.ts';
import { platformBillStore } from '../../data/platform-bill-store.ts';
import { scenarioStore } from '../../data/scenario-store.ts';
import { type SealedUseStore, sealedUseStore } from '../../data/sealed-use-store.ts';
import type { Period } from '../../domain/periods/period.ts';
import type { Statement, StatementLine } from '../../domain/statements/statement.ts';
import type { EvidencePage, EvidenceRow } from '../../schemas/evidence-row-shapes.ts';
import {
  adjustmentRows,
  billedRows,
  dayRows,
  type EvidenceHouse,
  feeRows,
  type UsedThen,
} from '../../use-cases/line-evidence.ts';
import { poolOf, shareRows } from '../../use-cases/pool-shares.ts';
import { readsWhole } from '../../use-cases/readers.ts';
import { statementAsked, statementHouse } from '../../use-cases/statement-asked.ts';
import { trueUpRows } from '../../use-cases/true-up-rows.ts';
import { contract } from './contract.ts';

/** Entries that are looked through for a page. */
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

type Asked = {
  statement: Statement;
  line: StatementLine;
  after: string | undefined;
  seesDays: (of: string) => boolean;
};

type House = EvidenceHouse & Parameters<typeof trueUpRows>[0] & { ledger: LedgerStore; policies: PolicyStore };

type Usage = Extract<StatementLine['evidence'], { kind: 'usage' }>;

/** Days where they are kept and the asker may see them, or the line by operation; of a pool with its whole and the share of it. */
const usageRows = async (house: House, asked: Asked, evidence: Usage): Promise<EvidencePage> => {
  const { statement, line, seesDays } = asked;
  const days = evidence.service !== 'platform' && seesDays(evidence.of) ? await dayRows(house, evidence) : undefined;
  const page = days ?? { rows: await shareRows(house.policies, statement, evidence) };
  return evidence.of === statement.memberId ? page : { ...page, ...(await poolOf(house.used, statement, line)) };
};

const pageOf = (house: House, asked: Asked): EvidencePage | Promise<EvidencePage> => {
  const { statement, line, after } = asked;
  const { evidence } = line;
  switch (evidence.kind) {
    case 'usage':
      return usageRows(house, asked, evidence);
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

export const handler = handle(
  contract,
  (runtime) => {
    const house = statementHouse(runtime);
    const { table } = house;
    const bucket = () => openBucket(runtime);
    return {
      ...{ ...house, ledger: ledgerStore(table), scenarios: scenarioStore(table) },
      ...{ policies: policyStore(table), bills: platformBillStore(table), bucket, use: sealedUseStore(bucket) },
    };
  },
  async ({ actor, path, query: { after } }, { use, ...house }) => {
    const asked = await statementAsked(house, path, actor);
    if (!asked) return refuse('no-statement', 'There is no such statement, or not yet.');
    const statement = await house.statements.read(asked.head);
    const line = statement.lines.find(({ lineId }) => lineId === path.lineId);
    if (!line) return refuse('no-line', 'The statement has no such line.', '/path/lineId');
    // Of a pool a member reads its own share; its days are the consortium's, as its requests are.
    const seesDays = (of: string): boolean => of === path.memberId || readsWhole(actor);
    const used = usedThen(use, asked.period);
    return answer({ line, ...(await pageOf({ ...house, used }, { statement, line, after, seesDays })) });
  },
);
