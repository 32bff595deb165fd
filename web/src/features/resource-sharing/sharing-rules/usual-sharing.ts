const DAY = 24 * 60;

/** The rules of the API until the consortium adopts others; what is not here has its default there. Waits in minutes. */
export const usualSharing = {
  timers: {
    answerMinutes: { normal: 3 * DAY, rush: DAY, express: 120 },
    waitMinutes: {
      ...{ 'source-by': 60, 'cancel-answer-by': DAY, 'renew-answer-by': 2 * DAY, 'ship-by': 3 * DAY },
      ...{ 'arrive-by': 7 * DAY, 'pickup-by': 10 * DAY, 'ship-back-by': 2 * DAY, 'home-by': 7 * DAY },
      ...{ 'terms-by': 3 * DAY, 'reply-by': 2 * DAY, 'claim-by': 14 * DAY, 'copy-by': DAY },
    },
  },
  answerInOpenHours: true,
  rota: {
    weights: {
      ...{ available: 100, cost: 10, distance: 30, balance: 50, openHours: 10, responseTime: 10 },
      ...{ fillRate: 30, sharingPolicy: 5, reciprocal: 5 },
    },
    scales: {
      ...{ maxCost: 2000, maxTransitDays: 10, balanceRange: 30, fullDayMinutes: 600, slowestAnswerMinutes: 4320 },
    },
  },
  courierDays: 2,
  courierRoutes: [],
  loanFees: [],
  copyFees: [],
  reciprocalFree: false,
  replacementFee: 0,
  reciprocalGroups: {},
  lendingTargets: {},
  messageDays: 400,
  copies: {
    ...{ linkDays: 14, openings: 5 },
    copyrightNotice:
      'This material may be protected by copyright law. It was copied for private study, scholarship or research; do not use it for any other purpose.',
  },
};
