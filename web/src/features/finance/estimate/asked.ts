/** The parts of a wish that are numbers, in the order of the form; whether each is whole. */
export const estimateFields = [
  { name: 'members', whole: true },
  { name: 'checkoutsAYear', whole: true },
  { name: 'records', whole: true },
  { name: 'items', whole: true },
  { name: 'patrons', whole: true },
  { name: 'searchesPerCheckout', whole: false },
  { name: 'loanRequestsAYear', whole: true },
  { name: 'emailsPerCheckout', whole: false },
  { name: 'filesGb', whole: false },
  { name: 'monthsInService', whole: true },
] as const;
export type EstimateField = (typeof estimateFields)[number]['name'];

export const allowances = ['none', 'always', 'first-12-months'] as const;
type Allowance = (typeof allowances)[number];

/** What is asked for, as it stands in the address: only what was said. */
export type Asked = { [name in EstimateField]?: number } & { allowances?: Allowance };

/** Reads the address: numbers that are none, and words that nobody offers, are as if not said. */
export const askedOf = (search: Record<string, unknown>): Asked => {
  const asked: Asked = {};
  for (const { name } of estimateFields) {
    const value = Number(search[name]);
    if (search[name] !== undefined && search[name] !== '' && Number.isFinite(value) && value >= 0) asked[name] = value;
  }
  const wanted = allowances.find((one) => one === search.allowances);
  return wanted && wanted !== 'none' ? { ...asked, allowances: wanted } : asked;
};
