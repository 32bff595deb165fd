import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../components/dialog.tsx';
import { type MessageKey, useTranslate } from '../i18n/translate.ts';
import { setSingleKeys, usesSingleKeys } from './use-staff-keys.ts';

const keys: [string, MessageKey][] = [
  ['Ctrl K', 'keys.find'],
  ['F1', 'keys.topics'],
  ['F2', 'keys.desk'],
  ['F3', 'keys.in'],
  ['F4', 'keys.renew'],
  ['F6', 'keys.fetch'],
  ['F9', 'keys.lock'],
  ['Esc', 'keys.escape'],
  ['j, k', 'keys.rows'],
  ['Enter', 'keys.enter'],
  ['1 – 7', 'keys.today'],
  ['E', 'keys.edit'],
  ['H', 'keys.hold'],
  ['N', 'keys.note'],
  ['R', 'keys.renew-all'],
  ['U', 'keys.undo'],
  ['T', 'keys.bench'],
  ['?', 'keys.help'],
];

/** The list of keys, and the switch of those that are a single letter or sign. */
export const KeySheet = ({ close }: { close: () => void }) => {
  const t = useTranslate();
  const [on, setOn] = useState(usesSingleKeys);
  return (
    <Dialog title={t('shell.keys')} close={close}>
      <dl className="key-sheet">
        {keys.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(meaning)}</dd>
          </div>
        ))}
      </dl>
      <Checkbox
        label={t('keys.singles')}
        checked={on}
        onChange={({ currentTarget: { checked } }) => {
          setSingleKeys(checked);
          setOn(checked);
        }}
      />
    </Dialog>
  );
};
