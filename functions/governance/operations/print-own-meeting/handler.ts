import { handle } from '../../../../layers/platform/http/handle.ts';
import { seatPackDeps } from '../../deps.ts';
import { printOwnMeeting } from '../../use-cases/bodies/show-own-seats.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, seatPackDeps, ({ path, body: { session, paper, language }, now }, deps) =>
  printOwnMeeting(deps, { ...path, session, language, size: paper, now }),
);
