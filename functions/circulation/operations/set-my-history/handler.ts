import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { patronOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import type { Runtime } from '../../../../layers/platform/runtime/runtime.ts';
import { policyStore } from '../../../../layers/records/policies/data/policy-store.ts';
import { defaultPatrons, patronsKind } from '../../../../layers/records/policies/domain/patrons.ts';
import { pastLoanStore } from '../../data/past-loan-store.ts';
import { applyRetention } from '../../use-cases/apply-retention.ts';
import { contract } from './contract.ts';

const compose = (runtime: Runtime) => {
  const table = openTable(runtime);
  return { past: pastLoanStore(table), policies: policyStore(table) };
};

export const handler = handle(contract, compose, async ({ actor, body: { on }, now }, { past, policies }) => {
  const { id: patronId } = patronOf(actor);
  // The wish first: what ends from now on is judged by it. Said again, it goes on where a broken call stopped.
  if (!(await past.setHistory(patronId, on))) return refuse('gone', 'This patron is no longer here.');
  if (on) return answer({ on });
  const { loans: rules } = (await policies.inForce(patronsKind, now))?.body ?? defaultPatrons;
  for (const loan of await past.all(patronId)) {
    if (!(await applyRetention(past, rules, { patronId }, loan, iso(now)))) {
      return refuse('changed-meanwhile', 'The reading history was turned on meanwhile.');
    }
  }
  return answer({ on });
});
