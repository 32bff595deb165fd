import type { Member } from '../functions/membership/domain/member.ts';

type Season = { months: readonly number[]; weekdays: readonly number[] };

/**
 * The seasons of use by type of library. `months`: January to December, 1 is an average month; `weekdays`: Sunday to Saturday.
 * Public libraries peak in summer (children's reading), universities in their two terms and before examinations, schools in class
 * time; special libraries are almost constant.
 */
export const seasons: Readonly<Record<Member['type'], Season>> = {
  public: {
    months: [0.97, 0.9, 0.95, 0.92, 0.93, 1.2, 1.32, 1.24, 0.94, 0.93, 0.88, 0.82],
    weekdays: [0.6, 1.05, 1.05, 1, 1, 0.95, 1.35],
  },
  academic: {
    months: [0.7, 1.15, 1.2, 1.3, 0.95, 0.55, 0.5, 0.65, 1.3, 1.4, 1.35, 0.95],
    weekdays: [0.7, 1.25, 1.3, 1.25, 1.15, 0.85, 0.5],
  },
  special: {
    months: [1, 1, 1.05, 1.05, 1, 1, 0.95, 0.8, 1.05, 1.05, 1.05, 0.9],
    weekdays: [0, 1, 1.1, 1.1, 1.05, 0.9, 0],
  },
  school: {
    months: [1.05, 1.1, 1.15, 1.05, 1.1, 0.85, 0.55, 0.6, 1.3, 1.25, 1.15, 0.85],
    weekdays: [0, 1.1, 1.05, 1.05, 1.05, 0.9, 0],
  },
};

/** The loans of an average month by member: the largest has fifteen times the smallest. */
export const loansAMonth: Readonly<Record<string, number>> = {
  riverton: 42_000,
  lakeshore: 27_000,
  harcourt: 23_000,
  calder: 9000,
  ashgrove: 2800,
  northfield: 4600,
};
