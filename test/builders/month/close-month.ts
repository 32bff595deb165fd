import { keys as financeKeys } from '../../../functions/finance/data/keys.ts';
import { chainWrite } from '../../../functions/finance/data/period-store.ts';
import { scenarioStore, sealOf as sealOfScenario } from '../../../functions/finance/data/scenario-store.ts';
import type { Written } from '../../../functions/finance/data/statement-store.ts';
import type { ClosingDeps } from '../../../functions/finance/deps.ts';
import {
  reckonScenario,
  reportedFiguresSchema,
  scenarioInputSchema,
} from '../../../functions/finance/domain/cost-sharing/scenario.ts';
import type { DailySum } from '../../../functions/finance/domain/metering/aggregate.ts';
import { meteredFigures } from '../../../functions/finance/domain/periods/metered-figures.ts';
import {
  type MeteredFigures,
  newPeriod,
  type Period,
  takePeriodStep,
} from '../../../functions/finance/domain/periods/period.ts';
import { draftHash, sealOf } from '../../../functions/finance/domain/statements/pack.ts';
import { usageStore } from '../../../functions/finance/public/usage-store.ts';
import { closePeriod } from '../../../functions/finance/use-cases/close-period.ts';
import { draftStatements } from '../../../functions/finance/use-cases/draft-statements.ts';
import { memberStore } from '../../../functions/membership/public/member-store.ts';
import { chunks } from '../../../layers/kernel/collections/chunks.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import { sha256 } from '../../../layers/platform/objects/sha-256.ts';
import { keys as ledgerKeys } from '../../../layers/records/ledger/data/keys.ts';

const made = { at: '2025-11-01T10:00:00.000Z', by: 'staff:stf_preparer' };

/** Writes members into a table, with an adopted yearly fee, shared half equally and half by items. */
export const withAdoptedFee = async (table: Table, ids: readonly string[], year: number): Promise<void> => {
  for (const memberId of ids) {
    const member = { memberId, name: memberId, type: 'public' as const, fiscalYearStartsIn: 1, lendsOnRequest: false };
    await memberStore(table).create(member, made.at);
  }
  const half = { kind: 'share', cost: 'ils', percent: '50' };
  const input = scenarioInputSchema.parse({
    ...{ title: 'Dues', year, costs: { ils: 12_000_000 } },
    formula: {
      ...{ name: 'membership', title: 'Membership', source: 'Worked by us', currency: 'USD' },
      parts: [
        { ...half, title: 'Alike', key: { by: 'equal' } },
        { ...half, title: 'Items', key: { by: 'figure', figure: 'items' } },
      ],
    },
  });
  const stored = ids.map((memberId, at) =>
    reportedFiguresSchema.parse({ memberId, figures: { items: { [year]: 1000 + at * 7 } }, changed: made, v: 1 }),
  );
  const outcome = reckonScenario(input, stored);
  if ('refused' in outcome) throw new Error(JSON.stringify(outcome.refused));
  const draft = { scenarioId: 'scn_1', ...input, state: 'draft' as const, made, preparers: [made.by], v: 1 };
  const { rows, total, payers } = outcome;
  const sealed = { seal: sealOfScenario(draft, outcome), members: rows.length, total, payers };
  const adopted = { ...made, decisionReference: 'Board', ...sealed };
  const audit = (auditId: string) => ({ ...made, auditId, subject: 'scenario:scn_1', did: 'adopt', detail: {} });
  const store = scenarioStore(table);
  await store.add(draft, { audit: audit('aud_1'), beside: [] });
  const done = await store.adopt(
    { ...draft, state: 'adopted', adopted, v: 2 },
    outcome,
    { audit: audit('aud_2'), beside: [] },
    (await store.adoptedIn(year)).adoptions,
  );
  if (!done) throw new Error('The fee was not adopted.');
};

const stepped = (period: Period | { refused: unknown }): Period => {
  if ('refused' in period) throw new Error(JSON.stringify(period.refused));
  return period;
};

const preparer = (now: number) => ({ by: made.by, now });

/** Writes a month's use into the table, metered by a preparer: the state before its statements are written. */
export const reconciledMonth = async (
  { table, months, periods }: ClosingDeps,
  { month, sums, now }: { month: string; sums: readonly DailySum[]; now: number },
): Promise<void> => {
  await usageStore(table).loadPast(sums.map((sum) => ({ ...sum, synthetic: true as const })));
  const read = await months.readByDay(month, now);
  if ('refused' in read) throw new Error(JSON.stringify(read.refused));
  const before = await periods.load(month);
  const metered = meteredFigures(read.report, read.synthetic);
  const taken = stepped(takePeriodStep(before.period, 'meter', { metered }, preparer(now)));
  const against = { metered, reconciliation: { reason: 'Trial month' } };
  await periods.save(before, stepped(takePeriodStep(taken, 'reconcile', against, preparer(now))));
};

/** Writes the month's statements, approves, books and seals them, like the workflow. Returns the seconds of each step. */
export const closeMonth = async (deps: ClosingDeps, month: string, now: number) => {
  const began = performance.now();
  await draftStatements(deps, month, now);
  const drafted = performance.now();
  const before = await deps.periods.load(month);
  const { draft } = before.period;
  if (!draft) throw new Error(before.period.blocked ?? 'No statements were written.');
  const approval = { hash: draft.hash, preparers: [], latestBill: undefined };
  const approved = takePeriodStep(before.period, 'approve', approval, { by: 'staff:stf_approver', now });
  await deps.periods.save(before, stepped(approved));
  const booking = performance.now();
  if (!(await closePeriod(deps, month, { now, timeLeft: () => true }))) throw new Error(`${month} is not closed.`);
  return { draft: drafted - began, book: performance.now() - booking, statements: draft.statements };
};

const noFigures: Omit<MeteredFigures, 'provisionalUntil'> = {
  ...{ currency: 'USD', total: '1.000000000000', unattributed: '0.000000000000' },
  ...{ synthetic: true, priceBook: 'us-east-1/2024-11-01/8' },
};

/**
 * Writes a month into the table as a close leaves it, without closing it: its statements booked, its period sealed after the
 * previous month. For readers of many closed months.
 */
export const putClosedMonth = async (
  { table, periods, statements }: ClosingDeps,
  month: string,
  written: readonly Written[],
  now: number,
): Promise<void> => {
  const metered = { ...noFigures, provisionalUntil: `${month}-28` };
  const taken = stepped(takePeriodStep(newPeriod(month), 'meter', { metered }, preparer(now)));
  const against = { metered, reconciliation: { reason: 'Trial month' } };
  const reconciled = stepped(takePeriodStep(taken, 'reconcile', against, preparer(now)));
  await periods.save({ period: newPeriod(month), v: 0 }, reconciled);
  await statements.keep(reconciled, written);
  const heads = await statements.heads(reconciled);
  const booked = new Date(now).toISOString();
  for (const some of chunks(heads, 100))
    await table.write(
      some.map(({ memberId }) => ({ update: financeKeys.key('statement', { month, memberId }), set: { booked } })),
    );
  const all = heads.map((head) => ({ ...head, booked }));
  const hash = draftHash(month, all, sha256);
  const draft = { hash, statements: all.length, currency: 'USD', total: 0, due: 0 };
  const approval = { hash, preparers: [], latestBill: undefined };
  const by = { by: 'staff:stf_approver', now };
  const approved = stepped(takePeriodStep({ ...reconciled, draft }, 'approve', approval, by));
  const previous = await periods.chainEnd();
  const sealing = (period: Period) => sealOf(period, all, previous, sha256);
  const closed = stepped(takePeriodStep(approved, 'close', { sealing }, { by: 'workflow', now }));
  if (!closed.seal) throw new Error('It has no seal.');
  await table.write([
    { put: { ...ledgerKeys.key('period', { month }), ...stamp('period', 2), ...closed } },
    chainWrite(month, closed.seal),
  ]);
};
