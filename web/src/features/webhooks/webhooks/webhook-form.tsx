import rules from 'virtual:form/webhooks-create-webhook';
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useOperationForm } from '../../../components/form/use-operation-form.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { FactChoice } from './fact-choice.tsx';
import type { WebhookFact } from './use-webhooks.ts';

type Terms = { name: string; url: string; facts: WebhookFact[] };
type Props = {
  initial: Terms;
  act: string;
  isPending: boolean;
  send: (terms: Terms, ends: { onSuccess: () => void; onError: (thrown: unknown) => void }) => void;
  /** Whether the fields are emptied after a success. */
  empties?: true;
};

/** The fields of a webhook: its name, its address and its facts. */
export const WebhookForm = ({ initial, act, isPending, send, empties }: Props) => {
  const t = useTranslate();
  const { name, url } = initial;
  const { form, text, submit, failed, refused } = useOperationForm({ rules, initial: { name, url } });
  const [facts, setFacts] = useState(initial.facts);
  const done = (): void => {
    if (!empties) return;
    form.reset();
    setFacts(initial.facts);
  };
  return (
    <form
      className="stack"
      noValidate
      onSubmit={submit((filled) =>
        send({ name: filled.name ?? '', url: filled.url ?? '', facts }, { onSuccess: done, onError: refused }),
      )}
    >
      <TextInput label={t('webhooks.name')} description={t('webhooks.name-meaning')} {...text('name')} />
      <TextInput label={t('webhooks.url')} description={t('webhooks.url-meaning')} {...text('url')} />
      <FactChoice value={facts} choose={setFacts} />
      {failed && <FailedNotice thrown={failed} />}
      <p className="row">
        <Button type="submit" loading={isPending} disabled={facts.length === 0}>
          {act}
        </Button>
      </p>
    </form>
  );
};
