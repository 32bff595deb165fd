import { useRouterState } from '@tanstack/react-router';
import { useWho } from '../api/current-user.ts';
import { type Area, type AreaPage, areas } from './areas.ts';
import { mayUse } from './may-use.ts';

/** Returns the areas of which the signed-in user may use a page, each with those pages only. */
export const useAreas = (): Area[] => {
  const who = useWho();
  if (who?.kind !== 'staff') return [];
  return areas
    .map((area) => ({ ...area, pages: area.pages.filter((page) => mayUse(who.grants, page)) }))
    .filter(({ pages }) => pages.length > 0);
};

const valuesOf = (params: unknown): Record<string, unknown> =>
  typeof params === 'object' && params !== null ? { ...params } : {};
/** The beginnings of a page's addresses: with its own parameters, and without them for pages of another month. */
const startsOf = ({ link, also = [] }: AreaPage): string[] => {
  const to = String(link.to);
  const own = to.replaceAll(/\$(\w+)/g, (_, name: string) => String(valuesOf(link.params)[name]));
  return [own, to.replace(/\/\$.*$/, ''), ...also];
};
const isUnder = (path: string, start: string): boolean => path === start || path.startsWith(`${start}/`);

/** Returns the area and the page of the current address: the page with the longest beginning of it. */
export const useCurrentPage = (): { area?: Area; page?: AreaPage } => {
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const found = areas
    .flatMap((area) => area.pages.flatMap((page) => startsOf(page).map((start) => ({ area, page, start }))))
    .filter(({ start }) => isUnder(path, start))
    .sort((one, other) => other.start.length - one.start.length);
  return found[0] ?? {};
};
