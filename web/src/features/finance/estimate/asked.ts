/** The fields of the expected use, in the order of the form, and whether each is an integer. */
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

/** The fields of what the libraries pay today. */
export const todayFields = [
  { name: 'todayAYear', whole: false },
  { name: 'todayGrowthPercent', whole: false },
] as const;

/** The fields of what is paid besides the cloud, in the order of the form, and whether each is an integer. */
export const paidFields = [
  { name: 'staffHoursAMonth', whole: false },
  { name: 'hourRate', whole: false },
  { name: 'supportPercent', whole: false },
  { name: 'supportLeastAMonth', whole: false },
  { name: 'contractAYear', whole: false },
  { name: 'textNumberAMonth', whole: false },
  { name: 'gateways', whole: true },
  { name: 'gatewayAYear', whole: false },
  { name: 'paymentsAYear', whole: true },
  { name: 'paymentFee', whole: false },
  { name: 'coversAYear', whole: false },
  { name: 'migrationHoursALibrary', whole: false },
  { name: 'trainingHoursALibrary', whole: false },
  { name: 'useGrowthPercent', whole: false },
  { name: 'priceGrowthPercent', whole: false },
] as const;
export type PaidField = (typeof paidFields | typeof todayFields)[number]['name'];

export const allowances = ['none', 'always', 'first-12-months'] as const;
type Allowance = (typeof allowances)[number];

/** An estimate request as in the address: only the fields given. */
export type Asked = { [name in EstimateField | PaidField]?: number } & { allowances?: Allowance; libraries?: string };

/** Parses the address; invalid numbers and unknown options are omitted. */
export const askedOf = (search: Record<string, unknown>): Asked => {
  const asked: Asked = {};
  for (const { name } of [...estimateFields, ...todayFields, ...paidFields]) {
    const value = Number(search[name]);
    if (search[name] !== undefined && search[name] !== '' && Number.isFinite(value) && value >= 0) asked[name] = value;
  }
  const wanted = allowances.find((one) => one === search.allowances);
  const libraries = typeof search.libraries === 'string' ? search.libraries.trim() : '';
  return {
    ...asked,
    ...(wanted && wanted !== 'none' && { allowances: wanted }),
    ...(libraries !== '' && { libraries }),
  };
};

/** Returns the libraries of an address, one in each line as in the form: `Alder: 120000`. */
export const linesOf = (libraries: string | undefined): string =>
  (libraries ?? '')
    .split(';')
    .filter((one) => one.trim() !== '')
    .map((one) => one.trim().replace(/:(?=[^:]*$)/, ': '))
    .join('\n');

/** Returns typed lines as the libraries of an address: each name with its loans, however thousands are separated. */
export const librariesOf = (lines: string): string =>
  lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const at = Math.max(line.lastIndexOf(':'), line.lastIndexOf('\t'), line.lastIndexOf(';'));
      const name = line.slice(0, Math.max(at, 0)).replace(/[;:]/g, ' ').trim();
      return `${name}:${line.slice(at + 1).replace(/[\s.,’']/g, '')}`;
    })
    .join(';');
