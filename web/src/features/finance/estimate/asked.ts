/** The numeric fields of an estimate, in the order of the form, and whether each is an integer. */
export const estimateFields = [
  { name: 'members', whole: true },
  { name: 'checkoutsAYear', whole: true },
  { name: 'records', whole: true },
  { name: 'items', whole: true },
  { name: 'patrons', whole: true },
  { name: 'searchesPerCheckout', whole: false },
  { name: 'loanRequestsAYear', whole: true },
  { name: 'emailsPerCheckout', whole: false },
  { name: 'textsPerCheckout', whole: false },
  { name: 'filesGb', whole: false },
  { name: 'monthsInService', whole: true },
] as const;
export type EstimateField = (typeof estimateFields)[number]['name'];

export const allowances = ['none', 'always', 'first-12-months'] as const;
type Allowance = (typeof allowances)[number];

/** An estimate request as in the address: only the fields given. */
export type Asked = { [name in EstimateField]?: number } & { allowances?: Allowance };

/** Parses the address; invalid numbers and unknown options are omitted. */
export const askedOf = (search: Record<string, unknown>): Asked => {
  const asked: Asked = {};
  for (const { name } of estimateFields) {
    const value = Number(search[name]);
    if (search[name] !== undefined && search[name] !== '' && Number.isFinite(value) && value >= 0) asked[name] = value;
  }
  const wanted = allowances.find((one) => one === search.allowances);
  return wanted && wanted !== 'none' ? { ...asked, allowances: wanted } : asked;
};
