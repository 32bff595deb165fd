import { openTable } from '../../../layers/platform/dynamodb/table.ts';
import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';
import { policyStore } from '../../../layers/records/policies/data/policy-store.ts';
import type { PrintSettings } from '../../resource-sharing/public/print-settings.ts';
import { defaultNotices, noticeSettingsOf, noticesKind } from '../domain/policy.ts';

/** Reads how a member prints from the policy of notices in force, or from the default. */
export const printSettings = (runtime: Runtime): PrintSettings => {
  const policies = policyStore(openTable(runtime));
  return async (memberId, now) => {
    const policy = (await policies.inForce(noticesKind, now))?.body ?? defaultNotices;
    const { language, letters } = noticeSettingsOf(policy, memberId);
    return { paper: letters.paper, language };
  };
};
