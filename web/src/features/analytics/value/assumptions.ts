import { minorOf } from '../../../i18n/exact-money.ts';

/**
 * The assumptions of a value report that are not recorded anywhere, with the values that are used until a library enters its own: the
 * price of a loan elsewhere (low, middle, high), its own cost of a borrowed loan, minutes to describe a record, the cost of an hour of staff,
 * and the cash that joint purchases saved. Amounts are decimal texts of the currency.
 */
export const assumptions = [
  { name: 'low', amount: true, usual: '8.00' },
  { name: 'middle', amount: true, usual: '12.00' },
  { name: 'high', amount: true, usual: '17.00' },
  { name: 'own', amount: true, usual: '3.00' },
  { name: 'minutes', amount: false, usual: '15' },
  { name: 'wage', amount: true, usual: '25.00' },
  { name: 'cash', amount: true, usual: '0.00' },
] as const;
export type AssumptionName = (typeof assumptions)[number]['name'];

/** The assumptions that a library entered, as texts. */
export type Entered = Partial<Record<AssumptionName, string>>;

const DIGITS = { amount: 2, minutes: 0 } as const;

/** Parses an entered assumption: minor units of an amount, or whole minutes; undefined when it is neither. */
export const assumptionOf = (name: AssumptionName, text: string): number | undefined =>
  minorOf(text, assumptions.find((one) => one.name === name)?.amount ? DIGITS.amount : DIGITS.minutes);

/** Parses the address; invalid values and those that equal the usual one are omitted. */
export const enteredOf = (search: Record<string, unknown>): Entered =>
  Object.fromEntries(
    assumptions.flatMap(({ name, usual }) => {
      const value = search[name];
      const text = typeof value === 'number' ? String(value) : value;
      const isOwn = typeof text === 'string' && text !== usual && assumptionOf(name, text) !== undefined;
      return isOwn ? [[name, text]] : [];
    }),
  );

/** Returns each assumption in minor units or minutes: the entered one, or the usual one. */
export const assumedOf = (entered: Entered): Record<AssumptionName, number> => {
  const value = (name: AssumptionName, usual: string): number =>
    assumptionOf(name, entered[name] ?? usual) ?? assumptionOf(name, usual) ?? 0;
  return Object.fromEntries(assumptions.map(({ name, usual }) => [name, value(name, usual)])) as Record<
    AssumptionName,
    number
  >;
};
