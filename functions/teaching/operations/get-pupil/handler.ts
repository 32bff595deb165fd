import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { schoolDeps } from '../../deps.ts';
import { showPupil } from '../../use-cases/show-pupil.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, schoolDeps, async ({ path }, deps) => {
  const pupil = await showPupil(deps, path);
  return pupil ? answer(pupil) : refuse('no-pupil', contract.refusals['no-pupil'].meaning, '/path/patronId');
});
