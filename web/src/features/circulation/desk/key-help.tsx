import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useSay, type WordKey } from '../../../i18n/translate.ts';
import { isPrintingAtOnce, setPrintingAtOnce } from './printing.ts';
import { isSoundOn, setSound } from './sound.ts';

export const helpId = 'desk-keys';
const keys: [string, WordKey][] = [
  ['Enter', 'key.enter'],
  ['F2', 'key.f2'],
  ['F3', 'key.f3'],
  ['F4', 'key.f4'],
  ['F8', 'key.f8'],
  ['Esc', 'key.esc'],
  ['?', 'key.help'],
];

/** The keys of the desk and its two settings, folded away until asked for. */
export const KeyHelp = () => {
  const say = useSay();
  const [sound, hear] = useState(isSoundOn);
  const [atOnce, printAtOnce] = useState(isPrintingAtOnce);
  return (
    <details id={helpId} className="card key-help">
      <summary>{say('key.title')}</summary>
      <dl>
        {keys.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{say(meaning)}</dd>
          </div>
        ))}
      </dl>
      <Checkbox
        label={say('desk.sound')}
        checked={sound}
        onChange={({ currentTarget }) => {
          setSound(currentTarget.checked);
          hear(currentTarget.checked);
        }}
      />
      <Checkbox
        label={say('desk.print-at-once')}
        checked={atOnce}
        onChange={({ currentTarget }) => {
          setPrintingAtOnce(currentTarget.checked);
          printAtOnce(currentTarget.checked);
        }}
      />
    </details>
  );
};
