import { work } from '../../../../layers/platform/http/work.ts';
import { archiveDeps } from '../../deps.ts';
import { compactFacts } from '../../use-cases/compact-facts.ts';
import { contract } from './contract.ts';

export const handler = work(contract, archiveDeps, (_event: object, deps, { now }) => compactFacts(deps, now));
