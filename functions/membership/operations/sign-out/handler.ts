import { staffOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { staffDeps } from '../../deps.ts';
import { signOutStaff } from '../../use-cases/sign-out-staff.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, staffDeps, ({ actor, body, now }, { staff }) => {
  const { id: staffId, session, desk } = staffOf(actor);
  const one = session === undefined ? undefined : { session, isAtDesk: desk !== undefined };
  return signOutStaff(staff, { staffId, session: one, ...body, now });
});
