import { type Profile, passedOver } from './profile.ts';

const fields = {
  ...{ USER_KEY: 'id', USER_ID: 'card', USER_LAST_NAME: 'family', USER_FIRST_NAME: 'given' },
  ...{ USER_BIRTH_DATE: 'born', USER_LIBRARY: 'branch', USER_PROFILE: 'category', USER_PRIV_EXPIRES: 'expires' },
  ...{ USER_PRIV_GRANTED: 'registered', EMAIL: 'email', PHONE: 'phone', HOMEPHONE: 'phone2', STREET: 'address' },
  ...{ 'CITY/STATE': 'locality', CITYSTZIP: 'locality', ZIP: 'postalCode' },
  ...passedOver('USER_ALT_ID', 'NAME', 'USER_GROUP_ID', 'USER_DEPARTMENT', 'USER_STATUS', 'USER_LAST_ACTIVITY'),
  ...passedOver('USER_CATEGORY1', 'USER_CATEGORY2', 'USER_CATEGORY3', 'USER_CATEGORY4', 'USER_CATEGORY5'),
  ...passedOver('USER_NAME_DSP_PREF', 'USER_PREF_LANG', 'USER_ROUTING_FLAG', 'USER_CHG_HIST_RULE', 'USER_ACCESS'),
  ...passedOver('USER_ENVIRONMENT', 'ATTN'),
};

/**
 * Symphony: the fields of its flat user records, written as CSV with or without the dots around their names. Its item and charge reports
 * (selitem, selcharge) have no first line, so their columns have the names that the library gives them.
 */
export const symphony: Profile = {
  name: 'Symphony (SirsiDynix)',
  checked: 'dumpflatuser and loadflatuser records in scripts of Symphony libraries on github.com',
  unchecked: 'USER_KEY; codes of current locations',
  format: { encoding: 'utf-8', dayFormat: 'yyyyMMdd', decimalMark: '.' },
  headings: {
    patrons: {
      ...fields,
      ...Object.fromEntries(Object.entries(fields).map(([name, column]) => [`.${name}.`, column])),
    },
  },
  codes: {
    itemStatuses: {
      ...{ CHECKEDOUT: 'on-loan', HOLDS: 'on-hold-shelf', INTRANSIT: 'in-transit', MISSING: 'missing', LOST: 'lost' },
      ...{ 'LOST-ASSUM': 'lost', 'LOST-CLAIM': 'lost', 'LOST-PAID': 'lost', LONGOVRDUE: 'lost' },
      ...{ INPROCESS: 'in-process', CATALOGING: 'in-process', 'ON-ORDER': 'on-order', DAMAGE: 'damaged' },
      ...{ DISCARD: 'withdrawn', STACKS: 'available' },
    },
  },
};
