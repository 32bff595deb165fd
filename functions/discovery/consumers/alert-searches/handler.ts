import { work } from '../../../../layers/platform/http/work.ts';
import { alertDeps } from '../../deps.ts';
import { workHourly } from '../../use-cases/work-hourly.ts';
import { contract } from './contract.ts';

export const handler = work(contract, alertDeps, (_event: unknown, deps, { now }) => workHourly(deps, now));
