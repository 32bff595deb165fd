import { handle } from '../../../../layers/platform/http/handle.ts';
import { packDeps } from '../../deps.ts';
import { printMeeting } from '../../use-cases/bodies/print-meeting.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, packDeps, ({ path, body: { paper: size, language }, now }, deps) =>
  printMeeting(deps, { ...path, size, language, now }),
);
