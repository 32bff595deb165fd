import { exampleCodes } from '../../functions/finance/schemas/account-codes.ts';
import { fixtureScenario } from './fixture-workbench.ts';

const [preparer, approver] = ['staff:stf_01kaw5v7n0000000000000003z', 'staff:stf_01kaw5v7n0000000000000001z'];
const seal = 'd4f2a1b0'.repeat(8);
const months = Array.from({ length: 12 }, (_, at) => `2027-${String(at + 1).padStart(2, '0')}`);

/** Riverton's codes: two versions; nobody else has set any. */
export const fixtureCodes = (memberId: string) => ({
  ...{ memberId, names: { [preparer]: 'Ann Example' } },
  versions:
    memberId === 'riverton'
      ? [
          exampleCodes,
          {
            ...{ memberId, version: 1, effectiveFrom: '2026-01-01', default: { account: '6400' }, kinds: {} },
            ...{ purchaseOrders: [], changed: { at: '2025-12-10T10:00:00.000Z', by: preparer } },
          },
        ]
      : [],
});

/** The next version as it was set. */
export const fixtureCodesSet = (memberId: string, { version, ...codes }: Record<string, unknown>) => ({
  ...{ memberId, version: Number(version) + 1, ...codes },
  changed: { at: '2026-11-26T10:00:00.000Z', by: preparer },
});

/** An adopted scenario whose formula shares two costs. */
export const fixtureTwoCosts = (id: string) => {
  const view = fixtureScenario('scn_01kb0000000000000000000001', null);
  const { scenario } = view;
  const part = { kind: 'share', percent: '100', addPercent: '0', key: { by: 'equal' } };
  const parts = ['ils', 'courier'].map((cost) => ({ ...part, title: cost, cost }));
  const formula = { ...scenario.formula, name: 'two-costs', parts, guards: [] };
  const costs = { ils: 12_000_000, courier: 400_000 };
  return { ...view, scenario: { ...scenario, scenarioId: id, formula, costs } };
};

const amounts = { ashgrove: -41_250, calder: 12_500, harcourt: 30_000, lakeshore: 65_733, riverton: -9_983 };

/** The true-up of 2027: one that can be prepared; prepared, for an approver; then booked. */
export const fixtureTrueUp = (fee: string, costs: string | null, token: string) => {
  const parts = Object.entries(amounts).map(([memberId, amount]) => ({
    ...{ memberId, actual: 2_400_000 + amount, billed: 2_400_000, amount, invoices: ['2027-000001'] },
    // A school's year begins in July: half of its dues are billed after the consortium's year.
    ...(memberId === 'harcourt' && { billed: 1_200_000, toBill: 1_200_000 }),
  }));
  const amount = parts.reduce((sum, part) => sum + part.amount, 0);
  const isPrepared = token === 'approver';
  return {
    state: isPrepared ? 'prepared' : 'possible',
    trueUp: {
      ...{ year: 2027, fee, reference: 'scn_01kb0000000000000000000001', scenario: seal, currency: 'USD', cost: 'ils' },
      costs: { ils: 12_057_000, ...(costs !== null && { courier: Number(costs.split(':')[1]) }) },
      ...{ from: '2027-01', to: '2027-12', packs: months.map((month) => ({ month, hash: seal })), parts },
      ...{ actual: 12_000_000 + amount, billed: 10_800_000, toBill: 1_200_000, amount },
    },
    ...{ seal, names: { [preparer]: 'Ann Example' } },
    ...(isPrepared && { prepared: { at: '2028-01-20T10:00:00.000Z', by: preparer } }),
  };
};

/** The same after a step. */
export const fixtureTrueUpAfter = (fee: string, month?: string) => {
  const { names: _, ...shown } = fixtureTrueUp(fee, null, 'approver');
  return {
    ...shown,
    ...(month !== undefined && { state: 'booked', month, approved: { at: '2028-01-21T10:00:00.000Z', by: approver } }),
  };
};
