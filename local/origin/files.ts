import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join, normalize, sep } from 'node:path';
import { gzipSync } from 'node:zlib';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};

/** A file ready to be served. `zipped` is present when compression makes it smaller. */
export type Page = { body: Buffer; zipped?: Buffer; type: string; etag: string; cache: string };

/** Builds a page from a body. `lasting` is true for names with a content hash. */
export const pageOf = (body: Buffer, name: string, lasting = false): Page => {
  const type = types[extname(name)] ?? 'application/octet-stream';
  const zipped = /text|json|svg|javascript/.test(type) && body.length > 1024 ? gzipSync(body) : undefined;
  return {
    body,
    ...(zipped && zipped.length < body.length ? { zipped } : {}),
    type,
    etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
    cache: lasting ? 'public, max-age=31536000, immutable' : 'no-cache',
  };
};

const decoded = (path: string): string | undefined => {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
};

/**
 * Returns the file in a folder for a request's path; undefined when there is none, or the path is malformed or leaves the folder. A path
 * without an extension and file is a page of the web app: index.html.
 */
export const fileFor = (folder: string, path: string): string | undefined => {
  const wanted = decoded(path);
  if (wanted === undefined || wanted.includes('\0')) return undefined;
  const file = normalize(join(folder, wanted));
  if (file !== normalize(folder) && !file.startsWith(normalize(folder) + sep)) return undefined;
  if (existsSync(file) && statSync(file).isFile()) return file;
  const index = join(folder, 'index.html');
  return extname(wanted) === '' && existsSync(index) ? index : undefined;
};

/** Returns a reader of a folder that caches compressed files until they change. */
export const pagesOf = (folder: string): ((path: string) => Page | undefined) => {
  const cache = new Map<string, { changed: number; page: Page }>();
  return (path) => {
    const file = fileFor(folder, path);
    if (file === undefined) return undefined;
    const changed = statSync(file).mtimeMs;
    const before = cache.get(file);
    if (before?.changed === changed) return before.page;
    const page = pageOf(readFileSync(file), file, file.startsWith(join(folder, 'assets') + sep));
    cache.set(file, { changed, page });
    return page;
  };
};
