/** How a country writes numbers: its calling code, the prefix for calls inside the country, and the digits after it. */
type Country = { code: string; trunk: string; min: number; max: number };

const nanp: Country = { code: '1', trunk: '1', min: 10, max: 10 };
/** The countries by ISO 3166-1 alpha-2 (ITU-T E.164 and E.129). A library elsewhere writes its numbers with + and the calling code. */
const countries: Readonly<Record<string, Country>> = {
  ...{ US: nanp, CA: nanp, PR: nanp, MX: { code: '52', trunk: '', min: 10, max: 10 } },
  ...{ ES: { code: '34', trunk: '', min: 9, max: 9 }, PT: { code: '351', trunk: '', min: 9, max: 9 } },
  ...{ FR: { code: '33', trunk: '0', min: 9, max: 9 }, BE: { code: '32', trunk: '0', min: 8, max: 9 } },
  ...{ NL: { code: '31', trunk: '0', min: 9, max: 9 }, IT: { code: '39', trunk: '', min: 6, max: 11 } },
  ...{ DE: { code: '49', trunk: '0', min: 6, max: 13 }, AT: { code: '43', trunk: '0', min: 7, max: 13 } },
  ...{ CH: { code: '41', trunk: '0', min: 9, max: 9 }, GB: { code: '44', trunk: '0', min: 9, max: 10 } },
  ...{ IE: { code: '353', trunk: '0', min: 7, max: 9 }, SE: { code: '46', trunk: '0', min: 7, max: 9 } },
  ...{ NO: { code: '47', trunk: '', min: 8, max: 8 }, DK: { code: '45', trunk: '', min: 8, max: 8 } },
  ...{ FI: { code: '358', trunk: '0', min: 6, max: 10 }, PL: { code: '48', trunk: '', min: 9, max: 9 } },
  ...{ AU: { code: '61', trunk: '0', min: 9, max: 9 }, NZ: { code: '64', trunk: '0', min: 8, max: 10 } },
};

/** Why a number cannot be used: characters that no number has, a wrong number of digits, or a country that is not known here. */
export type PhoneFault = 'not-a-number' | 'wrong-length' | 'country-unknown';

const fits = (digits: string, { min, max }: Country): boolean => digits.length >= min && digits.length <= max;

const international = (digits: string): { number: string } | { fault: PhoneFault } => {
  const known = Object.values(countries).find(({ code }) => digits.startsWith(code));
  const rest = known === undefined ? digits : digits.slice(known.code.length);
  const whole = known === undefined ? digits.length >= 8 && digits.length <= 15 : fits(rest, known);
  // The plan of North America has no area code and no exchange that begins with 0 or 1.
  const isDialled = known?.code !== '1' || /^[2-9]\d{2}[2-9]\d{6}$/.test(rest);
  return whole && isDialled && !digits.startsWith('0') ? { number: `+${digits}` } : { fault: 'wrong-length' };
};

/**
 * Returns a typed number in E.164, read as one of a country (ISO 3166-1 alpha-2) unless it begins with + or 00; or why it cannot be
 * used. It does not tell whether somebody has the number, nor whether it takes text messages.
 */
export const phoneNumberOf = (typed: string, country: string): { number: string } | { fault: PhoneFault } => {
  const bare = typed.replaceAll(/[\s().\-–/]/gu, '');
  if (!/^\+?\d+$/.test(bare)) return { fault: 'not-a-number' };
  if (bare.startsWith('+')) return international(bare.slice(1));
  const home = Object.hasOwn(countries, country) ? countries[country] : undefined;
  if (bare.startsWith('00')) return international(bare.slice(2));
  if (home === undefined) return { fault: 'country-unknown' };
  const { code, trunk } = home;
  const isTrunk = trunk !== '' && bare.startsWith(trunk);
  return international(`${code}${isTrunk ? bare.slice(trunk.length) : bare}`);
};
