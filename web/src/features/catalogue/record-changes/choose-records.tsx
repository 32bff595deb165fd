import { Button, FileInput, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { type ChoiceDraft, MOST_NUMBERS, MOST_RECORDS, numbersIn, useFoundRecords } from './choice.ts';
import { ConditionFields } from './condition-fields.tsx';

type Part = { choice: ChoiceDraft; put: (more: Partial<ChoiceDraft>) => void };

const Numbers = ({ choice: { numbers }, put }: Part) => {
  const t = useTranslate();
  const count = numbersIn(numbers).length;
  return (
    <>
      <Textarea
        label={t('record-changes.numbers')}
        description={t('record-changes.numbers-meaning', { most: MOST_NUMBERS })}
        rows={5}
        className="changes-barcodes"
        value={numbers}
        error={count > MOST_NUMBERS ? t('record-changes.too-many', { most: MOST_NUMBERS }) : undefined}
        inputWrapperOrder={['label', 'description', 'input', 'error']}
        onChange={({ currentTarget: { value } }) => put({ numbers: value })}
      />
      <FileInput
        label={t('record-changes.file')}
        accept=".txt,.csv,text/plain,text/csv"
        placeholder={t('record-changes.choose-file')}
        onChange={(file) => void file?.text().then((text) => put({ numbers: numbersIn(text).join('\n') }))}
      />
      <p className="quiet" aria-live="polite">
        {t('record-changes.records', { count })}
      </p>
    </>
  );
};

const Search = ({ put, memberId }: Part & { memberId: string }) => {
  const t = useTranslate();
  const [q, setQ] = useState('');
  const search = useFoundRecords(memberId);
  const find = (): void => {
    if (q.trim()) search.mutate(q.trim(), { onSuccess: ({ ids }) => put({ found: ids }) });
  };
  return (
    <>
      <div className="record-step-parts">
        <TextInput
          className="record-step-text"
          label={t('record-changes.search')}
          description={t('record-changes.search-meaning')}
          value={q}
          maxLength={500}
          onChange={({ currentTarget: { value } }) => setQ(value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            find();
          }}
        />
        <Button variant="default" loading={search.isPending} onClick={find}>
          {t('record-changes.do-search')}
        </Button>
      </div>
      <div aria-live="polite">
        {search.data && (
          <p className="quiet">
            {t('record-changes.records', { count: search.data.ids.length })}
            {search.data.all > search.data.ids.length &&
              ` ${t('record-changes.found-more', { all: search.data.all, most: MOST_NUMBERS })}`}
          </p>
        )}
      </div>
      {search.error && <FailedNotice thrown={search.error} />}
    </>
  );
};

const ways = ['numbers', 'search', 'condition', 'all'] as const;

/** The choice of the records of a batch change: listed, found by a search, or all that meet a condition. */
export const ChooseRecords = ({ choice, put, memberId }: Part & { memberId: string }) => {
  const t = useTranslate();
  return (
    <div className="stack">
      <fieldset className="row">
        <legend className="visually-hidden">{t('record-changes.which')}</legend>
        {ways.map((way) => (
          <Button
            key={way}
            size="sm"
            variant={choice.by === way ? 'filled' : 'default'}
            aria-pressed={choice.by === way}
            onClick={() => put({ by: way })}
          >
            {t(`record-changes.by-${way}`)}
          </Button>
        ))}
      </fieldset>
      {choice.by === 'numbers' && <Numbers choice={choice} put={put} />}
      {choice.by === 'search' && <Search choice={choice} put={put} memberId={memberId} />}
      {choice.by === 'all' && <p className="quiet">{t('record-changes.all-meaning', { most: MOST_RECORDS })}</p>}
      {choice.by === 'condition' && (
        <>
          <ConditionFields
            name={t('record-changes.all-where')}
            condition={choice.where}
            change={(where) => put({ where })}
          />
          <p className="quiet">{t('record-changes.all-where-meaning', { most: MOST_RECORDS })}</p>
        </>
      )}
    </div>
  );
};
