import { useMemo } from 'react';
import { hashOf, numbersOf } from './cover-art/hash.ts';
import { paletteOf } from './cover-art/palettes.ts';
import { pictureOf } from './cover-art/pictures.ts';
import { largeTitle, leadingOf, mainTitle, setTitle, smallTitle } from './cover-art/title-lines.ts';
import './cover.css';

type CoverProps = { title: string; author?: string | undefined; format: string; large?: boolean };

const WIDE = 200;
const heights: Record<string, number> = { video: 276, 'music-recording': 200, 'spoken-recording': 200 };

/** Returns an author's heading without the dates of the author. */
export const withoutDates = (author: string): string => author.replace(/,?\s*\d{4}.*$/, '');

/** Returns an author's name as on a cover: without dates, the given name first. */
const spoken = (author: string): string => {
  const [family = '', given = ''] = withoutDates(author).split(/,\s*/);
  return `${given} ${family}`.trim();
};

/**
 * A cover drawn from title, author and format, the same one every time: pictures from third parties would disclose what is read
 * here. Its size is fixed, so that the layout does not shift while the page loads.
 */
export const Cover = ({ title, author = '', format, large = false }: CoverProps) => {
  const art = useMemo(() => {
    const hash = hashOf(title, author);
    const palette = paletteOf(hash);
    const high = heights[format] ?? 290;
    const set = setTitle(mainTitle(title), large ? largeTitle(high) : smallTitle(high));
    const taken = set.height + (large && author ? 46 : 24);
    const isBase = large && (hash >>> 5) % 2 === 1;
    const picture = pictureOf(format, title, hash)(Math.round(high - taken), palette, numbersOf(hash));
    return { palette, high, set, taken, isBase, picture };
  }, [title, author, format, large]);
  const { palette, high, set, taken, isBase, picture } = art;
  const top = isBase ? high - taken : 0;
  return (
    <svg className={large ? 'cover cover-large' : 'cover'} viewBox={`0 0 ${WIDE} ${high}`} aria-hidden="true">
      <rect width={WIDE} height={high} fill={palette.ground} />
      <svg y={isBase ? 0 : taken} width={WIDE} height={high - taken} aria-hidden="true">
        {picture.map(({ d, fill = 'none', stroke, width }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the outlines of a work never change.
          <path key={index} d={d} fill={fill} {...(stroke && { stroke, strokeWidth: width })} />
        ))}
      </svg>
      {isBase && <path d={`M0 ${top}H${WIDE}`} stroke={palette.title} strokeWidth={5} />}
      <g fill={palette.title} className={large ? 'cover-title' : 'cover-title cover-small'} fontSize={set.size}>
        {set.lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a title never change.
          <text key={index} x={22} y={top + 12 + leadingOf(set.size) * (index + 0.82)}>
            {line}
          </text>
        ))}
      </g>
      {large && author && (
        <text className="cover-author" x={22} y={top + set.height + 34} fill={palette.title}>
          {spoken(author).slice(0, 26)}
        </text>
      )}
      <path d={`M0 0H9V${high}H0z`} fill={format === 'video' ? '#000' : '#0003'} />
    </svg>
  );
};
