import { work } from '../../../../layers/platform/http/work.ts';
import { redecidingDeps } from '../../deps.ts';
import { redecideUnions } from '../../use-cases/redecide-unions.ts';
import { contract } from './contract.ts';

export const handler = work(contract, redecidingDeps, async (_event: unknown, deps) => redecideUnions(deps));
