import { work } from '../../../../layers/platform/http/work.ts';
import { evidencePackDeps } from '../../deps.ts';
import { packEvidence } from '../../use-cases/pack-evidence.ts';
import { contract } from './contract.ts';

/** Within the function's five minutes, new days start during this many milliseconds: the rest is for the current day. */
const PACKING_MS = 150_000;

export const handler = work(contract, evidencePackDeps, (_event: unknown, { clock, ...deps }, { now }) =>
  packEvidence(deps, { now, timeLeft: () => clock.now() - now < PACKING_MS }),
);
