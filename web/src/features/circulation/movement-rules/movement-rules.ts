import {
  itemsOf,
  itemTexts,
  numberUnlessEmpty,
  parts,
  rowsOf,
  trimmed,
  yes,
} from '../../../components/policy-columns.ts';
import type { PolicyRow, PolicyValues } from '../../../components/policy-values.ts';
import type { PolicyVersion } from '../../../components/policy-versions.ts';

/** A version of the policy of movements. */
export type MovementVersion = PolicyVersion<'movement'>;
type Body = MovementVersion['body'];

export const returnPlaces = ['home', 'holding', 'none'] as const;

/** The rules of the API until the consortium adopts others. */
const usual = {
  ...{ minimumTransitMinutes: 0, longTransitDays: 14, suppress: [], returns: [], floating: [] },
  courier: { routes: [], totes: {} },
} satisfies Body;

const text = (value: number | undefined): string => (value === undefined ? '' : String(value));
/** Returns the rules of a version as typed; those of the API without one. */
export const movementValues = (version: MovementVersion | undefined): PolicyValues => {
  const body: Body = version?.body ?? usual;
  const floating = body.floating.map(({ group, manual, items, places }) => ({
    group: { texts: { group, manual: yes(manual) } },
    items: items.map((one): PolicyRow => ({ texts: { group, ...itemTexts(one) } })),
    places: places.map(
      ({ at, stopDepth, maxDepth, exclude, cap }): PolicyRow => ({
        texts: {
          ...{ group, at, stopDepth: text(stopDepth), maxDepth: text(maxDepth) },
          ...{ exclude: yes(exclude), cap: text(cap) },
        },
      }),
    ),
  }));
  return {
    texts: {
      minimumTransitMinutes: String(body.minimumTransitMinutes),
      longTransitDays: String(body.longTransitDays),
    },
    lists: {
      suppress: body.suppress.map(({ name, branches, holds, nonHolds }) => ({
        texts: { name, branches: branches.join(', '), holds: yes(holds), nonHolds: yes(nonHolds) },
      })),
      returns: body.returns.map(({ items, to }) => ({ texts: { to, ...itemTexts(items) } })),
      floatGroups: floating.map(({ group }) => group),
      floatItems: floating.flatMap(({ items }) => items),
      floatPlaces: floating.flatMap(({ places }) => places),
      routes: body.courier.routes.map(({ route, name, stops, days }) => ({
        texts: { route, name, stops: stops.join(', '), days: days.join(', ') },
      })),
      totes: Object.entries(body.courier.totes).map(([branch, name]) => ({ texts: { branch, name } })),
    },
  };
};

/** Returns the policy with the rules as typed. */
export const withMovementValues = ({ texts, lists }: PolicyValues): Body => {
  const rows = rowsOf({ texts, lists });
  const ofGroup = (key: string, group: string) => rows(key).filter((row) => trimmed(row.group) === group);
  return {
    minimumTransitMinutes: Number(texts.minimumTransitMinutes),
    longTransitDays: Number(texts.longTransitDays),
    suppress: rows('suppress').map(({ name, branches, holds, nonHolds }) => ({
      ...{ name: trimmed(name), branches: parts(branches), holds: holds === 'yes', nonHolds: nonHolds === 'yes' },
    })),
    returns: rows('returns').map((row) => ({
      items: itemsOf(row),
      to: returnPlaces.find((place) => place === row.to) ?? 'home',
    })),
    floating: rows('floatGroups').map((row) => {
      const group = trimmed(row.group);
      return {
        group,
        items: ofGroup('floatItems', group).map(itemsOf),
        places: ofGroup('floatPlaces', group).map(({ at, stopDepth, maxDepth, exclude, cap }) => ({
          ...{ at: trimmed(at), stopDepth: Number(stopDepth), ...numberUnlessEmpty('maxDepth', maxDepth) },
          ...{ exclude: exclude === 'yes', ...numberUnlessEmpty('cap', cap) },
        })),
        manual: row.manual === 'yes',
      };
    }),
    courier: {
      routes: rows('routes').map(({ route, name, stops, days }) => ({
        ...{ route: trimmed(route), name: trimmed(name), stops: parts(stops), days: parts(days).map(Number) },
      })),
      totes: Object.fromEntries(rows('totes').map(({ branch, name }) => [trimmed(branch), trimmed(name)])),
    },
  };
};
