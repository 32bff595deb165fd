import { keysOf } from '../../../layers/platform/dynamodb/keys.ts';

/** The entities of membership in the one table: their keys, and the question that each key answers. */
export const keys = keysOf({
  member: {
    pk: 'MEMBER#{memberId}',
    sk: 'MEMBER',
    gsi2: { pk: 'DIRECTORY', sk: '{memberId}' },
    question: 'Which member is this? gsi2: all members and branches, for choosing a library',
  },
  branch: {
    pk: 'MEMBER#{memberId}',
    sk: 'BRANCH#{branchId}',
    gsi2: { pk: 'DIRECTORY', sk: '{memberId}#{branchId}' },
    question: 'Which branches has a member, when are they open? gsi2: the directory',
  },
  staff: {
    pk: 'STAFF#{staffId}',
    sk: 'STAFF',
    gsi2: { pk: 'STAFF-OF#{memberId}', sk: '{staffId}' },
    question: 'Which roles does this person hold? gsi2: the staff of a member (or of the consortium)',
  },
  staffEmail: { pk: 'EMAIL#{email}', sk: 'EMAIL', question: 'Whose address is this? Claimed once' },
  machineClient: {
    pk: 'CLIENT#{clientId}',
    sk: 'CLIENT',
    gsi2: { pk: 'CLIENTS-OF#{memberId}', sk: '{clientId}' },
    question: 'Which machine is this? gsi2: the machines of a member',
  },
});

export const { key, gsi1, gsi2, gsi3, gsi4, sortPrefix, indexPartition } = keys;
