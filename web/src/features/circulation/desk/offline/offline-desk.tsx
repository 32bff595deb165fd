import { Button, TextInput } from '@mantine/core';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { Panel } from '../../../../components/panel.tsx';
import { useTextOf, useTranslate } from '../../../../i18n/translate.ts';
import { useReadyBox } from '../ready-box.ts';
import { answerBy, CardQuestion, useOfflineWork } from './card-question.tsx';
import { cardOf, type OfflineKind } from './next-scan.ts';
import { OfflineBar } from './offline-bar.tsx';
import { OfflineList } from './offline-list.tsx';
import { offlineWork } from './take-over.ts';

const kinds: readonly (readonly [OfflineKind, string])[] = [
  ['out', 'F2'],
  ['in', 'F3'],
  ['renew', 'F4'],
  ['use', 'F9'],
];

/** The desk without the API: it stores what is scanned with its time. */
export const OfflineDesk = ({ branchId }: { branchId: string }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const box = useReadyBox({ keepsFocus: true });
  const [kind, setKind] = useState<OfflineKind>('out');
  const { card } = useOfflineWork();
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent): void => {
      const found = kinds.find(([, key]) => key === event.key);
      if (!found) return;
      setKind(found[0]);
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const typed = event.currentTarget.value.trim();
    if (typed === '' && answerBy(event.key)) event.preventDefault();
    if (event.key !== 'Enter') return;
    event.preventDefault();
    event.currentTarget.value = '';
    if (typed) offlineWork.scan(kind, typed, { branchId, at: new Date().toISOString() });
    else offlineWork.nextPatron();
  };
  const wantsCard = kind === 'out' && card === undefined;
  return (
    <>
      <OfflineBar />
      <div className="desk-grid">
        <div className="desk-work">
          <fieldset className="modes" aria-label={t('desk.mode')}>
            {kinds.map(([one, key]) => (
              <button
                key={one}
                type="button"
                className={`mode mode-${one}`}
                aria-pressed={kind === one}
                onClick={() => setKind(one)}
              >
                {textOf('desk-mode', one)} <kbd>{key}</kbd>
              </button>
            ))}
          </fieldset>
          <TextInput
            ref={box}
            size="xl"
            className="scan-box"
            label={t(wantsCard ? 'offline.box-card' : 'offline.box-item')}
            description={t(wantsCard ? 'offline.box-card-meaning' : `offline.box-${kind}`)}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={200}
            onKeyDown={onKeyDown}
          />
          <CardQuestion />
          <OfflineList />
        </div>
        <div className="desk-side">
          <Panel title={t('desk.patron')}>
            {card === undefined ? (
              <p>{t('offline.no-card')}</p>
            ) : (
              <>
                {cardOf({ card }) ? <p className="barcode">{card}</p> : <p>{t('offline.open-patron')}</p>}
                <Button variant="default" onClick={offlineWork.nextPatron}>
                  {t('offline.finish')}
                </Button>
              </>
            )}
          </Panel>
        </div>
      </div>
    </>
  );
};
