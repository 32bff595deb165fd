import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { toast } from '../../../components/toasts.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { useListsAnew } from '../shared/use-lists.ts';

const path = '/v1/discovery/my/lists/{listId}/link';

/** The link by which a patron shares a list: made, copied and withdrawn. */
export const ShareList = ({ listId, link }: { listId: string; link: string | undefined }) => {
  const t = useTranslate();
  const anew = useListsAnew();
  const of = { params: { path: { listId } } };
  const share = useMutation({ mutationFn: () => take(api.PUT(path, of)), onSuccess: anew });
  const withdraw = useMutation({
    mutationFn: () => take(api.DELETE(path, of)),
    onSuccess: () => {
      toast(t('list.withdrawn'));
      return anew();
    },
  });
  const error = share.error ?? withdraw.error;
  const address = `${window.location.origin}/shared/${link}`;
  return (
    <div className="stack">
      {link === undefined ? (
        <div className="row">
          <Button size="sm" variant="default" loading={share.isPending} onClick={() => share.mutate()}>
            {t('list.share')}
          </Button>
        </div>
      ) : (
        <>
          <p className="quiet">{t('list.share-meaning')}</p>
          <TextInput label={t('list.link')} readOnly value={address} />
          <div className="row">
            <Button
              size="sm"
              variant="default"
              onClick={() => void navigator.clipboard.writeText(address).then(() => toast(t('list.copied')))}
            >
              {t('list.copy')}
            </Button>
            <Button size="sm" variant="default" loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
              {t('list.withdraw')}
            </Button>
          </div>
        </>
      )}
      {error && <FailedNotice thrown={error} />}
    </div>
  );
};
