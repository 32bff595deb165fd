import type * as z from 'zod';
import { type LedgerStore, ledgerStore } from '../../../layers/data/ledger-store.ts';
import { type UsageStore, usageStore } from '../../../layers/data/usage-store.ts';
import type { LedgerEntry } from '../../../layers/domain/ledger/entry.ts';
import { isCharge } from '../../../layers/domain/ledger/owed.ts';
import { byId } from '../../../layers/domain/money/split.ts';
import type { EvidenceRef, Statement, StatementLine } from '../../../layers/domain/statements/statement.ts';
import { handle } from '../../../layers/http/handle.ts';
import { answer, refuse } from '../../../layers/http/outcome.ts';
import { readsWhole } from '../readers.ts';
import { statementAsked, statementHouse } from '../statement-asked.ts';
import { contract } from './contract.ts';

type Row = z.infer<typeof contract.output>['rows'][number];
type Page = { rows: Row[]; next?: string };
type UsageRef = Extract<EvidenceRef, { kind: 'usage' }>;

/** Entries that are looked through for a page. */
const LIMIT = 500;

const dayRows = async (usage: UsageStore, month: string, { of, service }: UsageRef): Promise<Page> => {
  const days = (await usage.ofOne(month, of)).filter((day) => day.service === service);
  const ordered = days.toSorted((a, b) => byId(`${a.day} ${a.operation}`, `${b.day} ${b.operation}`));
  return {
    rows: ordered.map(({ day, operation, events, succeeded, synthetic }): Row => {
      return { kind: 'day', day, operation, events, succeeded, synthetic };
    }),
  };
};

const shareRows = ({ operations }: UsageRef): Page => ({
  rows: operations.map((row): Row => ({ kind: 'share', ...row })),
});

const entryRows = (entries: readonly LedgerEntry[], memberId: string, currency: string): Row[] =>
  entries
    .filter((entry) => entry.currency === currency)
    .flatMap(({ entryId, at, kind: entryKind, lines }) =>
      lines.flatMap(({ member, account, side, amount }): Row[] => {
        if (member !== memberId || (account !== 'due-from-members' && account !== 'due-to-members')) return [];
        return [{ kind: 'entry', entryId, at, entryKind, account, side, amount, currency }];
      }),
    );

const ledgerRows = async (
  ledger: LedgerStore,
  line: StatementLine,
  { month, memberId }: Statement,
  after: string | undefined,
): Promise<Page> => {
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

const lineRows = ({ lines }: Statement, lineIds: readonly string[]): Page => ({
  rows: lines.flatMap(({ lineId, title, amount }): Row[] =>
    lineIds.includes(lineId) ? [{ kind: 'line', lineId, title, amount }] : [],
  ),
});

export const handler = handle(
  contract,
  (runtime) => {
    const house = statementHouse(runtime);
    return { ...house, usage: usageStore(house.table), ledger: ledgerStore(house.table) };
  },
  async ({ actor, path, query: { after } }, { usage, ledger, ...house }) => {
    const asked = await statementAsked(house, path, actor);
    if (!asked) return refuse('no-statement', 'There is no such statement, or not yet.');
    const statement = await house.statements.read(asked.head);
    const line = statement.lines.find(({ lineId }) => lineId === path.lineId);
    if (!line) return refuse('no-line', 'The statement has no such line.', '/path/lineId');
    const { evidence } = line;
    const page = async (): Promise<Page> => {
      if (evidence.kind === 'ledger') return ledgerRows(ledger, line, statement, after);
      if (evidence.kind === 'lines') return lineRows(statement, evidence.lineIds);
      if (evidence.kind !== 'usage') return { rows: [] };
      // Of a pool a member reads its own share; its days are the consortium's, as its requests are.
      const days = evidence.service !== 'platform' && (evidence.of === path.memberId || readsWhole(actor));
      return days ? dayRows(usage, path.month, evidence) : shareRows(evidence);
    };
    return answer({ line, ...(await page()) });
  },
);
