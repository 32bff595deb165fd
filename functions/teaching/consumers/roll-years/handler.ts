import { work } from '../../../../layers/platform/http/work.ts';
import { tableDeps } from '../../deps.ts';
import { rollYears } from '../../use-cases/roll-years.ts';
import { contract } from './contract.ts';

export const handler = work(contract, tableDeps, (_event: unknown, { table, ids }, { now }) =>
  rollYears(table, ids, now),
);
