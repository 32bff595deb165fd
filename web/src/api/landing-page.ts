/** The page on which staff land after the sign-in: Today, whose lists follow from their roles (`functions/analytics/domain/today-roles.ts`). */
export const landingPage = '/today';

/** Returns the page to open after the sign-in: the one that was asked for when it is one of this site, or else the landing page. */
export const pageAfterSignIn = (asked: unknown): string =>
  typeof asked === 'string' && asked.startsWith('/') && !asked.startsWith('//') ? asked : landingPage;
