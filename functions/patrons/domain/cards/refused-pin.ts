import { type PinTerms, refuseBirthday, refusePin } from './pin.ts';

const atPin = { pointer: '/body/pin' };

/** Returns every reason why a PIN is refused, each with a pointer to the field; empty when it is accepted. */
export const refusedPin = (pin: string, terms: PinTerms) =>
  refusePin(pin, terms).map((refused) => ({ ...refused, ...atPin }));

/** Returns the same for the date of birth alone: where only a correct code shows that the caller may know it. */
export const refusedBirthday = (pin: string, birthDate: string | undefined) =>
  refuseBirthday(pin, birthDate).map((refused) => ({ ...refused, ...atPin }));
