import { refusePin } from './pin.ts';

/** Returns every reason why a PIN is refused, each with a pointer to the field; empty when it is accepted. */
export const refusedPin = (pin: string, card: string) =>
  refusePin(pin, card).map((refused) => ({ ...refused, pointer: '/body/pin' }));
