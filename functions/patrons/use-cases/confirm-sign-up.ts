import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';
import type { PinHashes } from '../../../layers/records/attempts/data/pin-hash.ts';
import type { PatronsStores } from '../data/patrons-stores.ts';
import type { SignUpStore } from '../data/sign-up-store.ts';
import { temporaryWrite } from '../data/temporary-patron-store.ts';
import { pinCodeOf } from '../domain/cards/pin-code.ts';
import { refusedBirthday, refusedPin } from '../domain/cards/refused-pin.ts';
import { isMinorOn } from '../domain/identity/person.ts';
import { temporaryStatus } from '../domain/identity/sign-up.ts';

type Deps = Pick<PatronsStores, 'patrons' | 'patronsPolicy'> &
  Pick<Runtime, 'ids'> & { signUps: SignUpStore; pins: PinHashes };
type Confirmation = { signUpId: string; code: string; pin: string; now: number };

/** Registers a temporary patron after confirmation with the code that was sent. */
export const confirmSignUp = async (deps: Deps, { signUpId, code, pin, now }: Confirmation) => {
  const { patrons, signUps, pins, ids } = deps;
  const policy = await deps.patronsPolicy(now);
  if (!policy.selfRegistration.open) return refuse('sign-up-closed', 'Come to a desk.');
  const card = `T${pinCodeOf(ids.secret())}${pinCodeOf(ids.secret()).slice(0, 2)}`;
  const refused = refusedPin(pin, { shortest: policy.pins.shortest, card });
  if (refused.length > 0) return { refused };
  const signUp = await signUps.attempt(signUpId, now);
  const wrong = refuse('code-refused', 'Ask for another code.', '/body/code');
  // Computed without a sign-up as well, so that the response time does not reveal whether there is one.
  if (!(await pins.fits(code, signUp?.codeHash)) || !signUp) return wrong;
  const { patronId, homeBranch, person, residence, contactConsents } = signUp;
  const shown = refusedBirthday(pin, person.birthDate);
  if (shown.length > 0) return { refused: shown };
  const at = iso(now);
  const minor = isMinorOn(person.birthDate, at.slice(0, 10));
  const temporary = temporaryStatus(policy, at);
  const { expiresOn } = temporary;
  const outcome = await patrons.register({
    status: {
      ...{ patronId, homeMember: memberOfBranch(homeBranch), homeBranch, minor, ...temporary },
      ...(residence !== undefined && { residence }),
    },
    ...{ person, contactConsents, card, pinHash: await pins.hash(pin), now, at },
    beside: [temporaryWrite(patronId, memberOfBranch(homeBranch), expiresOn), signUps.spend(signUp)],
  });
  if (outcome === 'branch-unknown') return refuse(outcome, 'There is no such branch any more.');
  // A card number that exists already is as rare as a code used concurrently: another code resolves both.
  if (outcome !== 'registered') return wrong;
  return answer({ card, expiresOn, mayBorrow: policy.selfRegistration.mayBorrow });
};
