import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';

/** All files below a folder, in one order, with `/` between folders; none when it isn't there. */
export function filesIn(folder) {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/'))
    .sort();
}

/** Changes whenever a file's name or contents do. */
export function contentsOf(files) {
  return hashOf(files, (file) => readFileSync(file));
}

/** Changes whenever one of the files is written again, or goes. */
export function standOf(files) {
  return hashOf(files, (file) => {
    const { size, mtimeMs } = statSync(file);
    return `${size} ${mtimeMs}`;
  });
}

function hashOf(files, partOf) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file}\n`).update(partOf(file)).update('\n');
  return hash.digest('hex');
}
