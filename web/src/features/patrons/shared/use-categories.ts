import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import { ageOf } from './person-form.ts';

type Ages = { name?: string | undefined; fromAge?: number | undefined; untilAge?: number | undefined };

/** Returns the categories of the adopted policy of patrons; none where any may be written. */
export const useCategories = (): Record<string, Ages> => {
  const { data } = useQuery({
    queryKey: ['policy', 'patrons', 'in-force'],
    queryFn: async () => {
      const path = { kind: 'patrons' as const };
      const policy = await take(api.GET('/v1/governance/policies/{kind}/in-force', { params: { path } }));
      return policy.kind === 'patrons' ? (policy.body.categories ?? {}) : {};
    },
    staleTime: 30 * 60_000,
    retry: false,
  });
  return data ?? {};
};

const fits = ({ fromAge = 0, untilAge = 200 }: Ages, age: number): boolean => age >= fromAge && age < untilAge;

/** Returns the category to propose for a birth date: the usual one when it fits the age, else the first one with age limits that fit. */
export const proposedCategory = (categories: Record<string, Ages>, birthDate: string): string => {
  const age = ageOf(birthDate) ?? 30;
  const all = Object.entries(categories);
  const limited = all.find(([, ages]) => (ages.fromAge ?? ages.untilAge) !== undefined && fits(ages, age));
  const usual = all.find(([name, ages]) => name === 'adult' && fits(ages, age));
  return (usual ?? limited ?? all[0])?.[0] ?? 'adult';
};
