import { Button, Checkbox, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useDirectory } from '../../../api/directory.ts';
import { Panel } from '../../../components/panel.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import '../desk/desk.css';
import { beep } from '../desk/sound.ts';
import { ToteLabel } from './tote-label.tsx';
import { type Tote, useMoveTote } from './use-courier.ts';

type Props = { tote: Tote; branchId: string; close: () => void };

/** Packs a tote by scanning, takes items out again, prints its label, and hands it to the courier. */
export const PackTote = ({ tote, branchId, close }: Props) => {
  const t = useTranslate();
  const { branchName } = useDirectory();
  const box = useRef<HTMLInputElement>(null);
  const [hasLabel, setHasLabel] = useState(tote.state === 'sent');
  const [takesOut, setTakesOut] = useState(false);
  const move = useMoveTote(branchId);
  const { toteId, items, state } = tote;
  useEffect(() => box.current?.focus(), []);
  const scan = (act: 'pack' | 'take-out', item: string): void =>
    move.mutate({ act, toteId, item }, { onSuccess: () => beep(true), onError: () => beep(false) });
  return (
    <Panel title={t('courier.to', { branch: branchName(tote.to) })} count={items.length}>
      {state === 'packing' && (
        <TextInput
          ref={box}
          size="lg"
          className="scan-box"
          label={t(takesOut ? 'courier.scan-out' : 'courier.scan-item')}
          description={t(takesOut ? 'courier.scan-out-meaning' : 'courier.scan-item-meaning')}
          autoComplete="off"
          spellCheck={false}
          onKeyDown={(event) => {
            const typed = event.currentTarget.value.trim();
            if (event.key !== 'Enter' || typed === '') return;
            event.preventDefault();
            event.currentTarget.value = '';
            scan(takesOut ? 'take-out' : 'pack', typed);
          }}
        />
      )}
      {state === 'packing' && items.length > 0 && (
        <Checkbox
          label={t('courier.takes-out')}
          checked={takesOut}
          onChange={({ currentTarget }) => {
            setTakesOut(currentTarget.checked);
            box.current?.focus();
          }}
        />
      )}
      {move.error && <FailedNotice thrown={move.error} />}
      <ul>
        {items.map(({ itemId, barcode }) => (
          <li key={itemId}>
            <span className="barcode">{barcode}</span>{' '}
            {state === 'packing' && (
              <Button
                size="compact-sm"
                variant="subtle"
                aria-label={t('courier.take-out-one', { barcode })}
                onClick={() => scan('take-out', itemId)}
              >
                {t('courier.take-out')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <p className="row">
        {state === 'packing' && items.length > 0 && (
          <Button
            loading={move.isPending}
            onClick={() => move.mutate({ act: 'send', toteId }, { onSuccess: () => setHasLabel(true) })}
          >
            {t('courier.send')}
          </Button>
        )}
        {state === 'packing' && items.length === 0 && (
          <Button
            variant="default"
            loading={move.isPending}
            onClick={() => move.mutate({ act: 'discard', toteId }, { onSuccess: close })}
          >
            {t('courier.discard')}
          </Button>
        )}
        <Button variant="default" onClick={() => setHasLabel(true)}>
          {t('courier.label')}
        </Button>
        <Button variant="default" onClick={close}>
          {t('do.close')}
        </Button>
      </p>
      {hasLabel && <ToteLabel tote={tote} close={() => setHasLabel(false)} />}
    </Panel>
  );
};
