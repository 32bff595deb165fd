const amount = (value: number) => ({ shown: value.toFixed(6), exact: value.toFixed(12) });
const services = {
  circulation: 41.2,
  search: 33.75,
  catalogue: 12.4,
  'resource-sharing': 3.11,
  administration: 5.02,
  platform: 62.5,
};
const whole = Object.values(services).reduce((sum, value) => sum + value, 0);
const ids = ['riverton', 'lakeshore', 'harcourt', 'calder', 'ashgrove', 'northfield'];
const shares = [0.31, 0.24, 0.22, 0.14, 0.05, 0.04];

const memberOf = (member: string, share: number) => {
  const parts = { direct: 95.48 * share, shared: 12 / 6, idle: 62.5 / 6, unattributed: 0 };
  const cents = Object.fromEntries(Object.entries(parts).map(([name, value]) => [name, Math.round(value * 100)]));
  const rounded = Object.values(cents).reduce((sum, value) => sum + value, 0);
  return {
    member,
    amounts: Object.fromEntries(Object.entries(parts).map(([name, value]) => [name, amount(value)])),
    total: amount(rounded / 100),
    roundedAmounts: cents,
    rounded,
  };
};

/** A month of the demo above $100, or of one member. */
export const fixtureMonth = (month: string, member: string | null) => {
  const members = ids
    .map((id, at) => memberOf(id, shares[at] ?? 0))
    .filter((one) => member === null || one.member === member);
  const rounded = members.reduce((sum, one) => sum + one.rounded, 0);
  const effects = {
    before: amount(141.2),
    after: amount(rounded / 100),
    change: amount(16.78),
    volumeEffect: amount(16.78),
    priceEffect: amount(0),
  };
  return {
    month,
    ...(member === null ? {} : { member }),
    currency: 'USD',
    minorDigits: 2,
    priceBook: {
      version: 'us-east-1/2024-11-01/8',
      region: 'us-east-1',
      effectiveFrom: '2024-11-01',
      source: 'AWS list prices',
    },
    attributionPolicy: 'attribution/1',
    key: { name: 'size', version: 'cost-sharing/1' },
    provisionalUntil: '2099-12-10',
    synthetic: month !== '2026-11',
    total: amount(rounded / 100),
    rounded,
    members,
    services: Object.entries(services).map(([service, value], at) => ({
      category: service === 'platform' ? 'idle' : 'direct',
      pool: service === 'platform' ? 'idle' : 'own',
      member: member ?? 'riverton',
      service,
      events: service === 'platform' ? 0 : 42_000 - at * 7000,
      succeeded: service === 'platform' ? 0 : 41_000 - at * 7000,
      amount: amount((value * rounded) / 100 / whole),
    })),
    metering: { amount: amount(2.6), percent: '1.65' },
    prices: [],
    unitCosts: [
      { name: 'checkout', events: 41_160, amount: amount(12.5), perEvent: amount(0.000303692906) },
      { name: 'search', events: 210_400, amount: amount(33.75), perEvent: amount(0.00016) },
    ],
    change: { since: '2026-10', synthetic: true, ...effects, rows: [] },
  };
};

const pastMonths = [...'120 123 117 121 128 125 119 116 124 127 126 131'.split(' ')].map((cents, at) => ({
  month: `${at < 2 ? 2025 : 2026}-${String(((at + 10) % 12) + 1).padStart(2, '0')}`,
  cents: Number(cents) * 50,
}));

/** Twelve months of the demo up to October 2026 with a forecast, of all members or of one. */
export const fixtureTrend = (member: string | null) => ({
  ...{ currency: 'USD', minorDigits: 2 },
  months: pastMonths.map(({ month, cents }) => {
    const parts = ids
      .map((id, at) => ({ member: id, amount: Math.round(cents * (shares[at] ?? 0)) }))
      .filter((one) => member === null || one.member === member);
    const amount = parts.reduce((sum, one) => sum + one.amount, 0);
    return { month, amount, over: true, synthetic: true, members: parts };
  }),
  forecast: {
    months: ['2026-11', '2026-12', '2027-01', '2027-02', '2027-03', '2027-04'].map((month, at) => ({
      ...{ month, low: 6000 - at * 20, middle: 6400 + at * 30, high: 6800 + at * 60 },
    })),
    ...{ basedOn: 12, errorPercent: 2.6 },
  },
});
