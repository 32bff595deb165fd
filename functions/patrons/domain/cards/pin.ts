import type { PatronsPolicy } from '../../../../layers/records/policies/domain/patrons.ts';

/** The reason why a PIN is refused. */
export type PinRefusal = {
  code:
    | 'pin-not-digits'
    | 'pin-length'
    | 'pin-one-digit'
    | 'pin-run'
    | 'pin-repeats'
    | 'pin-year'
    | 'pin-birthday'
    | 'pin-in-card-number';
  detail: string;
  params?: { shortest: number; longest: number };
};

/** The context in which a PIN is checked: the minimum length by the policy, the card, and the patron's date of birth. */
export type PinTerms = { shortest: number; card?: string | undefined; birthDate?: string | undefined };

const DIGITS = /^[0-9]+$/;
/** The greatest length of a PIN. */
export const LONGEST_PIN = 12;

/** Returns the number of digits of a PIN by the policy of patrons. */
export const pinLengthOf = ({ pins: { shortest } }: Pick<PatronsPolicy, 'pins'>) => ({
  shortest,
  longest: LONGEST_PIN,
});

const steps = (pin: string): number[] => [...pin].slice(1).map((digit, i) => Number(digit) - Number(pin[i]));

/** Returns whether each step is the same single step up or down: 1234, 9876, and with the wrap 7890. */
function isRun(pin: string): boolean {
  const wrapped = steps(pin).map((step) => ((step % 10) + 10) % 10);
  return wrapped.every((step) => step === 1) || wrapped.every((step) => step === 9);
}

/** Returns whether a PIN repeats one shorter piece (1212 or 123123), or each digit at least once at once (112233). */
const repeats = (pin: string): boolean =>
  /^(.{2,})\1+$/.test(pin) || [...pin].every((digit, i) => digit === pin[i - 1] || digit === pin[i + 1]);

/** Returns whether a PIN is a year, or two: 1994, 19942001. */
const isYears = (pin: string): boolean => /^(?:(?:19|20)\d\d){1,2}$/.test(pin);

/** Returns whether a PIN contains the year or the day of a birth date, or is its month and year. */
const showsBirthday = (pin: string, birthDate: string): boolean => {
  const [year = '', month = '', day = ''] = birthDate.split('-');
  const short = year.slice(2);
  const within = [year, `${month}${day}`, `${day}${month}`];
  const whole = [`${month}${short}`, `${short}${month}`, `${Number(day)}${Number(month)}${short}`];
  return within.some((part) => pin.includes(part)) || whole.includes(pin);
};

/** Returns whether a PIN shows the patron's date of birth, as a refusal. Only those who may know the date may be given it. */
export const refuseBirthday = (pin: string, birthDate: string | undefined): PinRefusal[] =>
  birthDate !== undefined && showsBirthday(pin, birthDate)
    ? [{ code: 'pin-birthday', detail: 'A PIN must not show the date of birth' }]
    : [];

/**
 * Returns every reason against a PIN at once: digits only, the policy's length to 12, not one digit only, no run, no repeated piece, no
 * year, nothing of the date of birth, not part of the card number (which is printed on the card). An empty list means that it is
 * accepted.
 */
export function refusePin(pin: string, { shortest, card, birthDate }: PinTerms): PinRefusal[] {
  if (!DIGITS.test(pin)) return [{ code: 'pin-not-digits', detail: 'A PIN has digits only' }];
  if (pin.length < shortest || pin.length > LONGEST_PIN) {
    const params = { shortest, longest: LONGEST_PIN };
    return [{ code: 'pin-length', detail: `A PIN has ${shortest} to ${LONGEST_PIN} digits`, params }];
  }
  const refused: PinRefusal[] = [];
  const oneDigit = steps(pin).every((step) => step === 0);
  if (oneDigit) refused.push({ code: 'pin-one-digit', detail: 'A PIN must not repeat one digit' });
  else if (isRun(pin)) refused.push({ code: 'pin-run', detail: 'A PIN must not be a row of digits such as 123456' });
  else if (repeats(pin)) refused.push({ code: 'pin-repeats', detail: 'A PIN must not repeat a piece of itself' });
  else if (isYears(pin)) refused.push({ code: 'pin-year', detail: 'A PIN must not be a year' });
  refused.push(...refuseBirthday(pin, birthDate));
  if (card?.includes(pin)) {
    refused.push({ code: 'pin-in-card-number', detail: 'A PIN must not be part of the card number' });
  }
  return refused;
}
