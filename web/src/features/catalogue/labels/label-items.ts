import { useQueries, useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';

/** An item as its labels need it. */
export type LabelItem = Answered<'catalogue-get-item'> & { title?: string; author?: string };

const readItem = async (barcode: string, withTitle: boolean): Promise<LabelItem> => {
  const item = await take(api.GET('/v1/catalogue/items/{barcode}', { params: { path: { barcode } } }));
  if (!withTitle || item.recordId === undefined) return item;
  const { description } = await take(
    api.GET('/v1/discovery/records/{recordId}', { params: { path: { recordId: item.recordId }, query: {} } }),
  );
  return { ...item, title: description.title, ...(description.author && { author: description.author.name }) };
};

/** Returns the items of some barcodes as they arrive, and the barcodes that no item has. */
export const useLabelItems = (barcodes: readonly string[], withTitle: boolean) =>
  useQueries({
    queries: barcodes.map((barcode) => ({
      queryKey: ['label-item', barcode, withTitle],
      queryFn: () => readItem(barcode, withTitle),
      retry: false,
    })),
    combine: (results) => ({
      items: results.flatMap(({ data }) => data ?? []),
      missing: barcodes.filter((_, i) => results[i]?.isError),
      isPending: results.some(({ isPending }) => isPending),
    }),
  });

/** The most labels of one batch. */
const MOST = 500;

/** Returns the barcodes of a change of many items; asks nothing without one. */
export const useBatchBarcodes = (memberId: string, batchId: string | undefined) =>
  useQuery({
    queryKey: ['label-batch', memberId, batchId],
    queryFn: async () => {
      const barcodes: string[] = [];
      for (const of of ['done', 'planned'] as const) {
        let after: string | undefined;
        do {
          const page = await take(
            api.GET('/v1/catalogue/members/{memberId}/item-batches/{batchId}', {
              params: { path: { memberId, batchId: batchId ?? '' }, query: { of, ...(after && { after }) } },
            }),
          );
          barcodes.push(...page.items.flatMap(({ barcode }) => barcode || []));
          after = page.next;
        } while (after !== undefined && barcodes.length < MOST);
      }
      return [...new Set(barcodes)].slice(0, MOST);
    },
    enabled: batchId !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
