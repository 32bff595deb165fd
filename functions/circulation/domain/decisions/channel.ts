/** By what a decision can be asked for: staff, a machine, the patron online, or an interlibrary loan's workflow. */
export const channels = ['desk', 'self-check', 'patron', 'system'] as const;
export type Channel = (typeof channels)[number];

/** The version of the columns of a decision's fact: it rises when one is added or changes its meaning. */
export const DECISION_SCHEMA = 1;
