import { work } from '../../../../layers/platform/http/work.ts';
import { tableDeps } from '../../deps.ts';
import { endTerms } from '../../use-cases/end-terms.ts';
import { contract } from './contract.ts';

export const handler = work(contract, tableDeps, (_event: unknown, { table }, { now }) => endTerms(table, now));
