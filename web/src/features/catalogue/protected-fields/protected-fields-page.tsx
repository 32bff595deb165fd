import { Button, NativeSelect, TextInput } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { toast } from '../../../components/toasts.tsx';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { MemberPage } from '../shared/member-page.tsx';
import { type Rule, useProtect, useProtection } from './protection.ts';
import './protected-fields.css';
import { isTag, MOST_RULES, type Row, rowsOf, rulesOf } from './rules.ts';

const route = getRouteApi('/protected-fields');

const marks: readonly Row['mark'][] = ['', '5', '9'];

type OneGiven = { row: Row; put: (row: Row) => void; remove: () => void };

const OneRow = ({ row, put, remove }: OneGiven) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { key, tag, mark, value } = row;
  const name = isTag(tag) ? textOf('marc', tag, '') : '';
  return (
    <li>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would put a frame and a legend around each row. */}
      <div role="group" className="protected-row" aria-label={t('protection.row', { tag: tag || '?' })}>
        <TextInput
          size="sm"
          id={`protected-${key}`}
          label={t('edit.tag')}
          className="protected-tag"
          value={tag}
          maxLength={3}
          error={tag !== '' && !isTag(tag)}
          onChange={({ currentTarget }) => put({ ...row, tag: currentTarget.value.toUpperCase() })}
        />
        <NativeSelect
          size="sm"
          label={t('protection.which')}
          value={mark}
          data={marks.map((one) => ({
            value: one,
            label: t(one === '' ? 'protection.all' : `protection.mark-${one}`),
          }))}
          onChange={({ currentTarget }) => {
            const chosen = marks.find((one) => one === currentTarget.value) ?? '';
            put({ ...row, mark: chosen, ...(chosen === '' && { value: '' }) });
          }}
        />
        {mark !== '' && (
          <TextInput
            size="sm"
            label={t('protection.value')}
            value={value}
            maxLength={100}
            placeholder={t('protection.any')}
            onChange={({ currentTarget }) => put({ ...row, value: currentTarget.value })}
          />
        )}
        <Button
          size="sm"
          variant="default"
          onClick={remove}
          aria-label={t('protection.remove-of', { tag: tag || '?' })}
        >
          {t('protection.remove')}
        </Button>
      </div>
      {name && <p className="quiet">{name}</p>}
      {tag !== '' && !isTag(tag) && <p className="bad">{t('protection.tag-wrong')}</p>}
    </li>
  );
};

const useRows = (rules: readonly Rule[]) => {
  const [rows, setRows] = useState(() => rowsOf(rules));
  const next = useRef(rows.length);
  return {
    rows,
    put: (row: Row): void => setRows(rows.map((one) => (one.key === row.key ? row : one))),
    remove: (row: Row): void => setRows(rows.filter(({ key }) => key !== row.key)),
    add: (): void => {
      const key = next.current++;
      // Rendered synchronously, so that the next input goes to the new row.
      flushSync(() => setRows([...rows, { key, tag: '', mark: '', value: '' }]));
      document.getElementById(`protected-${key}`)?.focus();
    },
  };
};

const Form = ({ memberId, rules }: { memberId: string; rules: readonly Rule[] }) => {
  const t = useTranslate();
  const protect = useProtect(memberId);
  const { rows, put, remove, add } = useRows(rules);
  const edited = rulesOf(rows);
  const isSound = rows.every(({ tag }) => isTag(tag));
  const isChanged = JSON.stringify(edited) !== JSON.stringify(rulesOf(rowsOf(rules)));
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        protect.mutate(edited, { onSuccess: () => toast(t('protection.kept')) });
      }}
    >
      {rows.length === 0 && <p>{t('protection.none')}</p>}
      <ul className="protected-rows">
        {rows.map((row) => (
          <OneRow key={row.key} row={row} put={put} remove={() => remove(row)} />
        ))}
      </ul>
      <p className="row">
        <Button size="sm" variant="default" disabled={rows.length >= MOST_RULES} onClick={add}>
          {t('protection.add')}
        </Button>
        <Button type="submit" size="sm" disabled={!isChanged || !isSound} loading={protect.isPending}>
          {t('edit.save')}
        </Button>
      </p>
      {protect.error && <FailedNotice thrown={protect.error} />}
    </form>
  );
};

const Whole = ({ memberId }: { memberId: string }) => {
  const { data: rules, error, refetch } = useProtection(memberId);
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!rules) return <Waiting rows={3} height={60} />;
  // The key resets the form when another user saves a change.
  return <Form key={JSON.stringify(rules)} memberId={memberId} rules={rules} />;
};

/** The page for the fields that a library protects from its own imports. */
export const ProtectedFieldsPage = () => {
  const t = useTranslate();
  const navigate = useNavigate();
  const { member: asked } = route.useSearch();
  return (
    <MemberPage
      title={t('protection.title')}
      meaning={t('protection.meaning')}
      asked={asked}
      choose={(member) => void navigate({ to: '/protected-fields', search: { member } })}
      roles={['cataloguer', 'member-admin']}
    >
      {(memberId) => <Whole key={memberId} memberId={memberId} />}
    </MemberPage>
  );
};
