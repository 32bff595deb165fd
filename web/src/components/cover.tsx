import { Icon, type IconName } from './icon.tsx';

const icons: Record<string, IconName> = {
  video: 'film',
  'music-recording': 'disc',
  'spoken-recording': 'disc',
  score: 'note',
  map: 'map',
  globe: 'globe',
  journal: 'page',
  ejournal: 'page',
  newspaper: 'page',
  'website-or-database': 'globe',
  manuscript: 'page',
  archive: 'page',
};

const HUES = 6;
const hueOf = (id: string): number =>
  [...id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7) % HUES;

/**
 * A drawn book in place of a cover picture: pictures from third parties would disclose what is read here. Its size is fixed, so that the
 * layout does not shift while the page loads.
 */
export const Cover = ({ id, format, large = false }: { id: string; format: string; large?: boolean }) => (
  <span className={`cover cover-${hueOf(id)}${large ? ' cover-large' : ''}`} aria-hidden="true">
    <Icon name={icons[format] ?? 'book'} size={large ? 44 : 24} />
  </span>
);
