import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, take } from '../../../api/client.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';

type Found = { recordId: string; title: string; by: string };

/** Finds a title by the barcode of one of its items, otherwise by words. */
const find = async (branchId: string, typed: string): Promise<Found[]> => {
  const { item } = await take(api.POST('/v1/circulation/scans', { body: { branchId, scan: typed } }));
  if (item?.recordId !== undefined)
    return [{ recordId: item.recordId, title: item.title ?? item.barcode, by: item.barcode }];
  const { hits } = await take(api.GET('/v1/discovery/search', { params: { query: { q: typed, limit: '6' } } }));
  return hits.map(({ recordId, title, author, year }) => ({
    ...{ recordId, title },
    by: [author, year].filter(Boolean).join(', '),
  }));
};

type Given = { branchId: string; choose: (found: Found) => void };

/** Asks for a title, by scan or by words. */
export const FindTitle = ({ branchId, choose }: Given) => {
  const t = useTranslate();
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState('');
  const { data, error, isFetching } = useQuery({
    queryKey: ['title-to-hold', branchId, asked],
    queryFn: () => find(branchId, asked),
    enabled: asked !== '',
  });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(typed.trim());
      }}
    >
      <div className="row">
        <TextInput
          label={t('placing.title')}
          description={t('placing.title-meaning')}
          autoComplete="off"
          maxLength={200}
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={isFetching} disabled={typed.trim() === ''}>
          {t('placing.find')}
        </Button>
      </div>
      {error && <FailedNotice thrown={error} />}
      {data?.length === 0 && <p className="quiet">{t('placing.no-title')}</p>}
      <ul className="stack">
        {data?.map((found) => (
          <li key={found.recordId} className="row">
            <Button size="xs" variant="default" onClick={() => choose(found)}>
              {found.title}
            </Button>
            <span className="quiet">{found.by}</span>
          </li>
        ))}
      </ul>
    </form>
  );
};
