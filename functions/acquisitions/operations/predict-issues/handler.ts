import { handle } from '../../../../layers/platform/http/handle.ts';
import { serialDeps } from '../../deps.ts';
import { predictIssues } from '../../use-cases/predict-issues.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, serialDeps, ({ path: place, body: asked, keep }, deps) =>
  predictIssues(deps, { place, asked, keep }),
);
