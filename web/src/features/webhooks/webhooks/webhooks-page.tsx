import { useTranslate } from '../../../i18n/translate.ts';
import { LibraryPage } from '../../membership/shared/library-page.tsx';
import { AddWebhook } from './add-webhook.tsx';
import { WebhookTable } from './webhook-table.tsx';

/** The page of webhooks: the systems to which facts are sent, and what they got. */
export const WebhooksPage = () => {
  const t = useTranslate();
  return (
    <LibraryPage
      title={t('webhooks.title')}
      meaning={t('webhooks.meaning')}
      library={t('webhooks.library')}
      notYours={t('webhooks.not-yours')}
      consortium={t('webhooks.consortium')}
      back="/webhooks"
    >
      {(owner) => (
        <>
          <WebhookTable owner={owner} />
          <AddWebhook owner={owner} />
        </>
      )}
    </LibraryPage>
  );
};
