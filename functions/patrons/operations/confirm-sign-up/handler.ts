import { pinCodeOf } from '../../../../layers/kernel/identity/pin-code.ts';
import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { hashPin, pinFits } from '../../data/scrypt-hash.ts';
import { signUpStore } from '../../data/sign-up-store.ts';
import { isMinorOn } from '../../domain/person.ts';
import { temporaryStatus } from '../../domain/sign-up.ts';
import { deskStores, patronsPolicy } from '../../use-cases/desk.ts';
import { refusedPin } from '../../use-cases/pin-refusals.ts';
import { temporaryWrite } from '../../use-cases/temporary-patrons.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, deskStores, async ({ body, now }, { table, ids, patrons, ...stores }) => {
  const policy = await patronsPolicy(stores, now);
  if (!policy.selfRegistration.open) return refuse('sign-up-closed', 'Come to a desk.');
  const card = `T${pinCodeOf(ids.secret())}${pinCodeOf(ids.secret()).slice(0, 2)}`;
  const refused = refusedPin(body.pin, card);
  if (refused.length > 0) return { refused };
  const signUps = signUpStore(table);
  const signUp = await signUps.attempt(body.signUpId, now);
  const wrong = refuse('code-refused', 'Ask for another code.', '/body/code');
  // Computed for nobody as well: the time of an answer does not tell whether there is such a sign-up.
  if (!(await pinFits(body.code, signUp?.codeHash)) || !signUp) return wrong;
  const { patronId, homeBranch, person } = signUp;
  const at = iso(now);
  const minor = isMinorOn(person.birthDate, at.slice(0, 10));
  const temporary = temporaryStatus(policy, at);
  const { expiresOn } = temporary;
  const outcome = await patrons.register({
    status: { patronId, homeMember: memberOfBranch(homeBranch), homeBranch, minor, ...temporary },
    ...{ person, card, pinHash: await hashPin(body.pin), now, at },
    beside: [temporaryWrite(patronId, expiresOn), signUps.spend(signUp)],
  });
  if (outcome === 'branch-unknown') return refuse(outcome, contract.refusals[outcome].meaning);
  // A number that somebody has is as rare as a code used at two places at once: either way another code helps.
  if (outcome !== 'registered') return wrong;
  return answer({ card, expiresOn, mayBorrow: policy.selfRegistration.mayBorrow });
});
