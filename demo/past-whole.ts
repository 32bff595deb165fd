import { type PastSum, type PastWindow, pastUse } from './past.ts';
import { pastAuthorizer } from './past-authorizer.ts';
import { pastCrashes } from './past-crashes.ts';
import { pastMetering } from './past-metering.ts';
import { pastPublic } from './past-public.ts';
import { pastStream } from './past-stream.ts';

/**
 * Returns all use of the months of a window except metering's own: the members' and the public's use, the authorizer, the work of
 * the stream, and unexplained use. It depends on window and seed only.
 */
export const meteredPast = (window: PastWindow): PastSum[] => {
  const own = pastUse(window);
  const asked = [...own, ...pastPublic(window.seed, own)];
  const explained = [...asked, ...pastAuthorizer(asked), ...pastStream(own)];
  return [...explained, ...pastCrashes(explained)];
};

/** Returns all use of the months of a window, including metering's own. */
export const wholePast = (window: PastWindow): PastSum[] => {
  const metered = meteredPast(window);
  return [...metered, ...pastMetering(metered)];
};
