import { consumer } from '../../../../layers/platform/http/consumer.ts';

/** Retains or deletes the link between a patron and a loan that ended or whose last fee was settled (C78); counts the loan. */
export const contract = consumer({
  id: 'circulation-record-past-loan',
  context: 'circulation',
  service: 'circulation',
  summary: 'Anonymise loans that ended, by rule; keep those whose patron wants a reading history',
  trigger: { by: 'queue', queue: 'past-loans' },
  touches: { table: 'write' },
  timeoutSeconds: 30,
  errorImpact: 'Reading histories and loan statistics lack what was returned; paid bills still name their item.',
});
