import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import type { Member } from '../../../api/directory.ts';
import { inForceAt } from '../../../components/policy-versions.ts';
import { usePolicyVersions } from '../../../components/use-policies.ts';
import { useDesks } from '../shared-desks/use-desks.ts';

/** The parts of a library's set-up, in the order in which they are done, each with the page where it is done. */
export const parts = {
  hours: '/branches',
  names: '/names',
  rules: '/loan-rules',
  categories: '/patron-rules',
  notices: '/notice-rules',
  colleagues: '/staff',
  desk: '/shared-desks',
} as const;
export type Part = keyof typeof parts;

/** A member with the opening hours of its branches, as in the directory. */
type Place = Member & { branches: { calendar: { weekly: object } }[] };

/** Returns which parts of a library's set-up are done; undefined while they load. A part that could not be loaded is not listed. */
export const useSetUp = (member: Place): Partial<Record<Part, boolean>> | undefined => {
  const { memberId, branches, names } = member;
  const now = new Date().toISOString();
  const rules = usePolicyVersions('loan-rules', true);
  const patrons = usePolicyVersions('patrons', true);
  const notices = usePolicyVersions('notices', true);
  const desks = useDesks(memberId);
  const staff = useQuery({
    queryKey: ['staff', memberId, 'first'],
    queryFn: () => take(api.GET('/v1/membership/staff', { params: { query: { memberId } } })),
  });
  if ([rules, patrons, notices, desks, staff].some(({ isPending }) => isPending)) return undefined;
  const of = <T>(loaded: T | undefined, isDone: (one: T) => boolean) =>
    loaded === undefined ? undefined : isDone(loaded);
  const found: Record<Part, boolean | undefined> = {
    hours: branches.some(({ calendar }) => Object.keys(calendar.weekly).length > 0),
    names: (names?.locations.length ?? 0) > 0,
    rules: of(rules.data, (all) => inForceAt(all, now)?.body.rules.some(({ setBy }) => setBy === memberId) ?? false),
    categories: of(patrons.data, (all) => Object.keys(inForceAt(all, now)?.body.categories ?? {}).length > 0),
    notices: of(notices.data, (all) => inForceAt(all, now) !== undefined),
    colleagues: of(staff.data, (all) => all.staff.length > 1),
    desk: of(desks.data, (all) => all.pages.some((page) => page.desks.length > 0)),
  };
  return Object.fromEntries(Object.entries(found).filter(([, isDone]) => isDone !== undefined));
};

/** Returns whom pages name for covers; undefined while it loads. */
export const useCoverCredits = () =>
  useQuery({ queryKey: ['covers'], queryFn: () => take(api.GET('/v1/discovery/cover-credits')) }).data;
