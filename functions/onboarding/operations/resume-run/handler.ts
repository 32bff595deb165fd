import { handle } from '../../../../layers/platform/http/handle.ts';
import { resumingDeps } from '../../deps.ts';
import { resumeRun } from '../../use-cases/resume-run.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, resumingDeps, ({ actor, path, now }, deps) =>
  resumeRun(deps, { actor, path }, now),
);
