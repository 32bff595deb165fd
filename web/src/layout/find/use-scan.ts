import { api, take } from '../../api/client.ts';
import { useBranch } from '../../features/circulation/shared/use-branch.ts';
import { isNumber } from './found.ts';

/** Returns the function that finds where a scanned number leads: to its patron or its item; undefined where it is neither. */
export const useScan = () => {
  const { branch } = useBranch('desk', 'desk-supervisor');
  return async (text: string): Promise<string | undefined> => {
    if (!branch || !isNumber(text)) return undefined;
    const { branchId } = branch;
    const { is, patrons, item } = await take(api.POST('/v1/circulation/scans', { body: { branchId, scan: text } }));
    const [patron, ...others] = patrons;
    if (is === 'card' && patron && others.length === 0) return `/patrons/${patron.patronId}`;
    if (is === 'item' && item) return `/copy?barcode=${encodeURIComponent(item.barcode)}`;
    return undefined;
  };
};
