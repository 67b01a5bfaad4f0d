import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectPath } from '../support/source';

const page = projectPath('src/practice/page');
const protocol = projectPath('src/practice/protocol');

/** What the page is made of besides our own modules. */
const packages = new Set([
  '@date-fns/tz',
  'react',
  'react-dom/client',
  'downshift',
  'slack-blocks-to-jsx',
  'slack-blocks-to-jsx/dist/style.css',
]);

const modules = readdirSync(page, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /\.tsx?$/.test(file),
);

function importsOf(file: string): { from: string; typesOnly: boolean }[] {
  const source = readFileSync(path.join(page, file), 'utf8');
  const found = source.matchAll(/^(?:import|export)\s(type\s)?(?:[^'"]*?\sfrom\s)?['"]([^'"]+)['"]/gm);
  return [...found].map(([, types, from = '']) => ({ from, typesOnly: types !== undefined }));
}

function isAllowed(file: string, { from, typesOnly }: { from: string; typesOnly: boolean }): boolean {
  if (!from.startsWith('.')) return packages.has(from);
  const target = path.resolve(page, path.dirname(file), from);
  return target === protocol ? typesOnly : target.startsWith(page + path.sep);
}

it.each(modules)('%s imports only the page itself, the types of the protocol and its packages', (file) => {
  expect(importsOf(file).filter((one) => !isAllowed(file, one))).toEqual([]);
});

it('would see an import of the service', () => {
  expect(modules.length).toBeGreaterThan(20);
  expect(isAllowed('shell/x.tsx', { from: '../../../domain/dates', typesOnly: false })).toBe(false);
  expect(isAllowed('shell/x.tsx', { from: '../../protocol', typesOnly: false })).toBe(false);
  expect(isAllowed('shell/x.tsx', { from: 'zod', typesOnly: false })).toBe(false);
  expect(importsOf('app.tsx').map(({ from }) => from)).toContain('react');
});
