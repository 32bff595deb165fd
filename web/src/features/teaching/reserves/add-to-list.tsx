import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Answered } from '../../../api/current-user.ts';
import { newKey } from '../../../api/new-key.ts';
import { Panel } from '../../../components/panel.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import './reserves.css';
import type { CourseEntry, useListActs } from './use-reserves.ts';

type Props = {
  branchId: string;
  courseId: string;
  acts: ReturnType<typeof useListActs>;
  materials: readonly CourseEntry[];
};

/** Where copies of this course lie on reserve already, else the usual place. */
const usualPlace = (materials: readonly CourseEntry[]) => {
  const known = materials.find(({ copy }) => copy && !copy.personal)?.copy;
  return { location: known?.location ?? 'reserve', category: known?.category ?? 'short-loan' };
};

type Put = Answered<'teaching-put-on-reserve'>;
/** A scanned copy with its outcome, once it is known. */
type Scan = { id: string; item: string; put?: Put; failed?: unknown };

const Outcome = ({ scan: { item, put, failed } }: { scan: Scan }) => {
  const t = useTranslate();
  const { date } = useFormat();
  const text = (): string => {
    if (!put) return t('reserve.being-put');
    if (put.due !== undefined) return t('reserve.put-on-loan', { date: date(put.due) });
    return t(put.awaited ? 'reserve.put-awaited' : 'reserve.put');
  };
  return (
    <li>
      <span className="barcode">{item}</span>{' '}
      {failed === undefined ? <span role="status">{text()}</span> : <FailedNotice thrown={failed} />}
    </li>
  );
};

const ScanReserve = ({ branchId, acts, materials }: Props) => {
  const t = useTranslate();
  const [place, setPlace] = useState(() => usualPlace(materials));
  const [scans, setScans] = useState<readonly Scan[]>([]);
  const end = (id: string, outcome: Partial<Scan>): void =>
    setScans((known) => known.map((one) => (one.id === id ? { ...one, ...outcome } : one)));
  const scan = (item: string): void => {
    const id = newKey();
    setScans((known) => [{ id, item }, ...known]);
    acts.reserve
      .mutateAsync({ branchId, item, ...place })
      .then((put) => end(id, { put }))
      .catch((failed: unknown) => end(id, { failed }));
  };
  return (
    <div className="stack">
      <div className="row reserve-fields">
        <TextInput
          label={t('reserve.location')}
          value={place.location}
          onChange={({ currentTarget: { value } }) => setPlace((known) => ({ ...known, location: value }))}
        />
        <TextInput
          label={t('reserve.category')}
          value={place.category}
          onChange={({ currentTarget: { value } }) => setPlace((known) => ({ ...known, category: value }))}
        />
        <TextInput
          className="scan-box"
          label={t('reserve.scan')}
          autoComplete="off"
          onKeyDown={(event) => {
            const item = event.currentTarget.value.trim();
            if (event.key !== 'Enter' || item === '') return;
            event.preventDefault();
            event.currentTarget.value = '';
            scan(item);
          }}
        />
      </div>
      {scans.length > 0 && (
        <ul aria-label={t('reserve.scans')}>
          {scans.map((one) => (
            <Outcome key={one.id} scan={one} />
          ))}
        </ul>
      )}
    </div>
  );
};

const AddLink = ({ branchId, acts }: Props) => {
  const t = useTranslate();
  const [title, setTitle] = useState('');
  const [url, setUrl] = useState('');
  const { error, mutate, isPending } = acts.list;
  return (
    <form
      className="row reserve-fields"
      onSubmit={(event) => {
        event.preventDefault();
        mutate(
          { branchId, material: { kind: 'link', url, title } },
          {
            onSuccess: () => {
              setTitle('');
              setUrl('');
            },
          },
        );
      }}
    >
      <TextInput
        label={t('reserve.link-title')}
        required
        value={title}
        onChange={({ currentTarget }) => setTitle(currentTarget.value)}
      />
      <TextInput
        type="url"
        label={t('reserve.link-url')}
        required
        value={url}
        onChange={({ currentTarget }) => setUrl(currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={isPending}>
        {t('reserve.add-link')}
      </Button>
      {error && <FailedNotice thrown={error} />}
    </form>
  );
};

/** Puts copies on reserve by scanning, and links on the list. */
export const AddToList = (props: Props) => {
  const t = useTranslate();
  return (
    <Panel title={t('reserve.add')}>
      <ScanReserve {...props} />
      <AddLink {...props} />
    </Panel>
  );
};
