import type { z } from 'zod';
import { itemAnswer, recordAnswer } from './answers.ts';
import type { Called } from './concord-api.ts';
import type { Exchange } from './exchange.ts';

type Item = z.output<typeof itemAnswer>;

/** Loads an item by its barcode. */
export const loadItem = ({ api, terminal }: Exchange, barcode: string): Promise<Called<Item>> =>
  api.call(terminal.client, { method: 'GET', path: `/v1/catalogue/items/${encodeURIComponent(barcode)}` }, itemAnswer);

/** Loads the title of a record; empty when it has none that the public may see. */
export const loadTitle = async ({ api, terminal }: Exchange, recordId: string | undefined): Promise<string> => {
  if (recordId === undefined) return '';
  const path = `/v1/discovery/records/${encodeURIComponent(recordId)}`;
  const record = await api.call(terminal.client, { method: 'GET', path }, recordAnswer);
  return 'ok' in record ? record.ok.description.title : '';
};
