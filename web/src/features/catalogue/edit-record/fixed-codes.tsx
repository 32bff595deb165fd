import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { codeSets, type Position, positionsOf, written } from './fixed-positions.ts';
import type { Line } from './record-lines.ts';

type Given = { line: Line; leader: string; change: (line: Line) => void };
type Place = { position: Position; value: string; put: (value: string) => void };

type Text = { label: string; description: string | undefined; value: string; length: number; put: Place['put'] };

/** Several characters of a position as text. Blanks at its end are not shown, so that it has room to type in. */
const Typed = ({ label, description, value, length, put }: Text) => {
  // As typed until the field is left: a # that is typed first is not removed as a blank at the end.
  const [typed, setTyped] = useState<string>();
  return (
    <TextInput
      {...{ size: 'xs', label, description, maxLength: length, placeholder: '#'.repeat(length) }}
      value={typed ?? value.replace(/#+$/, '')}
      onChange={({ currentTarget }) => {
        const text = currentTarget.value.replaceAll(' ', '#');
        setTyped(text);
        put(text);
      }}
      onBlur={() => setTyped(undefined)}
    />
  );
};

/** The characters at a position: a choice of the codes for one character, else text. */
const Codes = ({ position: { name, at, length, set }, value, put }: Place) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const label = t('fixed.position', {
    name: textOf('fx-name', name),
    at: length === 1 ? `${at}` : `${at}–${at + length - 1}`,
  });
  if (set === undefined || length > 1) {
    const meant =
      set === undefined
        ? []
        : [...new Set(value.replaceAll('#', ''))].map((code) => textOf('fx', `${set}.${code}`, code));
    return <Typed {...{ label, value, length, put }} description={meant.join(', ') || undefined} />;
  }
  const codes = [...(codeSets[set] ?? ''), '|'];
  const data = (codes.includes(value) ? codes : [value, ...codes]).map((code) => ({
    ...{ value: code, label: `${code} ${code === '|' ? t('fixed.uncoded') : textOf('fx', `${set}.${code}`, '')}` },
  }));
  return (
    <NativeSelect {...{ size: 'xs', label, value, data }} onChange={({ currentTarget }) => put(currentTarget.value)} />
  );
};

/** The positions of a leader, 006, 007 or 008 in words, each with the choice of its codes. */
export const FixedCodes = ({ line, leader, change }: Given) => {
  const { tag, text } = line;
  return (
    <div className="fixed-codes">
      {positionsOf(tag, text, leader).map((position) => (
        <Codes
          key={`${position.name} ${position.at}`}
          position={position}
          value={text.slice(position.at, position.at + position.length).padEnd(position.length, '#')}
          put={(value) => change({ ...line, text: written(text, position, value) })}
        />
      ))}
    </div>
  );
};
