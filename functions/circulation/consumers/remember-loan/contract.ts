import { consumer } from '../../../../layers/platform/http/consumer.ts';

/** Keeps or forgets who had what once a loan ended or its last fee was settled (C78); counts the loan for the statistics. */
export const contract = consumer({
  id: 'circulation-remember-loan',
  context: 'circulation',
  service: 'circulation',
  summary: 'Anonymise loans that ended, by rule; keep those whose patron wants a reading history',
  trigger: { by: 'queue', queue: 'past-loans' },
  touches: { table: 'write' },
  timeoutSeconds: 30,
  errorImpact: 'Reading histories and loan statistics lack what was returned; paid bills still name their item.',
});
