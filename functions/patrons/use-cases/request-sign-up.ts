import { answer, refuse, refuseFor } from '../../../layers/platform/http/outcome.ts';
import { sendEmail } from '../../../layers/platform/queues/email.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { logError } from '../../../layers/platform/runtime/log.ts';
import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';
import type { PinHashes } from '../../../layers/records/attempts/data/pin-hash.ts';
import type { PatronsStores } from '../data/patrons-stores.ts';
import type { SignUpStore } from '../data/sign-up-store.ts';
import { pinLengthOf } from '../domain/cards/pin.ts';
import { pinCodeOf } from '../domain/cards/pin-code.ts';
import type { Person } from '../domain/identity/person.ts';
import { refusedResidence } from '../domain/record/category.ts';
import { answeredConsents, type ConsentAnswers } from '../domain/record/contact-consents.ts';

const HOUR_SECONDS = 3600;

type Deps = Pick<PatronsStores, 'branches' | 'patronsPolicy'> &
  Pick<Runtime, 'environment' | 'ids'> & { signUps: SignUpStore; pins: PinHashes };
type SignUpRequest = {
  homeBranch: string;
  person: Person & { email: string };
  residence?: string | undefined;
  contactConsents?: ConsentAnswers | undefined;
  /** A field that people do not see: only robots fill it in. */
  website: string;
  now: number;
};

/** Sends the code that confirms a sign-up. Robots and addresses with too many codes get the same response without a code. */
export const requestSignUp = async (deps: Deps, request: SignUpRequest) => {
  const { homeBranch, person, residence, contactConsents, website, now } = request;
  const { signUps, ids } = deps;
  const policy = await deps.patronsPolicy(now);
  const { open, codeMinutes, perAddress, perBranchHour } = policy.selfRegistration;
  if (!open) return refuse('sign-up-closed', 'Come to a desk.');
  const sender = deps.environment.maybe('NOTICE_SENDER');
  if (!sender) return refuse('no-e-mail', 'Come to a desk.');
  if (!(await deps.branches.known(homeBranch, now)))
    return refuse('branch-unknown', 'No such branch.', '/body/homeBranch');
  const refused = refusedResidence(policy, residence);
  if (refused.length > 0) return { refused };
  const [signUpId, code] = [ids.secret(), pinCodeOf(ids.secret())];
  const done = answer({ signUpId, goodForMinutes: codeMinutes, pinLength: pinLengthOf(policy) });
  if (website !== '') return done;
  if (!(await signUps.countAtBranch(homeBranch, now, perBranchHour))) {
    return refuseFor(HOUR_SECONDS - (Math.floor(now / 1000) % HOUR_SECONDS), 'try-later', 'Too many at this branch.');
  }
  const [patronId, codeHash] = [ids.next('patron', now), await deps.pins.hash(code)];
  if (!(await signUps.countTo(person.email, now, perAddress))) return done;
  await signUps.save({
    contactConsents: answeredConsents({}, contactConsents, iso(now)),
    ...{ signUpId, patronId, homeBranch, person, codeHash, goodUntil: now + codeMinutes * 60_000 },
    ...(residence !== undefined && { residence }),
  });
  const text = `Your code for a library card: ${code}\nIt is good for ${codeMinutes} minutes. If you did not ask for a card, do nothing.\n`;
  try {
    await sendEmail(sender, { to: person.email, subject: 'Your code for a library card', text });
  } catch (error) {
    logError('send a code', error);
  }
  return done;
};
