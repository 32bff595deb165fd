/** A training row: named signals, whether the pair is the same, and how much the row weighs. */
export type Row = { signals: Readonly<Record<string, number>>; same: boolean; weight: number };

/** A linear model: a bias and a weight for each signal. */
export type Linear = { bias: number; weights: Record<string, number> };

const solve = (matrix: number[][], right: number[]): number[] => {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0]);
  const n = rows.length;
  const at = (i: number, j: number): number => rows[i]?.[j] ?? 0;
  for (let i = 0; i < n; i++) {
    let pivot = i;
    for (let j = i + 1; j < n; j++) if (Math.abs(at(j, i)) > Math.abs(at(pivot, i))) pivot = j;
    [rows[i], rows[pivot]] = [rows[pivot] ?? [], rows[i] ?? []];
    for (let j = i + 1; j < n; j++) {
      const factor = at(j, i) / at(i, i);
      if (factor !== 0) rows[j] = (rows[j] ?? []).map((value, k) => (k < i ? value : value - factor * at(i, k)));
    }
  }
  const result = new Array<number>(n).fill(0);
  for (let i = n - 1; i >= 0; i--) {
    let sum = at(i, n);
    for (let j = i + 1; j < n; j++) sum -= at(i, j) * (result[j] ?? 0);
    result[i] = sum / at(i, i);
  }
  return result;
};

type Sparse = { columns: number[]; values: number[]; same: boolean; weight: number };

/** One Newton step; gives the largest change. */
const step = (rows: readonly Sparse[], beta: number[], ridge: number): number => {
  const gradient = beta.map((value, i) => (i === 0 ? 0 : -ridge * value));
  const hessian = beta.map((_, i) => beta.map((__, j) => (i === j ? (i === 0 ? 1e-6 : ridge) : 0)));
  for (const { columns, values, same, weight } of rows) {
    const z = columns.reduce((sum, column, q) => sum + (beta[column] ?? 0) * (values[q] ?? 0), 0);
    const p = 1 / (1 + Math.exp(-z));
    const curve = weight * Math.max(p * (1 - p), 1e-6);
    for (const [q, column] of columns.entries()) {
      const value = values[q] ?? 0;
      gradient[column] = (gradient[column] ?? 0) + weight * (Number(same) - p) * value;
      const line = hessian[column] ?? [];
      for (const [s, other] of columns.entries()) line[other] = (line[other] ?? 0) + curve * value * (values[s] ?? 0);
    }
  }
  const change = solve(hessian, gradient).map((value) => Math.max(-3, Math.min(3, value)));
  for (const [i, value] of change.entries()) beta[i] = (beta[i] ?? 0) + value;
  return Math.max(...change.map(Math.abs));
};

const fitted = (rows: readonly Row[], names: readonly string[], ridge: number): Linear => {
  const columnOf = new Map(names.map((name, i) => [name, i + 1]));
  const sparse = rows.map(({ signals, same, weight }): Sparse => {
    const said = Object.entries(signals).filter(([name, value]) => value !== 0 && columnOf.has(name));
    return {
      columns: [0, ...said.map(([name]) => columnOf.get(name) ?? 0)],
      values: [1, ...said.map(([, v]) => v)],
      same,
      weight,
    };
  });
  const beta = new Array<number>(names.length + 1).fill(0);
  for (let i = 0; i < 30 && step(sparse, beta, ridge) > 1e-4; i++);
  return { bias: beta[0] ?? 0, weights: Object.fromEntries(names.map((name, i) => [name, beta[i + 1] ?? 0])) };
};

/**
 * Logistic regression with a ridge, by Newton's method. A signal whose weight comes out against its sign (1, -1; 0 is
 * free) is left out and the rest fitted again, until every weight speaks the way its name says.
 */
export const train = (rows: readonly Row[], signs: Readonly<Record<string, number>>, ridge: number): Linear => {
  let names = Object.keys(signs);
  for (;;) {
    const model = fitted(rows, names, ridge);
    const right = names.filter((name) => (signs[name] ?? 0) * (model.weights[name] ?? 0) >= 0);
    if (right.length === names.length) return model;
    names = right;
  }
};

/** What a linear model says of signals: above 0 the same is likelier. */
export const logit = (model: Linear, signals: Readonly<Record<string, number>>): number =>
  Object.entries(signals).reduce((sum, [name, value]) => sum + (model.weights[name] ?? 0) * value, model.bias);
