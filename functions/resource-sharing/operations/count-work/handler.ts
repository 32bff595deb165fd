import { staffOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { readDeps } from '../../deps.ts';
import { membersOf } from '../../domain/requests/members-of-staff.ts';
import { countWork } from '../../use-cases/count-work.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, readDeps, ({ actor, path }, deps) =>
  countWork(deps, { ...path, members: membersOf(staffOf(actor).grants) }),
);
