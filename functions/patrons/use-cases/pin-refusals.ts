import { refusePin } from '../../../layers/kernel/identity/pin.ts';

/** Why a PIN is not taken, for the contracts of operations that set one. */
export const pinRefusals = {
  'pin-not-digits': { status: 422, meaning: 'A PIN has digits only.' },
  'pin-length': { status: 422, meaning: 'A PIN has 4 to 12 digits.' },
  'pin-one-digit': { status: 422, meaning: 'One digit again and again is guessed first.' },
  'pin-run': { status: 422, meaning: 'Digits in a row are guessed first.' },
  'pin-repeats': { status: 422, meaning: 'A repeated piece is guessed first.' },
  'pin-in-card-number': { status: 422, meaning: 'These digits are printed on the card.' },
} as const;

/** What speaks against a PIN, each reason pointing at the field; empty when it is taken. */
export const refusedPin = (pin: string, card: string) =>
  refusePin(pin, card).map((refused) => ({ ...refused, pointer: '/body/pin' }));
