import type { CourierRoute, Movement } from '../policy/movement.ts';

/** How something gets from one branch to another: the route or routes by which it goes, where it changes, and its tote. */
export type Carriage = { routes: string[]; days: number[]; via?: string; tote?: string };

const serves = ({ stops }: CourierRoute, branchId: string): boolean => stops.includes(branchId);

const legs = (routes: readonly CourierRoute[], from: string, to: string): { routes: CourierRoute[]; via?: string } => {
  const direct = routes.find((route) => serves(route, from) && serves(route, to));
  if (direct) return { routes: [direct] };
  for (const first of routes.filter((route) => serves(route, from))) {
    for (const second of routes.filter((route) => serves(route, to))) {
      const via = first.stops.find((stop) => serves(second, stop));
      if (via !== undefined) return { routes: [first, second], via };
    }
  }
  return { routes: [] };
};

/** The courier between two branches as the policy has it: one round, or two that meet at a stop. Nothing where it names none. */
export const carriageBetween = (
  { courier }: Pick<Movement, 'courier'>,
  from: string,
  to: string,
): Carriage | undefined => {
  const { routes, via } = legs(courier.routes, from, to);
  const tote = courier.totes[to];
  const [first] = routes;
  if (first === undefined && tote === undefined) return undefined;
  return {
    routes: routes.map(({ route }) => route),
    days: [...new Set(first?.days ?? [])].toSorted((one, other) => one - other),
    ...(via !== undefined && { via }),
    ...(tote !== undefined && { tote }),
  };
};
