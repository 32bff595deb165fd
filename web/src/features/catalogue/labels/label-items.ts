import { useQueries, useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { asProblem } from '../../../api/problem.ts';
import { atOnce } from './at-once.ts';

/** An item as its labels need it. */
export type LabelItem = Answered<'catalogue-get-item'> & { title?: string; author?: string };

const turn = atOnce(10);

const itemAt = (barcode: string) => take(api.GET('/v1/catalogue/items/{barcode}', { params: { path: { barcode } } }));

/** Returns an item by its barcode; if items of two members have it, that of the member. */
const itemOf = async (memberId: string, barcode: string): Promise<LabelItem> => {
  try {
    return await itemAt(barcode);
  } catch (thrown) {
    const own = asProblem(thrown).reasons.find(({ code, params }) => code === 'borne-by' && params.member === memberId);
    if (own === undefined) throw thrown;
    return await itemAt(String(own.params.item));
  }
};

const readItem = async (memberId: string, barcode: string, withTitle: boolean): Promise<LabelItem> => {
  const item = await itemOf(memberId, barcode);
  if (!withTitle || item.recordId === undefined) return item;
  const { description } = await take(
    api.GET('/v1/discovery/records/{recordId}', { params: { path: { recordId: item.recordId }, query: {} } }),
  );
  return { ...item, title: description.title, ...(description.author && { author: description.author.name }) };
};

const isUnknown = (thrown: unknown): boolean => asProblem(thrown).code === 'unknown-item';

/**
 * Returns the items of some barcodes as they arrive, in order and each once; the barcodes that no item has; and those that could not be
 * read, with the first error. Reads ten at once.
 */
export const useLabelItems = (memberId: string, barcodes: readonly string[], withTitle: boolean) =>
  useQueries({
    queries: barcodes.map((barcode) => ({
      queryKey: ['label-item', memberId, barcode, withTitle],
      queryFn: () => turn(() => readItem(memberId, barcode, withTitle)),
      retry: false,
    })),
    combine: (results) => {
      const failed = results.filter(({ error }) => error && !isUnknown(error));
      return {
        items: [...new Map(results.flatMap(({ data }) => (data ? [[data.barcode, data] as const] : []))).values()],
        missing: barcodes.filter((_, i) => results[i]?.error && isUnknown(results[i].error)),
        failed: barcodes.filter((_, i) => results[i]?.error && !isUnknown(results[i].error)),
        error: failed[0]?.error,
        again: () => {
          for (const one of failed) void one.refetch();
        },
        isPending: results.some(({ isFetching }) => isFetching),
      };
    },
  });

/** The most labels of one print. */
export const MOST = 500;

/** Returns the barcodes of a change of many items, and whether it has more than one print takes; asks nothing without one. */
export const useBatchBarcodes = (memberId: string, batchId: string | undefined) =>
  useQuery({
    queryKey: ['label-batch', memberId, batchId],
    queryFn: async () => {
      const barcodes: string[] = [];
      let hasMore = false;
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
        hasMore ||= after !== undefined;
      }
      const each = [...new Set(barcodes)];
      return { barcodes: each.slice(0, MOST), isCut: hasMore || each.length > MOST };
    },
    enabled: batchId !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
