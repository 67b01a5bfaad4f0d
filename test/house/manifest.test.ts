import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import manifest from '../../manifest.json';
import { projectPath, sourceFiles } from '../support/source';
import schema from './manifest-schema.json';
import { eventScopes, methodScopes, methodsCalled } from './scopes';

const validate = new Ajv({ allErrors: true }).compile(schema);

/** Everything that talks to Slack; the emulator and the practice workspace stand on Slack's side. */
const sources = sourceFiles('src')
  .filter((file) => !/^src\/(emulator|practice)\b/.test(file))
  .map((file) => readFileSync(projectPath(file), 'utf8'));

const events = manifest.settings.event_subscriptions.bot_events;

describe('manifest.json', () => {
  it("has the shape of Slack's schema, version 2", () => {
    validate(manifest);
    expect(validate.errors ?? []).toEqual([]);
  });

  it.each([
    ['an unknown key', { ...manifest, feature: {} }],
    ['a long name', { ...manifest, display_information: { name: 'x'.repeat(36) } }],
    ['a scope given twice', { ...manifest, oauth_config: { scopes: { bot: ['commands', 'commands'] } } }],
  ])('would not pass with %s', (_, wrong) => {
    expect(validate(wrong)).toBe(false);
  });

  it('has at most five shortcuts of a type, each with an id of its own', () => {
    const { shortcuts } = manifest.features;
    expect(new Set(shortcuts.map((it) => it.callback_id)).size).toBe(shortcuts.length);
    for (const type of ['global', 'message']) {
      expect(shortcuts.filter((it) => it.type === type).length).toBeLessThanOrEqual(5);
    }
  });

  it('asks for the scopes that the code needs, no fewer and no more', () => {
    const called = methodsCalled(sources.join('\n'));
    const needed = [...called.flatMap(methodScopes), ...events.flatMap(eventScopes), 'commands'];
    expect([...manifest.oauth_config.scopes.bot].sort()).toEqual([...new Set(needed)].sort());
  });

  /** Bolt hears the messages of all kinds of conversations as one event. */
  it('subscribes to the events that the code listens to, no fewer and no more', () => {
    const listened = sources.flatMap((text) => [...text.matchAll(/\.event\(\s*['"]([\w.]+)['"]/g)]);
    const told = events.map((event) => event.replace(/^message\..*/, 'message'));
    expect([...new Set(listened.map(([, event]) => event))].sort()).toEqual([...new Set(told)].sort());
  });
});

describe('the calls that scopes are read from', () => {
  it.each([
    ['await client.chat.postMessage({', ['chat.postMessage']],
    ["slack.apiCall('conversations.open', {", ['conversations.open']],
    ['deps.slack.users.info({ user })', ['users.info']],
    ['await client.filesUploadV2({', ['filesUploadV2']],
    ['await say("hi")', ['chat.postMessage']],
    ['const views = teams.map((team) => team.id)', []],
  ])('%s', (text, methods) => {
    expect(methodsCalled(text)).toEqual(methods);
  });

  it('stop at a method whose scopes nobody looked up', () => {
    expect(() => methodScopes('pins.add')).toThrow(/does not know which scopes the method pins.add needs/);
  });
});
