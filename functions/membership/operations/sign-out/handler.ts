import { staffOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { staffDeps } from '../../deps.ts';
import { signOutStaff } from '../../use-cases/sign-out-staff.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, staffDeps, ({ actor, body, now }, { staff }) => {
  const { id: staffId, session } = staffOf(actor);
  return signOutStaff(staff, { staffId, session, ...body, now });
});
