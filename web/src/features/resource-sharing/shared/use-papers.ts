import { useMutation } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';

/** Papers that a branch prints for loans: what is to be fetched, from the first or after so many; slips for what is sent. */
export type Papers = { pull: number } | { packing: string[] };

/** As many slips as one file holds. */
const MOST = 100;

const printed = (branchId: string, papers: Papers) => {
  const params = { path: { branchId } };
  if ('pull' in papers) {
    return take(
      api.POST('/v1/resource-sharing/branches/{branchId}/pull-slips', { params, body: { skip: papers.pull } }),
    );
  }
  const requestIds = [...new Set(papers.packing)].slice(0, MOST);
  return take(
    api.POST('/v1/resource-sharing/branches/{branchId}/packing-slips', { params, body: { requestIds } }),
  ).then((file) => ({ ...file, left: papers.packing.length - requestIds.length }));
};

/** Makes a file of slips and opens it beside this room, to be printed from there. */
export const usePapers = (branchId: string) =>
  useMutation({
    mutationFn: (papers: Papers) => printed(branchId, papers),
    onSuccess: ({ url }) => {
      window.open(url, '_blank', 'noopener');
    },
  });
