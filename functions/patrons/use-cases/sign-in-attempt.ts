import { refuseFor } from '../../../layers/platform/http/outcome.ts';
import type { AttemptOf, AttemptRefused } from '../../../layers/records/attempts/data/attempt-store.ts';
import {
  codeRequestRules,
  codeRules,
  machinePinRules,
  ownPinRules,
  pinRules,
  vendorPinRules,
} from '../../../layers/records/attempts/domain/rules.ts';
import { addressSources, machineSource } from '../../../layers/records/attempts/domain/source.ts';
import { attemptRefusals } from '../schemas.ts';

/** Returns the subject of attempts at a card number, whether or not there is such a card. */
export const cardSubject = (number: string): string => `card ${number}`;

/** Returns an attempt at a card's PIN from an internet address. */
export const pinAttempt = (number: string, address: string): AttemptOf => ({
  ...{ rules: pinRules, subject: cardSubject(number), ...addressSources(address) },
});

/** Returns an attempt of a signed-in patron at the PIN of the own card. */
export const ownPinAttempt = (number: string, address: string): AttemptOf => ({
  ...{ rules: ownPinRules, subject: cardSubject(number), ...addressSources(address) },
});

/** Returns an attempt of a signed-in patron to sign in at a vendor of e-books with the own card. */
export const vendorPinAttempt = (number: string, address: string): AttemptOf => ({
  ...{ rules: vendorPinRules, subject: cardSubject(number), ...addressSources(address) },
});

/** Returns an attempt at a card's PIN at a machine, such as a self-check. */
export const machinePinAttempt = (number: string, clientId: string): AttemptOf => ({
  ...{ rules: machinePinRules, subject: cardSubject(number), source: machineSource(clientId) },
});

/** Returns an attempt at an e-mailed code. It is counted apart from PINs: the code is the way out of a lock. */
export const codeAttempt = (number: string, address: string): AttemptOf => ({
  ...{ rules: codeRules, subject: cardSubject(number), ...addressSources(address) },
});

/** Returns a request for an e-mailed code, of which an address gets some for a card in a day. */
export const codeRequest = (number: string, address: string, perDay: number): AttemptOf => ({
  ...{ rules: codeRequestRules(perDay), subject: cardSubject(number), ...addressSources(address) },
});

const codes = {
  locked: 'sign-in-locked',
  subject: 'code-needed',
  source: 'too-many-failures',
  network: 'too-many-failures',
  pair: 'too-many-failures',
  busy: 'too-many-at-once',
} as const;

/** Returns the refusal of an attempt that is not made, with the seconds until another may be. */
export const refuseAttempt = ({ refused, seconds }: AttemptRefused) =>
  refuseFor(seconds, codes[refused], attemptRefusals[codes[refused]].meaning);
