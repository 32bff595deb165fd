/** The codes of countries (ISO 3166-1 alpha-2) that electronic invoices may have (EN 16931, BR-CL-14). */
const countries = new Set(
  [
    'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ',
    'CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR',
    'GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP',
    'KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT',
    'MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW',
    'SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG',
    'UM US UY UZ VA VC VE VG VI VN VU WF WS XI YE YT ZA ZM ZW',
  ].flatMap((row) => row.split(' ')),
);

/** Returns whether a code is one of a country (ISO 3166-1 alpha-2), or that of Northern Ireland in VAT numbers (XI). */
export const isCountry = (code: string): boolean => countries.has(code);

/** Returns whether a number is a VAT number: it begins with a country, Greece also with EL (EN 16931, BR-CO-09). */
export const isVatNumber = (taxNumber: string): boolean => {
  const prefix = taxNumber.slice(0, 2);
  return isCountry(prefix) || prefix === 'EL';
};

/** Returns whether a number can be a tax number: one that begins with two capital letters names a country by them. */
export const isTaxNumber = (taxNumber: string): boolean => !/^[A-Z]{2}/.test(taxNumber) || isVatNumber(taxNumber);
