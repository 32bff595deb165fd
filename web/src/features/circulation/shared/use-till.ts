import { useMutation, useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { api, keyed, newKey, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';

export type Till = Answered<'circulation-close-till'>;
/** The currency and the means of payment of desks. */
export type Money = { currency: string; means: string[] };

const usual = ['cash', 'card', 'other'];

const moneyIn = (body: unknown): Money | undefined => {
  const { currency, desk }: { currency?: unknown; desk?: { means?: unknown } } =
    typeof body === 'object' && body !== null ? { ...body } : {};
  if (typeof currency !== 'string') return undefined;
  const means = Array.isArray(desk?.means) ? desk.means.filter((one) => typeof one === 'string') : usual;
  return { currency, means };
};

/** Returns the currency and means of payment by the adopted fees; undefined where none defines them. */
export const useMoney = () =>
  useQuery({
    queryKey: ['desk-money'],
    queryFn: async () => {
      const path = { kind: 'fees' as const };
      const { body } = await take(api.GET('/v1/governance/policies/{kind}/in-force', { params: { path } }));
      return moneyIn(body) ?? null;
    },
    staleTime: 30 * 60_000,
    retry: false,
  });

/** Returns an idempotency key that stays the same across retries. */
const useKey = () => {
  const tried = useRef<{ given: string; key: string }>(undefined);
  return (what: unknown): string => {
    const given = JSON.stringify(what);
    if (tried.current?.given !== given) tried.current = { given, key: newKey() };
    return tried.current.key;
  };
};

/** Opens today's till with change, in minor units. */
export const useOpening = (branchId: string) => {
  const keyOf = useKey();
  return useMutation({
    mutationFn: (float: { currency: string; means: string; amount: number }) =>
      take(api.POST('/v1/circulation/till-openings', { body: { branchId, float }, ...keyed(keyOf(float)) })),
  });
};

/** Closes a day's till with the counted amounts. */
export const useClosing = (branchId: string) => {
  const keyOf = useKey();
  return useMutation({
    mutationFn: (count: { day: string; counted: { currency: string; means: string; amount: number }[] }) =>
      take(api.POST('/v1/circulation/till-closings', { body: { branchId, ...count }, ...keyed(keyOf(count)) })),
  });
};
