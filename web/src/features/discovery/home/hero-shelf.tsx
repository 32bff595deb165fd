import { Cover } from '../../../components/cover.tsx';

/** Well-known works for the two lines of the shelf; the covers are drawn, and no search is needed for them. */
const lines: [title: string, author: string, format: string][][] = [
  [
    ['Moby-Dick', 'Herman Melville', 'book'],
    ['Emma', 'Jane Austen', 'book'],
    ['Middlemarch', 'George Eliot', 'book'],
    ['Frankenstein', 'Mary Shelley', 'book'],
    ['The voyage out', 'Virginia Woolf', 'book'],
  ],
  [
    ['Walden', 'Henry David Thoreau', 'book'],
    ['Niebla', 'Miguel de Unamuno', 'book'],
    ['Metropolis', 'Fritz Lang', 'video'],
    ['Dracula', 'Bram Stoker', 'book'],
    ['The wind in the willows', 'Kenneth Grahame', 'book'],
  ],
];

/** Two lines of drawn covers beside the search; an ornament that screen readers skip. */
export const HeroShelf = () => (
  <div className="hero-shelf" aria-hidden="true">
    {lines.map((books) => (
      <div key={books[0]?.[0]} className="hero-line">
        {books.map(([title, author, format]) => (
          <Cover key={title} title={title} author={author} format={format} large />
        ))}
      </div>
    ))}
  </div>
);
