import { work } from '../../../../layers/platform/http/work.ts';
import { alertDeps } from '../../deps.ts';
import { alertSearches } from '../../use-cases/alert-searches.ts';
import { contract } from './contract.ts';

export const handler = work(contract, alertDeps, (_event: unknown, deps, { now }) => alertSearches(deps, now));
