import { useDirectory } from '../../../api/directory.ts';
import { today } from '../../../components/days.ts';
import { placeTime } from '../../../i18n/place-time.ts';

/** Returns today (`YYYY-MM-DD`) by the clock of a branch, which need not be the clock of this browser. */
export const useBranchDay = (branchId: string): string => {
  const { branches } = useDirectory();
  const zone = branches.find((one) => one.branchId === branchId)?.calendar.timeZone;
  return zone === undefined ? today() : placeTime(zone, new Date()).day;
};
