import { work } from '../../../../layers/platform/http/work.ts';
import { holdWorkDeps } from '../../deps.ts';
import { wakeHolds } from '../../use-cases/wake-holds.ts';
import { contract } from './contract.ts';

export const handler = work(contract, holdWorkDeps, (_event: unknown, { table, holdWork }, { now }) =>
  wakeHolds(table, holdWork, now),
);
