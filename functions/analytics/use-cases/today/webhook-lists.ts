import { pausedWebhooks } from '../../../webhooks/public/paused-webhooks.ts';
import type { TodayDeps } from '../../deps.ts';
import { counted } from './counted.ts';

/** Reads the webhooks of an owner that their receivers paused; undefined where there is none. */
export const webhooksToResume = async ({ table }: TodayDeps, owner: string) => {
  const rows = await pausedWebhooks(table, owner);
  return rows.length === 0 ? undefined : { ...counted({ rows }, (row) => row), owner };
};
