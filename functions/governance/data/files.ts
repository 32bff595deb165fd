import { filesOf } from '../../../layers/platform/objects/stored-files.ts';

/** The temporary files of governance in the bucket. */
export const files = filesOf({
  // A meeting pack is generated again on each request. Proposals and minutes name staff and members of bodies, no patrons.
  packs: { prefix: 'meeting-packs/', holds: 'Meeting packs of bodies', personal: 'none', days: 1 },
});
