import { type PastSum, type PastWindow, pastUse } from './past.ts';
import { pastAuthorizer } from './past-authorizer.ts';
import { pastCrashes } from './past-crashes.ts';
import { pastMetering } from './past-metering.ts';
import { pastPublic } from './past-public.ts';
import { pastStream } from './past-stream.ts';

/**
 * Takes a window; gives all that its months hold but metering's own cost: the members' use and the public's, the
 * authorizer's answers, the work that the stream brings, and what nobody can explain. By window and seed alone.
 */
export const meteredPast = (window: PastWindow): PastSum[] => {
  const own = pastUse(window);
  const asked = [...own, ...pastPublic(window.seed, own)];
  const explained = [...asked, ...pastAuthorizer(asked), ...pastStream(own)];
  return [...explained, ...pastCrashes(explained)];
};

/** Takes a window; gives all that its months hold, metering's own cost with them. */
export const wholePast = (window: PastWindow): PastSum[] => {
  const metered = meteredPast(window);
  return [...metered, ...pastMetering(metered)];
};
