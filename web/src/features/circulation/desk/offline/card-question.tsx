import { Button } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { useTextOf, useTranslate } from '../../../../i18n/translate.ts';
import type { OfflineState } from './offline-work.ts';
import { offlineWork } from './take-over.ts';

/** Returns the state of the work without the API. */
export const useOfflineWork = (): OfflineState => useSyncExternalStore(offlineWork.subscribe, offlineWork.state);

const choices = [
  ['p', 'card'],
  ['i', 'item'],
] as const;

/** Answers the question by its letter. Returns whether it did. */
export const answerBy = (letter: string): boolean => {
  const choice = choices.find(([one]) => one === letter.toLowerCase());
  if (!choice || offlineWork.state().asks === undefined) return false;
  offlineWork.answer(choice[1]);
  return true;
};

/** Asks whether a number is a card or an item, and says which scans could not be stored. */
export const CardQuestion = () => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { asks, unstored, needsCard } = useOfflineWork();
  return (
    <>
      {unstored.length > 0 && (
        <p className="notice notice-bad" role="alert">
          {t('offline.unstored', { items: unstored.join(', ') })}
        </p>
      )}
      {needsCard !== undefined && (
        <p className="notice notice-bad" role="alert">
          {t('offline.needs-card', { item: needsCard })}
        </p>
      )}
      {asks !== undefined && (
        <div className="notice notice-warn" role="alert">
          <div>
            <p className="notice-title">{t('offline.card-or-item', { scan: asks })}</p>
            <p className="row">
              {choices.map(([letter, is]) => (
                <Button key={is} variant="default" onClick={() => offlineWork.answer(is)}>
                  {textOf('offline-is', is)}&nbsp;<kbd>{letter.toUpperCase()}</kbd>
                </Button>
              ))}
            </p>
          </div>
        </div>
      )}
    </>
  );
};
