import * as z from 'zod';
import { work } from '../../../../layers/platform/http/work.ts';
import { attributeUsage } from '../../../../layers/platform/runtime/meter.ts';
import { billFileDeps } from '../../deps.ts';
import { takeInFile } from '../../use-cases/take-in-bill.ts';
import { contract } from './contract.ts';

const eventSchema = z.object({ detail: z.object({ object: z.object({ key: z.string() }) }) });

export const handler = work(contract, billFileDeps, async (event: unknown, deps, { now }) => {
  // The bill of the platform concerns all members.
  attributeUsage({ caller: 'consortium' });
  return takeInFile(deps, eventSchema.parse(event).detail.object.key, now);
});
