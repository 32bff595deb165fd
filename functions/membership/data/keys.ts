import { keysOf } from '../../../layers/platform/dynamodb/keys.ts';

/** The entities of membership in the single table: their keys and the access pattern of each key. */
export const keys = keysOf({
  member: {
    pk: 'MEMBER#{memberId}',
    sk: 'MEMBER',
    gsi2: { pk: 'DIRECTORY', sk: '{memberId}' },
    personal: 'none',
    retention: { period: 'permanent: statements name it after it left', ends: [] },
    question: 'Which member is this? gsi2: all members and branches, for choosing a library',
  },
  branch: {
    pk: 'MEMBER#{memberId}',
    sk: 'BRANCH#{branchId}',
    gsi2: { pk: 'DIRECTORY', sk: '{memberId}#{branchId}' },
    personal: 'none',
    retention: { period: 'permanent: histories name it', ends: [] },
    question:
      'Which branches has a member, when are they open, by the calendar in force and those that begin later? gsi2: the directory',
  },
  branchCalendar: {
    pk: 'CALENDARS#{branchId}',
    sk: '{version}',
    personal: { staff: 'Who set it' },
    retention: { period: 'permanent: charges by its hours must remain explainable', ends: [] },
    question: 'Which hours and closures did this branch have, from which day? A number is claimed once',
  },
  directory: {
    pk: 'DIRECTORY',
    sk: 'DIRECTORY',
    personal: 'none',
    retention: { period: 'permanent: written with each change of a member or a branch', ends: [] },
    question: 'Which members and branches are there, with the hours in force and later? In one item, compressed',
  },
  staff: {
    pk: 'STAFF#{staffId}',
    sk: 'STAFF',
    gsi2: { pk: 'STAFF-OF#{memberId}', sk: '{staffId}' },
    personal: { staff: 'Name, e-mail address and roles of a staff user' },
    retention: {
      period: 'permanent: histories name them by id; roles can be withdrawn, the row cannot be deleted yet',
      ends: [],
    },
    question: 'Which roles does this person hold? gsi2: the staff of a member (or of the consortium)',
  },
  staffEmail: {
    pk: 'EMAIL#{email}',
    sk: 'EMAIL',
    personal: { staff: 'To sign in with an e-mail address that belongs to one person' },
    retention: { period: 'as long as its staff user', ends: [] },
    question: 'Which staff user has this e-mail address? Claimed once',
  },
  desk: {
    pk: 'DESK#{deskId}',
    sk: 'DESK',
    gsi2: { pk: 'DESKS-OF#{memberId}', sk: '{deskId}' },
    personal: 'none',
    retention: { period: 'permanent, also once withdrawn: histories name it', ends: [] },
    question: 'Which shared desk is this, and with which key does it sign? gsi2: the desks of a member',
  },
  staffPass: {
    pk: 'STAFF-PASSES#{memberId}',
    sk: '{hash}',
    personal: { staff: 'To change the person at a shared desk by badge or code (salted hashes)' },
    retention: { period: 'until the person or an administrator replaces or removes it', ends: [] },
    question: 'Which staff user has this badge or code at a shared desk of this member? Claimed once',
  },
  staffPassSalt: {
    pk: 'STAFF-PASSES#{memberId}',
    sk: 'SALT',
    personal: 'none',
    retention: { period: 'permanent: one row for each member', ends: [] },
    question: 'With which salt are the badges and codes of this member hashed?',
  },
  practiceState: {
    pk: 'PRACTICE',
    sk: 'PRACTICE',
    personal: 'none',
    retention: { period: 'permanent: one row, in the table of the Practice Library only', ends: [] },
    question: 'On which day was the Practice Library last written?',
  },
  machineClient: {
    pk: 'CLIENT#{clientId}',
    sk: 'CLIENT',
    gsi2: { pk: 'CLIENTS-OF#{memberId}', sk: '{clientId}' },
    personal: 'none',
    retention: { period: 'permanent, also once withdrawn', ends: [] },
    question: 'Which machine is this? gsi2: the machines of a member',
  },
});

export const { key, gsi1, gsi2, gsi3, gsi4, sortPrefix, indexPartition } = keys;
