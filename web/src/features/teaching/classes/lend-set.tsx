import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, keyed, take } from '../../../api/client.ts';
import { useKey } from '../../../api/use-key.ts';
import { Dialog } from '../../../components/dialog.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useReasonText } from '../../../components/use-reason-texts.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { sortedName } from '../../patrons/shared/patron-name.ts';
import type { Pupil } from './use-classes.ts';

type Props = { branchId: string; classId: string; pupils: readonly Pupil[]; close: () => void };

/** The most copies that one request takes. */
const MOST_COPIES = 40;

const useLend = (branchId: string, classId: string) => {
  const key = useKey();
  return useMutation({
    mutationFn: (body: { items: string[]; from?: string }) =>
      take(
        api.POST('/v1/teaching/branches/{branchId}/classes/{classId}/sets', {
          params: { path: { branchId, classId } },
          body,
          ...keyed(key.keyFor(body)),
        }),
      ),
    onSettled: (_, thrown) => key.settle(thrown ?? undefined),
  });
};

/** A dialog that lends a set of copies to a class: each scan is for the next pupil by name. */
export const LendSet = ({ branchId, classId, pupils, close }: Props) => {
  const t = useTranslate();
  const reasonText = useReasonText();
  const { date } = useFormat();
  const [items, setItems] = useState<readonly string[]>([]);
  const [from, setFrom] = useState('');
  const lend = useLend(branchId, classId);
  const first = Math.max(
    0,
    pupils.findIndex(({ patronId }) => patronId === from),
  );
  // No more than the pupils that are left, and than one request takes.
  const most = Math.min(MOST_COPIES, pupils.length - first);
  const nameOf = (patronId: string | undefined): string => {
    const pupil = pupils.find((one) => one.patronId === patronId);
    return pupil ? sortedName(pupil.name) : '';
  };
  return (
    <Dialog title={t('class.lend-set')} close={close} size="lg">
      <div className="stack">
        <p>{t('class.set-meaning')}</p>
        <NativeSelect
          label={t('class.begin-with')}
          value={from}
          disabled={items.length > 0}
          data={pupils.map(({ patronId, name }, at) => ({ value: at === 0 ? '' : patronId, label: sortedName(name) }))}
          onChange={({ currentTarget }) => setFrom(currentTarget.value)}
        />
        <TextInput
          className="scan-box"
          label={t('class.scan-copy')}
          autoComplete="off"
          data-autofocus
          description={items.length >= most ? t('class.set-full', { count: most }) : undefined}
          disabled={lend.data !== undefined}
          onKeyDown={(event) => {
            const scanned = event.currentTarget.value.trim();
            if (event.key !== 'Enter' || scanned === '') return;
            event.preventDefault();
            event.currentTarget.value = '';
            setItems((known) => (known.includes(scanned) || known.length >= most ? known : [...known, scanned]));
          }}
        />
        <ol aria-label={t('class.set')}>
          {items.map((item, at) => {
            const line = lend.data?.lines.find((one) => one.item === item);
            return (
              <li key={item}>
                <span className="barcode">{item}</span> {nameOf(line?.patronId ?? pupils[first + at]?.patronId)}
                {line?.loan && ` · ${t('class.lent-until', { date: date(line.loan.due) })}`}
                {!lend.data && (
                  <Button
                    size="compact-xs"
                    variant="default"
                    aria-label={t('class.remove-copy', { barcode: item })}
                    onClick={() => {
                      lend.reset();
                      setItems((known) => known.filter((one) => one !== item));
                    }}
                  >
                    {t('class.remove')}
                  </Button>
                )}
                {line?.refused && (
                  <strong>
                    {' '}
                    ·{' '}
                    {line.refused
                      .map(({ params = {}, ...one }) => reasonText({ ...one, pointer: '', params }))
                      .join(' ')}
                  </strong>
                )}
              </li>
            );
          })}
        </ol>
        {lend.error && <FailedNotice thrown={lend.error} />}
        {lend.data && (
          <p role="status" className="notice notice-good">
            {t('class.set-lent', { count: lend.data.lent, scanned: items.length })}
          </p>
        )}
        <div className="row">
          {!lend.data && (
            <Button
              disabled={items.length === 0}
              loading={lend.isPending}
              onClick={() => lend.mutate({ items: [...items], ...(from && { from }) })}
            >
              {t('class.lend', { count: items.length })}
            </Button>
          )}
          <Button variant="default" onClick={close}>
            {t('do.close')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
};
