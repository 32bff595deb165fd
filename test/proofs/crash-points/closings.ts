import { handler as previewClosing } from '../../../functions/circulation/operations/preview-closing/handler.ts';
import { handler as runClosing } from '../../../functions/circulation/operations/run-closing/handler.ts';
import { staffAt } from '../../builders/people.ts';
import type { Scenarios } from './scenario.ts';
import { asked, DESK } from './world.ts';

const by = { actor: staffAt('cedar', 'member-admin'), path: { branchId: DESK } };
const body = { from: '2026-03-03', to: '2026-03-04', reason: 'Closed because of snow' };

/** The run of a closing that was previewed. */
const aRun = (way: 'onwards' | 'back') => async () => {
  const { closingId } = (await asked(previewClosing, { ...by, body })) as { closingId: string };
  const path = { ...by.path, closingId };
  await asked(runClosing, { ...by, path, body: { way: 'look' } });
  if (way === 'back') await asked(runClosing, { ...by, path, body: { way: 'onwards' } });
  return { ...by, path, body: { way } };
};

/** Requests that close a branch for some days. */
export const closingScenarios: Record<string, Scenarios> = {
  'circulation-preview-closing': [
    { what: 'two days', handler: previewClosing, prepare: async () => ({ ...by, body }) },
  ],
  'circulation-run-closing': [
    { what: 'closed', handler: runClosing, prepare: aRun('onwards') },
    { what: 'taken back', handler: runClosing, prepare: aRun('back') },
  ],
};
