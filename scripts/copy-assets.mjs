import { cpSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const page = path.join('src', 'practice', 'page');

/** Copies what the compiled code reads beside itself; the page has a build of its own. */
export function copyAssets() {
  cpSync('src', 'dist', {
    recursive: true,
    filter: (file) => !file.endsWith('.ts') && path.normalize(file) !== page,
  });
}

// Run by itself, and imported by what builds the practice workspace.
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) copyAssets();
