/** A row of the bench's table: what was measured, the figure, and its budget if there is one. */
export type Figure = { what: string; figure: string; budget: string };

type Values = Record<string, unknown>;

const row = (what: string, figure: string, budget = ''): Figure => ({ what, figure, budget });

const valuesIn = (value: unknown): Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};

const rowsIn = (value: unknown): Values[] => (Array.isArray(value) ? value.map(valuesIn) : []);

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const percent = (share: unknown): string => `${(Number(share) * 100).toFixed(1)} %`;

const ofBundles = (result: unknown): Figure[] => {
  const { deployment, firstCall, secondOperation, emptyMs, imports, cold } = valuesIn(result);
  const { functions, roles, largestStack, resources, dynamicReferences } = valuesIn(deployment);
  const spread = (of: unknown, what: string): string => {
    const { median: usual, most } = valuesIn(valuesIn(of)[what]);
    return `median ${usual}, at most ${most}`;
  };
  const measured = rowsIn(imports);
  const [slowest] = measured;
  return [
    row('functions, roles', `${functions}, ${roles}`, '90, 100'),
    row(`resources of the largest stack: ${largestStack}`, String(resources), '250'),
    row('dynamic references of a stack', String(dynamicReferences), '60'),
    row('kB that a first call loads', spread(firstCall, 'kilobytes')),
    row('files that a first call loads', spread(firstCall, 'files')),
    row('kB of a warm container’s second operation', spread(secondOperation, 'kilobytes')),
    row('an empty handler, imported', `${emptyMs} ms`),
    row(
      `first calls of ${measured.length} functions, median`,
      `${median(measured.map(({ importMs }) => Number(importMs)))} ms (${median(measured.map(({ ratio }) => Number(ratio)))}x)`,
    ),
    row(`slowest: ${slowest?.id}`, `${slowest?.importMs} ms (${slowest?.ratio}x empty)`),
    ...rowsIn(cold).map(({ perMinute, idleMinutes, all, rarer }) =>
      row(
        `cold, ${perMinute} requests a minute, containers live ${idleMinutes} min`,
        `${percent(all)}, rarer operations ${percent(rarer)}`,
        perMinute === 30 && idleMinutes === 10 ? '2 %, 10 %' : '',
      ),
    ),
  ];
};

const ofUnits = (result: unknown): Figure[] =>
  rowsIn(result).map((one) =>
    row(String(one.operation), `${one.writeUnits} WU, ${one.readUnits} RU`, `${one.budget} WU`),
  );

const ofMetering = (result: unknown): Figure[] => {
  const { rows, linesPercentOfBill, reference } = valuesIn(result);
  const { month, bill } = valuesIn(reference);
  return [
    ...rowsIn(rows).map((one) =>
      row(
        `metering itself, ${one.requestsABatch} requests a log batch`,
        `${one.percentOfBill} % of the bill, ${Number(one.writeUnits).toFixed(1)} WU a batch`,
        'aim 3 %',
      ),
    ),
    row(`the lines it reads (bill of ${month}: ${bill} USD)`, `${linesPercentOfBill} % of the bill`),
  ];
};

/** Returns numbers of a plain result as rows, with those of nested objects one level down. */
const ofAny = (result: unknown): Figure[] =>
  Object.entries(valuesIn(result)).flatMap(([name, value]) => {
    if (typeof value === 'number') return [row(name, String(Math.round(value * 1000) / 1000))];
    if (typeof value === 'boolean') return [row(name, String(value))];
    return Object.entries(valuesIn(value))
      .filter(([, inner]) => typeof inner === 'number')
      .map(([inner, figure]) => row(`${name}: ${inner}`, String(Math.round(Number(figure) * 1000) / 1000)));
  });

const ofMatching = (result: unknown): Figure[] => {
  const { hathitrust, hard, union, pairs } = valuesIn(valuesIn(result).unseen);
  const [labelled, hardOnes, unioned, all] = [hathitrust, hard, union, pairs].map(valuesIn);
  return [
    row('unseen labelled pairs: accuracy', String(labelled?.accuracy), '0.985'),
    row('all unseen pairs: precision, recall', `${all?.precision}, ${all?.recall}`, '0.995, 0.95'),
    row('unseen hard negatives: merged', `${hardOnes?.merged} of ${hardOnes?.pairs}`, '1 %'),
    row('unseen union: precision, recall', `${unioned?.pairPrecision}, ${unioned?.pairRecall}`, '0.99, 0.97'),
    row('decisions a second', String(valuesIn(valuesIn(result).speed).decisions)),
  ];
};

const ofWebSize = (result: unknown): Figure[] => {
  const entries = Array.isArray(result) ? result : valuesIn(result).rows;
  return rowsIn(entries).map((one) =>
    row(`first load of ${one.page}`, `${one.js} kB js, ${one.css} kB css`, `${one.jsBudget} + ${one.cssBudget} kB`),
  );
};

/** Returns the rows of a bench's result; of an unknown bench, all its numbers. */
export const figuresOf = (bench: string, result: unknown): Figure[] => {
  const own: Record<string, (result: unknown) => Figure[]> = {
    bundles: ofBundles,
    units: ofUnits,
    metering: ofMetering,
    matching: ofMatching,
    'web-size': ofWebSize,
  };
  return (own[bench] ?? ofAny)(result);
};
