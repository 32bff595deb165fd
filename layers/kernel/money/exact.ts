/** An exact amount, in 1e-12 of a currency's unit: unit prices of a cloud bill are far below a cent. */
export type Exact = bigint;

/** The number of decimals of an Exact. */
export const EXACT_DECIMALS = 12;
const SCALE = 10n ** BigInt(EXACT_DECIMALS);
const DECIMAL = /^(-?)(\d+)(?:\.(\d{1,12}))?$/;

/** Parses a decimal string such as '0.0000133334'. Throws a RangeError on any other text, or on more than 12 decimals. */
export const parseExact = (text: string): Exact => {
  const [, sign, whole, decimals = ''] = DECIMAL.exec(text) ?? [];
  if (whole === undefined) throw new RangeError(`Not a decimal of at most ${EXACT_DECIMALS} places: ${text}`);
  const amount = BigInt(whole) * SCALE + BigInt(decimals.padEnd(EXACT_DECIMALS, '0'));
  return sign === '-' ? -amount : amount;
};

/** Divides, rounded half to even, for any signs. Throws a RangeError when dividing by zero. */
export const divideHalfEven = (dividend: bigint, divisor: bigint): bigint => {
  if (divisor < 0n) return divideHalfEven(-dividend, -divisor);
  if (dividend < 0n) return -divideHalfEven(-dividend, divisor);
  const quotient = dividend / divisor;
  const twice = (dividend % divisor) * 2n;
  const up = twice > divisor || (twice === divisor && quotient % 2n === 1n);
  return up ? quotient + 1n : quotient;
};

/** Multiplies a price by an integer quantity, exactly. Throws a RangeError when the quantity is not an integer. */
export const times = (price: Exact, quantity: number | bigint): Exact => price * BigInt(quantity);

/** Returns the sum of amounts; 0 for none. */
export const sumExact = (amounts: Iterable<Exact>): Exact => {
  let sum = 0n;
  for (const amount of amounts) sum += amount;
  return sum;
};

/** Returns an integer of 10^-scale as decimal text with that many decimals, e.g. (-5n, 2) gives '-0.05'. */
export const decimalText = (value: bigint, scale: number): string => {
  const digits = (value < 0n ? -value : value).toString().padStart(scale + 1, '0');
  const sign = value < 0n ? '-' : '';
  return scale === 0 ? sign + digits : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
};

/** Returns all 12 decimals: `parseExact` restores the same amount. */
export const exactText = (amount: Exact): string => decimalText(amount, EXACT_DECIMALS);

/** Returns an amount in the format of statements: 6 decimals, rounded half to even. */
export const sixDecimals = (amount: Exact): string => decimalText(divideHalfEven(amount, 10n ** 6n), 6);

/** Returns one minor unit (a cent when `minorDigits` is 2; ISO 4217 has 0 to 4) as an Exact. */
export const minorUnit = (minorDigits: number): Exact => 10n ** BigInt(EXACT_DECIMALS - minorDigits);

/** Rounds half to even to integer minor units of a currency with `minorDigits` decimals (default 2). */
export const toMinorUnits = (amount: Exact, minorDigits = 2): number =>
  Number(divideHalfEven(amount, minorUnit(minorDigits)));

/** Returns integer minor units as an Exact. Throws a RangeError when `amount` is not an integer. */
export const fromMinorUnits = (amount: number, minorDigits = 2): Exact => BigInt(amount) * minorUnit(minorDigits);
