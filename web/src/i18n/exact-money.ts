/**
 * Minor units as one types them, `26.50`, with so many decimals. By digits alone: no amount goes through a binary fraction.
 * Takes whole minor units.
 */
export const majorText = (minor: number, digits: number): string => {
  const sign = minor < 0 ? '-' : '';
  const plain = String(Math.abs(minor)).padStart(digits + 1, '0');
  return digits === 0 ? `${sign}${plain}` : `${sign}${plain.slice(0, -digits)}.${plain.slice(-digits)}`;
};

/** The pattern of an amount with at most so many digits before the point (or comma) and so many decimals after it. */
export const amountPattern = (digits: number, most: number): string =>
  digits === 0 ? `\\d{1,${most}}` : `\\d{1,${most}}([.,]\\d{0,${digits}})?`;

/**
 * What was typed as an amount, with point or comma, in minor units; undefined when it is none, or finer than the currency is.
 * `most` is how many digits stand before the point at most.
 */
export const minorOf = (text: string, digits: number, most = 7): number | undefined => {
  const plain = text.trim();
  if (!new RegExp(`^${amountPattern(digits, most)}$`).test(plain)) return undefined;
  const [whole = '', fraction = ''] = plain.split(/[.,]/);
  return Number(`${whole}${fraction.padEnd(digits, '0')}`);
};
