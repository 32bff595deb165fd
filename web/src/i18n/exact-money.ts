/**
 * Formats minor units for input, `26.50`, with the given decimals. Uses digits only, so that no amount passes through a binary fraction.
 * Takes whole minor units.
 */
export const majorText = (minor: number, digits: number): string => {
  const sign = minor < 0 ? '-' : '';
  const plain = String(Math.abs(minor)).padStart(digits + 1, '0');
  return digits === 0 ? `${sign}${plain}` : `${sign}${plain.slice(0, -digits)}.${plain.slice(-digits)}`;
};

/** The pattern of an amount with a maximum of digits before the point (or comma) and after it. */
export const amountPattern = (digits: number, most: number): string =>
  digits === 0 ? `\\d{1,${most}}` : `\\d{1,${most}}([.,]\\d{0,${digits}})?`;

/**
 * Parses a typed amount, with point or comma, into minor units; undefined when invalid or finer than the currency. `most` is the maximum
 * number of digits before the point.
 */
export const minorOf = (text: string, digits: number, most = 7): number | undefined => {
  const plain = text.trim();
  if (!new RegExp(`^${amountPattern(digits, most)}$`).test(plain)) return undefined;
  const [whole = '', fraction = ''] = plain.split(/[.,]/);
  return Number(`${whole}${fraction.padEnd(digits, '0')}`);
};
