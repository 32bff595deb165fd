import { Button } from '@mantine/core';
import { Icon } from '../../../components/icon.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { type Papers, usePapers } from '../shared/use-papers.ts';

/** Prints the pull slips of a branch for other libraries: one file after another until all are printed. */
export const PullSlips = ({ branchId }: { branchId: string }) => {
  const t = useTranslate();
  const papers = usePapers(branchId);
  const { data, variables } = papers;
  const done =
    data && variables && 'pull' in variables ? { upTo: variables.pull + data.slips, left: data.left } : undefined;
  const print = (wanted: Papers): void => papers.mutate(wanted);
  return (
    <div className="row">
      <Button
        size="sm"
        variant="default"
        leftSection={<Icon name="print" size={16} />}
        loading={papers.isPending}
        onClick={() => print({ pull: done && done.left > 0 ? done.upTo : 0 })}
      >
        {done && done.left > 0 ? t('loans.pull-left', { count: done.left }) : t('loans.pull-slips')}
      </Button>
      {data && (
        <span role="status" className="quiet">
          {t('loans.printed', { count: data.slips })}
        </span>
      )}
      {papers.error && <FailedNotice thrown={papers.error} />}
    </div>
  );
};

/** Prints the packing slips of these requests. */
export const PackingSlips = ({ branchId, requestIds }: { branchId: string; requestIds: string[] }) => {
  const t = useTranslate();
  const papers = usePapers(branchId);
  return (
    <>
      <Button
        size="sm"
        variant="default"
        leftSection={<Icon name="print" size={16} />}
        loading={papers.isPending}
        onClick={() => papers.mutate({ packing: requestIds })}
      >
        {t('loans.packing-slips')}
      </Button>
      {papers.error && <FailedNotice thrown={papers.error} />}
    </>
  );
};
