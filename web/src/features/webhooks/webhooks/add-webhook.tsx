import { Panel } from '../../../components/panel.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { SecretOnce } from './secret-once.tsx';
import { useCreateWebhook } from './use-webhooks.ts';
import { WebhookForm } from './webhook-form.tsx';

const initial = { name: '', url: '', facts: [] };

/** Creates a webhook; its secret is shown once. */
export const AddWebhook = ({ owner }: { owner: string }) => {
  const t = useTranslate();
  const create = useCreateWebhook(owner);
  return (
    <Panel title={t('webhooks.add')}>
      {create.data && <SecretOnce key={create.data.webhookId} secret={create.data.secret} />}
      <WebhookForm
        initial={initial}
        act={t('webhooks.create')}
        isPending={create.isPending}
        send={create.mutate}
        empties
      />
    </Panel>
  );
};
