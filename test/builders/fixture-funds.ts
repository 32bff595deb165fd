import { exampleEntry, exampleFund, exampleYear } from '../../functions/acquisitions/schemas/funds.ts';
import type { SceneAnswer, SceneCall } from './scene.ts';

const thisYear = new Date().getUTCFullYear();
const days = (year: number) => ({ firstDay: `${year}-01-01`, lastDay: `${year}-12-31` });
const years = [
  { ...exampleYear, year: `${thisYear - 1}`, name: `${thisYear - 1}`, ...days(thisYear - 1), state: 'closed' },
  { ...exampleYear, year: `${thisYear}`, name: `${thisYear}`, ...days(thisYear), state: 'open' },
  { ...exampleYear, year: `${thisYear + 1}`, name: `${thisYear + 1}`, ...days(thisYear + 1), state: 'future' },
];

/** Figures of a fund: what it was given, what is ordered and what is spent, in cents. */
const figures = (funding: number, encumbered: number, spent: number) => {
  const used = encumbered + spent;
  const sums = {
    allocated: funding,
    funding,
    encumbered,
    spent,
    used,
    available: funding - used,
    cash: funding - spent,
  };
  return { ...sums, overEncumbered: 0, overExpended: 0 };
};
type Row = readonly [code: string, name: string, parent: string | undefined, encumbered: number, spent: number];
const rows: readonly Row[] = [
  ['BOOKS', 'Books', undefined, 0, 0],
  ['BOOKS-ADULT', 'Books for adults', 'BOOKS', 12_000, 70_500],
  ['BOOKS-CHILD', 'Books for children', 'BOOKS', 4_000, 6_000],
  ['SERIALS', 'Serials', undefined, 0, 30_000],
];
const usual: Record<string, number> = { BOOKS: 0, 'BOOKS-ADULT': 100_000, 'BOOKS-CHILD': 40_000, SERIALS: 60_000 };
/** What each fund was given, by the requests of a test. */
let given = usual;
let entries: object[] = [];

const { parent: _parent, mostToOrder: _most, ...usualFund } = exampleFund;
const isUnder = (code: string) => (row: Row) => row[0] === code || row[2] === code;
const sum = (of: readonly Row[], by: (row: Row) => number): number => of.reduce((total, row) => total + by(row), 0);
const fundOf = ([code, name, parent, encumbered, spent]: Row) => {
  const under = rows.filter(isUnder(code));
  const whole = figures(
    sum(under, (row) => given[row[0]] ?? 0),
    sum(under, (row) => row[3]),
    sum(under, (row) => row[4]),
  );
  const isSerials = code === 'SERIALS';
  return {
    ...{
      ...usualFund,
      code,
      name,
      ...(parent !== undefined && { parent }),
      state: isSerials ? 'frozen' : 'active',
    },
    ...{ own: figures(given[code] ?? 0, encumbered, spent), whole },
    ...(whole.funding > 0 && { percent: Math.floor((whole.used * 1000) / whole.funding) / 10 }),
    ...{ warns: code === 'BOOKS-ADULT', mostToInvoice: whole.available },
    ...(code !== 'BOOKS' && { mostToOrder: isSerials ? 0 : whole.available }),
  };
};

/** The funds of a library: a fund that is nearly used up under another, and a frozen one. */
export const fixtureFunds = ({ query }: SceneCall): SceneAnswer => {
  const year = query.get('year') ?? `${thisYear}`;
  return { json: { years, v: 2, year, funds: year === `${thisYear}` ? rows.map(fundOf) : [] } };
};

const short = (fund: string, most: number, asked: number): SceneAnswer => {
  const money = (amount: number) => ({ amount, currency: exampleYear.currency });
  const error = {
    pointer: '/body/amount',
    code: 'fund-short',
    params: { fund, most: money(most), asked: money(asked) },
  };
  const json = { type: 'urn:concord:problem:fund-short', title: 'fund-short', status: 409, code: 'fund-short' };
  return {
    status: 409,
    json: { ...json, detail: 'Raw.', errors: [{ ...error, detail: 'Raw.' }], requestId: 'fixture' },
  };
};

/** Moves money in the fixture, while it is available. */
export const fixtureMove = ({ body }: SceneCall): SceneAnswer => {
  const { from = 'outside', to = 'outside', amount, kind, note } = body as Record<string, string> & { amount: number };
  const [code, , , encumbered, spent] = rows.find(([one]) => one === from) ?? ['outside', '', undefined, 0, 0];
  const left = (given[code] ?? 0) - encumbered - spent;
  if (code !== 'outside' && left < amount) return short(code, left, amount);
  given = { ...given, [from]: (given[from] ?? 0) - amount, [to]: (given[to] ?? 0) + amount };
  const entry = {
    ...{ ...exampleEntry, entryId: `ent_${entries.length}`, kind, ...(note !== undefined && { note }) },
    lines: [
      { fund: from, amount: -amount },
      { fund: to, amount },
    ],
  };
  entries = [entry, ...entries];
  return { status: 201, json: entry };
};

/** The journal of what a test moved, after one entry of before. */
export const fixtureJournal = (): SceneAnswer => ({
  json: { entries: [...entries, exampleEntry], names: { [exampleEntry.by]: 'Grace Oyelaran' } },
});

/** A fund as it was set. */
export const fixtureFundSet = ({ params, body }: SceneCall): SceneAnswer => {
  const { edition, ...terms } = body as { edition: number };
  return { json: { ...exampleFund, ...terms, code: params.code, edition: edition + 1 } };
};

/** The years after one was set. */
export const fixtureYearSet = (): SceneAnswer => ({
  json: { years: years.map(({ state: _s, ...year }) => year), v: 3 },
});
