import { handle } from '../../../../layers/platform/http/handle.ts';
import { bodyDeps } from '../../deps.ts';
import { showPublicMinutes } from '../../use-cases/bodies/show-public.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, bodyDeps, ({ path: { bodyId, meetingId } }, deps) =>
  showPublicMinutes(deps, bodyId, meetingId),
);
