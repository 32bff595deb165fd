import { handler as moveMoney } from '../../../functions/acquisitions/operations/move-money/handler.ts';
import { handler as setFund } from '../../../functions/acquisitions/operations/set-fund/handler.ts';
import { handler as setYear } from '../../../functions/acquisitions/operations/set-year/handler.ts';
import { memberStore } from '../../../functions/membership/public/member-store.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { OperationHandler } from '../../../layers/platform/http/handle.ts';
import { type Call, call } from '../../builders/call.ts';
import { at } from '../../builders/lending.ts';
import { staffAt } from '../../builders/people.ts';
import type { Scenarios } from './scenario.ts';
import { MADE } from './world.ts';

const asked = async (handler: OperationHandler, request: Call): Promise<void> => {
  const { status, body } = await call(handler.using(at(MADE)), request);
  if (status >= 300) throw new Error(`${handler.contract.id} answered ${status}: ${JSON.stringify(body)}`);
};

const [memberId, thisYear, lastYear] = ['cedar', MADE.slice(0, 4), String(Number(MADE.slice(0, 4)) - 1)];
const actor = staffAt(memberId, 'member-finance');
const yearBody = (year: string, v: number) => ({
  ...{ name: year, firstDay: `${year}-01-01`, lastDay: `${year}-12-31`, timeZone: 'UTC', currency: 'USD' },
  ...{ orderGraceDays: 0, invoiceGraceDays: 366, close: false, v },
});
const limits = { encumbrance: 100, expenditure: 100, warning: 'none' };
const fundBody = { name: 'Books', state: 'active', limits, edition: 0 };

const withFunds = async (table: Table, year: string): Promise<{ memberId: string; year: string }> => {
  const member = { type: 'public' as const, fiscalYearStartsIn: 1, lendsOnRequest: false, memberSince: '2020-01-01' };
  await memberStore(table).create({ memberId, name: 'Cedar', ...member }, MADE);
  const path = { memberId, year };
  await asked(setYear, { actor, path, body: yearBody(year, 0) });
  await asked(setFund, { actor, path: { ...path, code: 'BOOKS' }, body: fundBody });
  await asked(setFund, { actor, path: { ...path, code: 'ADULT' }, body: { ...fundBody, parent: 'BOOKS' } });
  return path;
};

/** Years, funds and movements of money. */
export const acquisitionsScenarios: Record<string, Scenarios> = {
  'acquisitions-move-money': [
    {
      what: 'an allocation to a fund under another',
      handler: moveMoney,
      prepare: async (table) => {
        const path = await withFunds(table, thisYear);
        return { actor, path, body: { kind: 'allocation', to: 'ADULT', amount: 5_000 } };
      },
    },
  ],
  'acquisitions-set-fund':
    'One write with its audit line, while it is as it was read: test/stores/acquisitions/funds.test.ts.',
  'acquisitions-set-year': [
    {
      what: 'the closing of a year with its funds',
      handler: setYear,
      prepare: async (table) => {
        const path = await withFunds(table, lastYear);
        return { actor, path, body: { ...yearBody(lastYear, 1), close: true } };
      },
    },
  ],
};
