import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import { Icon } from '../../../components/icon.tsx';
import { openFile } from '../../../components/open-file.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { usePapers } from '../shared/use-papers.ts';
import type { Loan } from './request.ts';

const useCopy = (requestId: string) =>
  useMutation({
    mutationFn: () =>
      take(api.GET('/v1/resource-sharing/requests/{requestId}/copy', { params: { path: { requestId } } })),
    onSuccess: ({ url }) => {
      openFile(url);
    },
  });

/** The documents of a request: the packing slip, and the delivered copy. */
export const Papers = ({ loan, branchId }: { loan: Loan; branchId: string }) => {
  const t = useTranslate();
  const { requestId, documentId, barcode, actions } = loan;
  const travels = barcode !== undefined || actions.some(({ trigger }) => trigger === 'ship');
  const papers = usePapers(branchId);
  const copy = useCopy(requestId);
  if (!travels && documentId === undefined) return null;
  return (
    <>
      <p className="row">
        {documentId && (
          <Button
            size="sm"
            variant="default"
            leftSection={<Icon name="page" size={16} />}
            loading={copy.isPending}
            onClick={() => copy.mutate()}
          >
            {t('loan-part.see-copy')}
          </Button>
        )}
        {travels && (
          <Button
            size="sm"
            variant="default"
            leftSection={<Icon name="print" size={16} />}
            loading={papers.isPending}
            onClick={() => papers.mutate({ packing: [requestId] })}
          >
            {t('loan-part.packing-slip')}
          </Button>
        )}
      </p>
      {copy.data && <p className="quiet">{copy.data.copyright}</p>}
      {(papers.error ?? copy.error) && <FailedNotice thrown={papers.error ?? copy.error} />}
    </>
  );
};
