import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { PinHashes } from '../../../layers/records/attempts/data/pin-hash.ts';
import { agesOutWrites } from '../data/ages-out-store.ts';
import type { PatronsStores } from '../data/patrons-stores.ts';
import { refusedPin } from '../domain/cards/refused-pin.ts';
import { isMinorOn, type Person } from '../domain/identity/person.ts';
import { firstTerm, refusedDescription } from '../domain/record/category.ts';
import { answeredConsents, type ConsentAnswers } from '../domain/record/contact-consents.ts';

type Deps = Pick<PatronsStores, 'patrons' | 'patronsPolicy'> & { pins: PinHashes };
type Registration = {
  patronId: string;
  homeBranch: string;
  card: string;
  category: string;
  person: Person;
  pin?: string | undefined;
  guarantorId?: string | undefined;
  classes?: Record<string, string> | undefined;
  residence?: string | undefined;
  contactConsents?: ConsentAnswers | undefined;
  expiresOn?: string | undefined;
  now: number;
};

const refusals = {
  'card-taken': { detail: 'Somebody in the consortium has or had this card number.', pointer: '/body/card' },
  'branch-unknown': { detail: 'There is no such branch.', pointer: '/body/homeBranch' },
  'guarantor-unknown': { detail: 'There is no such patron to answer for this one.', pointer: '/body/guarantorId' },
} as const;

/** Registers a patron at the home member, with a card and, when given, a PIN. `beside` are writes of the same transaction. */
export const registerPatron = async (
  { patrons, pins, patronsPolicy }: Deps,
  registration: Registration,
  beside: readonly Write[],
) => {
  const { patronId, homeBranch, card, category, person, pin, guarantorId, classes, residence, now } = registration;
  const at = iso(now);
  const [policy, today] = [await patronsPolicy(now), at.slice(0, 10)];
  const { birthDate } = person;
  const { expiresOn = firstTerm(policy, category, today) } = registration;
  const refused = [
    ...refusedDescription(policy, { category, birthDate, expiresOn, classes, residence }, today),
    ...(pin === undefined ? [] : refusedPin(pin, { shortest: policy.pins.shortest, card, birthDate })),
  ];
  if (refused.length > 0) return { refused };
  const status = {
    ...{ patronId, homeMember: memberOfBranch(homeBranch), homeBranch, category, expiresOn },
    minor: isMinorOn(birthDate, today),
    ...(guarantorId !== undefined && { guarantorId }),
    ...(classes && { classes }),
    ...(residence !== undefined && { residence }),
  };
  const outcome = await patrons.register({
    ...{ status, person, card, now, at, contactConsents: answeredConsents({}, registration.contactConsents, at) },
    ...(pin !== undefined && { pinHash: await pins.hash(pin) }),
    beside: [...agesOutWrites(policy, { patronId, category, birthDate }), ...beside],
  });
  if (outcome === 'registered') return answer({ patronId });
  if (outcome === 'registered-already') throw new Error('An id was given twice.');
  return refuse(outcome, refusals[outcome].detail, refusals[outcome].pointer);
};
