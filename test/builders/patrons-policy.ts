import type { Table } from '../../layers/platform/dynamodb/table.ts';
import { policyStore } from '../../layers/records/policies/data/policy-store.ts';
import { patronsSchema } from '../../layers/records/policies/domain/patrons.ts';

/** Adopts a policy on patrons from an instant on; missing values have their defaults. */
export const aPatronsPolicy = async (table: Table, body: object, effectiveFrom: string): Promise<void> => {
  await policyStore(table).adopt(
    {
      ...{ kind: 'patrons', effectiveFrom, decisionReference: 'D-2', adoptedBy: 'staff:root' },
      body: patronsSchema.parse(body),
    },
    (version) => ({
      ...{ subject: 'policy:patrons', at: effectiveFrom, auditId: `aud_${version}`, by: 'test' },
      ...{ did: 'adopted', detail: {} },
    }),
  );
};
