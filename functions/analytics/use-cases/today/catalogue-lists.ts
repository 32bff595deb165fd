import { fastAddedOf } from '../../../catalogue/public/fast-added.ts';
import type { TodayDeps } from '../../deps.ts';
import { counted } from './counted.ts';

const COUNTED = 20;

/** Reads the brief records that wait for the cataloguers of a member. */
export const recordsToDescribe = async ({ table }: TodayDeps, memberId: string) => {
  const page = await fastAddedOf(table, memberId, { limit: COUNTED });
  if (page === 'bad-cursor') return undefined;
  return counted(page, ({ sourceId, title, at: since }) => ({ sourceId, title, since }));
};
