import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { type MessageKey, useTranslate } from '../../../i18n/translate.ts';
import { helpId } from './help-id.ts';
import { isPrintingAtOnce, type Printed, setPrintingAtOnce } from './printing.ts';
import { isSoundOn, setSound } from './sound.ts';

const keys: [string, MessageKey][] = [
  ['Enter', 'key.enter'],
  ['F2', 'key.f2'],
  ['F3', 'key.f3'],
  ['F4', 'key.f4'],
  ['F8', 'key.f8'],
  ['Esc', 'key.esc'],
  ['?', 'key.help'],
];

const PrintAtOnce = ({ kind }: { kind: Printed }) => {
  const t = useTranslate();
  const [atOnce, printAtOnce] = useState(() => isPrintingAtOnce(kind));
  return (
    <Checkbox
      label={t(`desk.print-${kind}-at-once`)}
      checked={atOnce}
      onChange={({ currentTarget }) => {
        setPrintingAtOnce(kind, currentTarget.checked);
        printAtOnce(currentTarget.checked);
      }}
    />
  );
};

/** The keyboard shortcuts of the desk and its two settings, collapsed by default. */
export const KeyHelp = () => {
  const t = useTranslate();
  const [sound, showSound] = useState(isSoundOn);
  return (
    <details id={helpId} className="card key-help">
      <summary>{t('key.title')}</summary>
      <dl>
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
        label={t('desk.sound')}
        checked={sound}
        onChange={({ currentTarget }) => {
          setSound(currentTarget.checked);
          showSound(currentTarget.checked);
        }}
      />
      <PrintAtOnce kind="receipt" />
      <PrintAtOnce kind="slip" />
    </details>
  );
};
