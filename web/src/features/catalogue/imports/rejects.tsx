import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { holdsAt, useWho } from '../../../api/current-user.ts';
import { Badge, type Tone } from '../../../components/badge.tsx';
import { download } from '../../../components/download.ts';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { allRejects, type Load, type Reject, useRejects } from '../shared/imports.ts';
import { useWhy } from '../shared/use-file-texts.ts';
import { rejectsCsv } from './rejects-csv.ts';

type Given = { load: Load; memberId: string };

/** How many rows are rendered at once: a part of a file may have a thousand. */
const STEP = 100;

const tones: Record<Reject['what'], Tone> = {
  record: 'bad',
  item: 'bad',
  barcode: 'warn',
  retained: 'warn',
  'passed-over': 'warn',
  warning: 'warn',
};

/** The record's number, linked when the record is in the catalogue. */
const RecordNumber = ({ reject: { what, localId }, memberId }: { reject: Reject; memberId: string }) => {
  const who = useWho();
  if (localId === undefined || localId.startsWith('sha-')) return null;
  const isHere = what !== 'record' && holdsAt(who, memberId, 'cataloguer');
  return isHere ? (
    <Link to="/edit/$sourceId" params={{ sourceId: `${memberId}:${localId}` }}>
      {localId}
    </Link>
  ) : (
    localId
  );
};

const OneReject = ({ reject, memberId }: { reject: Reject; memberId: string }) => {
  const t = useTranslate();
  const { number } = useFormat();
  const why = useWhy();
  const { what, barcode = '', offset } = reject;
  return (
    <tr>
      <td>
        <Badge tone={tones[what]}>{t(`load-reject.${what}`)}</Badge>
      </td>
      <td className="load-why">{why(reject)}</td>
      <td className="barcode">
        <RecordNumber reject={reject} memberId={memberId} />
      </td>
      <td className="barcode">{barcode}</td>
      <td className="num">{number(offset)}</td>
    </tr>
  );
};

/** Downloads all rejects as CSV, read to the last part of the import. */
const Download = ({ load: { importId, fileName }, memberId }: Given) => {
  const t = useTranslate();
  const why = useWhy();
  const csv = useMutation({
    mutationFn: () => allRejects(memberId, importId),
    onSuccess: (rejects) => {
      const columns = [
        ...[t('load-reject.what'), t('load-reject.number'), t('pull.barcode'), t('load-reject.offset')],
        ...[t('load-reject.why'), t('load-reject.value'), t('load-reject.code')],
      ];
      const text = rejectsCsv(rejects, columns, { what: ({ what }) => t(`load-reject.${what}`), why });
      download(`${fileName.replace(/\.\w+$/, '')}-rejects.csv`, text);
    },
  });
  return (
    <>
      <Button size="sm" variant="default" loading={csv.isPending} onClick={() => csv.mutate()}>
        {t('do.csv')}
      </Button>
      {csv.error && <FailedNotice thrown={csv.error} />}
    </>
  );
};

/** The records that an import rejected or that need review: each with its number, the reason, and its place in the file. */
export const Rejects = ({ load, memberId }: Given) => {
  const t = useTranslate();
  const [most, setMost] = useState(STEP);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useRejects(memberId, load);
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!data) return <Waiting rows={2} height={60} />;
  const rejects = data.pages.flatMap((page) => page.rejects);
  if (rejects.length === 0) return <p className="quiet">{t('load-reject.none')}</p>;
  const more = (): void => {
    if (rejects.length < most + STEP && hasNextPage) void fetchNextPage();
    setMost(most + STEP);
  };
  return (
    <>
      <p className="quiet">{t('load-reject.meaning')}</p>
      <ScrollTable name={t('load-reject.title')}>
        <thead>
          <tr>
            <th scope="col">{t('load-reject.what')}</th>
            <th scope="col">{t('load-reject.why')}</th>
            <th scope="col">{t('load-reject.number')}</th>
            <th scope="col">{t('pull.barcode')}</th>
            <th scope="col" className="num">
              {t('load-reject.offset')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rejects.slice(0, most).map((reject, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one record may be refused twice alike; the list only grows.
            <OneReject key={at} reject={reject} memberId={memberId} />
          ))}
        </tbody>
      </ScrollTable>
      <p className="row">
        {(rejects.length > most || hasNextPage) && (
          <Button variant="default" size="sm" loading={isFetchingNextPage} onClick={more}>
            {t('do.show-more')}
          </Button>
        )}
        <Download load={load} memberId={memberId} />
      </p>
    </>
  );
};
