import type { Block } from '../billing-policy.ts';
import type { StatementLine } from '../statement.ts';

/** The FOCUS 1.2 classification of a charge: a service, its category, and its subcategory. */
export type FocusService = { name: string; category: string; subcategory: string };

const none = (name: string): FocusService => ({ name, category: 'Other', subcategory: 'Other (Other)' });

/** The services that members use. Category and subcategory are FOCUS 1.2 terms (allowed values of its ServiceSubcategory). */
const services: Partial<Record<string, FocusService>> = {
  circulation: {
    ...{ name: 'Circulation', category: 'Business Applications', subcategory: 'Other (Business Applications)' },
  },
  search: { name: 'Search', category: 'Analytics', subcategory: 'Search' },
  catalogue: { name: 'Shared catalogue', category: 'Databases', subcategory: 'Other (Databases)' },
  'resource-sharing': {
    ...{ name: 'Resource sharing', category: 'Business Applications', subcategory: 'Productivity and Collaboration' },
  },
  administration: {
    ...{ name: 'Administration', category: 'Management and Governance' },
    subcategory: 'Other (Management and Governance)',
  },
  platform: { name: 'Platform', category: 'Web', subcategory: 'Application Platforms' },
};

/** FOCUS has no suitable category for charges without a service of the platform; it then requires Other. */
const unserved: Partial<Record<Block, FocusService>> = {
  unmetered: none('Cloud bill'),
  dues: none('Membership'),
  'between-members': none('Settlement between members'),
  'one-off': none('One-off service'),
  credit: none('Credit'),
  tax: none('Tax'),
};

/** Returns the service of a line. A correction has the service that it corrects. */
export const focusService = (line: StatementLine): FocusService => {
  const { block, service } = line.corrects ?? line;
  return (service === undefined ? undefined : services[service]) ?? unserved[block] ?? none('Platform use');
};
