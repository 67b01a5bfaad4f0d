import { readFileSync } from 'node:fs';
import { parse } from 'dotenv';
import { settingNames } from '../../src/config';
import { projectPath } from '../support/source';

const example = readFileSync(projectPath('.env.example'), 'utf8');

/** Names of settings in the example, also of those that are commented out. */
const described = [...example.matchAll(/^(?:# )?([A-Z][A-Z0-9_]+)=/gm)].map(([, name]) => name);

/** Names that only docker-compose.yml reads. */
const compose = readFileSync(projectPath('docker-compose.yml'), 'utf8');
const composeOnly = [...compose.matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => name);

describe('.env.example', () => {
  it.each(settingNames)('describes %s', (name) => {
    expect(described).toContain(name);
  });

  it('describes nothing that nobody reads', () => {
    const read = new Set<string | undefined>([...settingNames, ...composeOnly]);
    expect(described.filter((name) => !read.has(name))).toEqual([]);
  });

  it('describes what docker compose reads', () => {
    expect(described).toEqual(expect.arrayContaining([...new Set(composeOnly)]));
  });

  it('sets nothing by itself: a copy is a blank form', () => {
    expect(Object.values(parse(example)).filter((value) => value !== '')).toEqual([]);
  });
});
