import { refusePin } from './pin.ts';

/** Returns every reason why a PIN is refused, each pointing at the field; empty when it is accepted. */
export const refusedPin = (pin: string, card: string) =>
  refusePin(pin, card).map((refused) => ({ ...refused, pointer: '/body/pin' }));
