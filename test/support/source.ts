import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');

/** The project's TypeScript files under `folder`, as paths from the project's root with forward slashes. */
export function sourceFiles(folder: string): string[] {
  const names = readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith('.ts') && statSync(path.join(root, folder, name)).isFile())
    .map((name) => path.posix.join(folder, ...name.split(path.sep)));
}

/** The absolute path of a file of the project. */
export function projectPath(file: string): string {
  return path.join(root, file);
}
