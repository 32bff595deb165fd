import { perCheckout } from '../functions/finance/domain/estimate/mix.ts';
import { operationRates } from '../functions/finance/domain/estimate/rates.ts';

/** Of 100 requests, those of operations that the estimate of use has no rate for. */
const REST = 0.3;

/** The orders of the rest that are averaged: which of them is frequent at a consortium is not known. */
const ORDERS = 200;

/** The share of calls that start a container, of all calls and of calls of the operations without a rate. */
export type ColdShare = { perMinute: number; idleMinutes: number; all: number; rarer: number };

/** Numbers that look random and are the same in each run (a linear congruential generator). */
const randomNumbers = (): (() => number) => {
  let state = 1;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
};

const shuffled = <T>(values: readonly T[], random: () => number): T[] => {
  const left = [...values];
  return values.map(() => left.splice(Math.floor(random() * left.length), 1)[0] as T);
};

/**
 * Returns how operations share the requests: those with a rate in the proportions of the estimate, the rest by Zipf's law in the given
 * order.
 */
const sharesOf = (rest: readonly string[]): Map<string, number> => {
  const rated = operationRates.map(({ operation }) => [operation, perCheckout(operation)] as const);
  const sum = rated.reduce((total, [, rate]) => total + rate, 0);
  const harmonic = rest.reduce((total, _, at) => total + 1 / (at + 1), 0);
  return new Map([
    ...rated.map(([operation, rate]) => [operation, ((1 - REST) * rate) / sum] as const),
    ...rest.map((operation, at) => [operation, REST / harmonic / (at + 1)] as const),
  ]);
};

/**
 * Returns the share of cold calls by the Poisson model: a call is cold when its function had none in the minutes for which Lambda keeps
 * an idle container. Calls at the same time, which start containers too, are not in the model. Takes the operations and the function
 * of each.
 */
export const coldShares = (
  operations: readonly string[],
  functionOf: (operation: string) => string,
  conditions: readonly { perMinute: number; idleMinutes: number }[],
): ColdShare[] => {
  const rated = new Set(operationRates.map(({ operation }) => operation));
  const rest = operations.filter((operation) => !rated.has(operation));
  const random = randomNumbers();
  const mixes = Array.from({ length: ORDERS }, () => sharesOf(shuffled(rest, random)));
  return conditions.map(({ perMinute, idleMinutes }) => {
    let [all, rarer] = [0, 0];
    for (const shares of mixes) {
      const rates = new Map<string, number>();
      for (const [operation, share] of shares) {
        const name = functionOf(operation);
        rates.set(name, (rates.get(name) ?? 0) + share * perMinute);
      }
      for (const [operation, share] of shares) {
        const cold = (share * Math.exp(-(rates.get(functionOf(operation)) ?? 0) * idleMinutes)) / ORDERS;
        all += cold;
        if (!rated.has(operation)) rarer += cold / REST;
      }
    }
    return { perMinute, idleMinutes, all, rarer };
  });
};
