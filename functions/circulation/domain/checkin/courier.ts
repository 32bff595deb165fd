import type { CourierRoute, Movement } from '../../../../layers/records/policies/domain/movement.ts';

/** A courier connection between two branches: the rounds in order, the transfer branches, the days of the first round, its tote. */
export type Carriage = { routes: string[]; days: number[]; via: string[]; tote?: string };

type Path = { routes: CourierRoute[]; via: string[] };

const serves = ({ stops }: CourierRoute, branchId: string): boolean => stops.includes(branchId);

const furtherFrom = (routes: readonly CourierRoute[], { routes: gone, via }: Path): Path[] => {
  const last = gone.at(-1);
  return routes.flatMap((route) => {
    const change = gone.includes(route) ? undefined : last?.stops.find((stop) => serves(route, stop));
    return change === undefined ? [] : [{ routes: [...gone, route], via: [...via, change] }];
  });
};

/** Returns the fewest rounds from one branch to another; among equals, those that the policy names first. */
const shortest = (routes: readonly CourierRoute[], from: string, to: string): Path | undefined => {
  let paths = routes.filter((route) => serves(route, from)).map((route): Path => ({ routes: [route], via: [] }));
  const seen = new Set(paths.flatMap((path) => path.routes));
  while (paths.length > 0) {
    const found = paths.find((path) => path.routes.at(-1)?.stops.includes(to));
    if (found) return found;
    paths = paths
      .flatMap((path) => furtherFrom(routes, path))
      .filter(({ routes: gone }) => {
        const last = gone.at(-1);
        return last !== undefined && !seen.has(last) && seen.add(last).has(last);
      });
  }
  return undefined;
};

/**
 * Returns the courier connection between two branches by the policy: one round, or several that meet. Undefined when the policy has
 * none.
 */
export const carriageBetween = (
  { courier }: Pick<Movement, 'courier'>,
  from: string,
  to: string,
): Carriage | undefined => {
  const path = shortest(courier.routes, from, to);
  const tote = courier.totes[to];
  if (path === undefined && tote === undefined) return undefined;
  return {
    routes: path?.routes.map(({ route }) => route) ?? [],
    days: [...new Set(path?.routes[0]?.days)].toSorted((one, other) => one - other),
    via: path?.via ?? [],
    ...(tote !== undefined && { tote }),
  };
};
