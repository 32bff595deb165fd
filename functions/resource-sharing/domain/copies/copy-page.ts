import { escapedXml } from '../../../../layers/protocols/marc/xml-text.ts';

/**
 * The content of a partner's link: what the copy is of, the copyright statement, until when (an instant) and how often
 * it can still be opened.
 */
export type LinkedCopy = { title?: string; copyright: string; until?: string; openingsLeft?: number };

const STYLE =
  'body{font:1.1rem/1.5 system-ui,sans-serif;max-width:38rem;margin:3rem auto;padding:0 1rem}' +
  'button,a.file{font:inherit;padding:.6rem 1.2rem;border:1px solid;border-radius:.3rem;cursor:pointer}';

const page = (heading: string, body: string): string =>
  [
    '<!doctype html>',
    '<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    `<meta name="robots" content="noindex"><title>${heading}</title><style>${STYLE}</style></head>`,
    `<body><main><h1>${heading}</h1>`,
    body,
    '</main></body></html>',
    '',
  ].join('\n');

const headed = ({ title }: LinkedCopy): string => escapedXml(title ?? 'Your copy');
const copyright = (copy: LinkedCopy): string => `<p>${escapedXml(copy.copyright)}</p>`;

/**
 * Renders the page of a partner's link as HTML: a button fetches the copy, so that neither an e-mail filter nor a preview
 * uses the link, and the copyright notice comes before the file.
 */
export const linkPage = (copy: LinkedCopy): string => {
  const { until, openingsLeft } = copy;
  const left = openingsLeft === 1 ? 'once more' : `${openingsLeft} more times`;
  const last =
    until === undefined ? '' : `<p>It can be fetched ${left}, until ${until.slice(0, 16).replace('T', ' ')} UTC.</p>`;
  return page(headed(copy), `${copyright(copy)}\n${last}\n<form method="post"><button>Fetch the copy</button></form>`);
};

/** Renders the page after the button: the file's address, which expires after some minutes. */
export const filePage = (copy: LinkedCopy, url: string, minutes: number): string => {
  const file = `<p><a class="file" rel="noreferrer" href="${escapedXml(url)}">Download</a></p>`;
  return page(headed(copy), `${copyright(copy)}\n${file}\n<p>This address is good for ${minutes} minutes.</p>`);
};
