import { work } from '../../../../layers/platform/http/work.ts';
import { maintenanceDeps } from '../../deps.ts';
import { maintainPatrons } from '../../use-cases/maintain-patrons.ts';
import { contract } from './contract.ts';

export const handler = work(contract, maintenanceDeps, (_event: unknown, deps, { now }) => maintainPatrons(deps, now));
