import { handle } from '../../../../layers/platform/http/handle.ts';
import { printingDeps } from '../../deps.ts';
import { printLetters } from '../../use-cases/print-letters.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, printingDeps, ({ path, now }, deps) => printLetters(deps, path, now));
