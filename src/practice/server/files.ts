import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { RequestRefused } from './refused';

export interface PageFile {
  bytes: Buffer;
  type: string;
  /** For Cache-Control. */
  cache: string;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.map': 'application/json',
};

/** Names of files that never change: a hash of what is in them is part of the name. */
const assetPath = /^\/assets\/[\w.-]+$/;

/**
 * A file of the built page. Only the page itself and what lies flat in its assets can be named.
 * @throws {RequestRefused} 404
 */
export async function readPageFile(pageDir: string, pathname: string): Promise<PageFile> {
  const isPage = pathname === '/' || pathname === '/index.html';
  const type = types[isPage ? '.html' : path.extname(pathname)];
  if (type === undefined || !(isPage || assetPath.test(pathname))) {
    throw new RequestRefused(404, `${pathname}: not found`);
  }
  try {
    const bytes = await readFile(path.join(pageDir, isPage ? 'index.html' : pathname));
    return { bytes, type, cache: isPage ? 'no-store' : 'public, max-age=31536000, immutable' };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new RequestRefused(
      404,
      `${pathname}: not found${isPage ? '; npm run practice builds the page' : ''}`,
    );
  }
}
