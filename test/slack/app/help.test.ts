import manifest from '../../../manifest.json';
import { subcommands } from '../../../src/slack/commands/banso/subcommands';
import { answerWords, type Desk, startDesk } from './desk';

describe('/banso', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await startDesk();
  });
  afterAll(() => desk.close());

  it('shows in her language what can be typed', async () => {
    await desk.slack.as('U0AOI').command('/banso help', { channel: 'C0TEAM' });
    expect(await answerWords(desk, 'U0AOI')).toMatch(/Bansoでできること[\s\S]*\/checkin[\s\S]*\/banso help/);
    await desk.slack.as('U0KUDO').command('/banso', { channel: 'C0TEAM' });
    expect(await answerWords(desk, 'U0KUDO')).toMatch(/What Banso does for you/);
  });

  it.each(['U0AOI', 'U0KUDO'])('names to %s only what works', async (userId) => {
    await desk.slack.as(userId).command('/banso help', { channel: 'C0TEAM' });
    const help = await answerWords(desk, userId);
    const named = [...help.matchAll(/`(\/\w+)(?: ([^`]*))?`/g)].map(([, command = '', rest = '']) => ({
      command,
      word: rest.split(' ')[0] ?? '',
    }));
    const slashCommands = manifest.features.slash_commands.map(({ command }) => command);
    expect(new Set(named.map(({ command }) => command))).toEqual(new Set(slashCommands));
    const words = named.flatMap(({ command, word }) => (command === '/banso' ? [word] : []));
    expect(new Set(words)).toEqual(new Set(['help', ...subcommands.map(({ words: [one] }) => one)]));
  });

  it('helps whoever is in no program, and whoever types what it does not know', async () => {
    await desk.slack.as('U0GUEST').command('/banso <!channel>', { channel: 'C0TEAM' });
    const said = await answerWords(desk, 'U0GUEST');
    expect(said).toMatch(/doesn’t know “&lt;!channel&gt;” yet/);
    expect(said).toMatch(/\/checkin/);
  });
});
