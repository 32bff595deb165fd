import { handle } from '../../../../layers/platform/http/handle.ts';
import { votingDeps } from '../../deps.ts';
import { previewBylaws } from '../../use-cases/voting/preview-bylaws.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, votingDeps, ({ body, now }, deps) => previewBylaws(deps, body, now));
