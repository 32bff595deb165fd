import { useMutation } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import { openFile } from '../../../components/open-file.ts';

/** The documents of a branch for interlibrary loans: pull slips, from the first or after an offset; packing slips. */
export type Papers = { pull: number } | { packing: string[] };

/** The maximum number of slips in one file. */
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

/** Creates a file of slips and opens it in a new tab for printing. */
export const usePapers = (branchId: string) =>
  useMutation({
    mutationFn: (papers: Papers) => printed(branchId, papers),
    onSuccess: ({ url }) => {
      openFile(url);
    },
  });
