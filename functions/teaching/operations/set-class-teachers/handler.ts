import { handle } from '../../../../layers/platform/http/handle.ts';
import { schoolDeps } from '../../deps.ts';
import { setClassTeachers } from '../../use-cases/set-class-teachers.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, schoolDeps, ({ path, body }, deps) =>
  setClassTeachers(deps, { ...path, ...body }),
);
