import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { memberOf } from '../../../api/directory.ts';
import { ReasonField } from '../../../components/reason-field.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { useBranches } from '../../circulation/shared/use-branch.ts';
import { Audiences } from '../shared/audiences.tsx';
import { usePreview } from './changes.ts';
import { barcodesIn, changeRequestOf, type Draft, emptyDraft, MOST_BARCODES, queryFields, setFields } from './draft.ts';

type Part = { draft: Draft; put: (more: Partial<Draft>) => void };

const Barcodes = ({ draft: { barcodes }, put }: Part) => {
  const t = useTranslate();
  const count = barcodesIn(barcodes).length;
  return (
    <Textarea
      label={t('changes.barcodes')}
      description={t('changes.barcodes-meaning', { most: MOST_BARCODES })}
      rows={6}
      className="changes-barcodes"
      value={barcodes}
      error={count > MOST_BARCODES ? t('changes.too-many', { most: MOST_BARCODES }) : undefined}
      inputWrapperOrder={['label', 'description', 'input', 'error']}
      onChange={({ currentTarget: { value } }) => put({ barcodes: value })}
    />
  );
};

const Query = ({ draft: { branchId, query }, put, memberId }: Part & { memberId: string }) => {
  const t = useTranslate();
  const branches = useBranches('cataloguer').filter((branch) => memberOf(branch.branchId) === memberId);
  return (
    <div className="changes-fields">
      <NativeSelect
        size="sm"
        label={t('item-field.branch')}
        value={branchId}
        data={[
          { value: '', label: t('changes.which-branch') },
          ...branches.map((branch) => ({ value: branch.branchId, label: branch.name })),
        ]}
        onChange={({ currentTarget: { value } }) => put({ branchId: value })}
      />
      {queryFields.map((field) => (
        <TextInput
          key={field}
          size="sm"
          label={t(`item-field.${field}`)}
          value={query[field]}
          maxLength={200}
          onChange={({ currentTarget: { value } }) => put({ query: { ...query, [field]: value } })}
        />
      ))}
    </div>
  );
};

const Hiding = ({ draft: { change, reason }, put }: Part) => {
  const t = useTranslate();
  return (
    <>
      <Audiences hidden={change.hiddenFrom ?? []} change={(hiddenFrom) => put({ change: { ...change, hiddenFrom } })} />
      <ReasonField
        meaning={t('visibility.reason-meaning')}
        reason={reason}
        change={(given) => put({ reason: given })}
      />
    </>
  );
};

/** The values to set: each must be ticked first, so that no value is cleared by accident. */
const Sets = (part: Part) => {
  const t = useTranslate();
  const { draft, put } = part;
  const { change } = draft;
  const turn = (field: (typeof setFields)[number], isSet: boolean): void => {
    const { [field]: _, ...rest } = change;
    put({ change: isSet ? { ...rest, [field]: field === 'hiddenFrom' ? [] : '' } : rest });
  };
  return (
    <fieldset className="stack">
      <legend>{t('changes.what')}</legend>
      {setFields.map((field) => (
        <div key={field} className="changes-set">
          <Checkbox
            label={t('changes.set', { field: t(`item-field.${field}`) })}
            checked={change[field] !== undefined}
            onChange={({ currentTarget: { checked } }) => turn(field, checked)}
          />
          {field === 'hiddenFrom'
            ? change.hiddenFrom && <Hiding {...part} />
            : change[field] !== undefined && (
                <TextInput
                  size="sm"
                  aria-label={t('changes.new-value', { field: t(`item-field.${field}`) })}
                  placeholder={field === 'category' ? '' : t('changes.nothing')}
                  value={change[field]}
                  maxLength={field === 'category' ? 60 : 200}
                  onChange={({ currentTarget: { value } }) => put({ change: { ...change, [field]: value } })}
                />
              )}
        </div>
      ))}
    </fieldset>
  );
};

const ways = ['barcodes', 'query'] as const;

/** The form for a batch change of items and its preview; the preview changes nothing. */
export const NewChange = ({ memberId }: { memberId: string }) => {
  const t = useTranslate();
  const navigate = useNavigate();
  const preview = usePreview(memberId);
  const [draft, setDraft] = useState(() => emptyDraft(''));
  const put = (more: Partial<Draft>): void => setDraft({ ...draft, ...more });
  const request = changeRequestOf(draft);
  const send = (): void => {
    if (!request) return;
    preview.mutate(request, {
      onSuccess: ({ batchId }) =>
        void navigate({ to: '/item-changes/$batchId', params: { batchId }, search: { member: memberId } }),
    });
  };
  return (
    <form
      className="card stack"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      // A scanner's Enter starts a new line, so Ctrl+Enter submits.
      onKeyDown={({ key, ctrlKey }) => {
        if (key === 'Enter' && ctrlKey) send();
      }}
    >
      <fieldset className="row">
        <legend className="visually-hidden">{t('changes.which')}</legend>
        {ways.map((way) => (
          <Button
            key={way}
            size="sm"
            variant={draft.by === way ? 'filled' : 'default'}
            aria-pressed={draft.by === way}
            onClick={() => put({ by: way })}
          >
            {t(`changes.by-${way}`)}
          </Button>
        ))}
      </fieldset>
      {draft.by === 'barcodes' ? (
        <Barcodes draft={draft} put={put} />
      ) : (
        <Query draft={draft} put={put} memberId={memberId} />
      )}
      {draft.by === 'barcodes' && (
        <p className="quiet" aria-live="polite">
          {t('changes.copies', { count: barcodesIn(draft.barcodes).length })}
        </p>
      )}
      <Sets draft={draft} put={put} />
      <p className="row">
        <Button type="submit" disabled={!request} loading={preview.isPending}>
          {t('changes.preview')}
        </Button>
        <span className="quiet">{t('changes.preview-meaning')}</span>
      </p>
      {preview.error && <FailedNotice thrown={preview.error} />}
    </form>
  );
};
