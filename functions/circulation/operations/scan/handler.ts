import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { circulationDeps } from '../../deps.ts';
import { identifyScan } from '../../use-cases/identify-scan.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, circulationDeps, async ({ body, now }, deps) =>
  answer(await identifyScan(deps, body.scan, now)),
);
