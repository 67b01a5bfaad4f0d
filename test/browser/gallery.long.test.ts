import { client } from '../emulator/fixtures';
import { seriousFindings } from './axe';
import { describeInBrowser } from './chromium';
import { asKnown, exhibits } from './gallery-messages';
import { teams } from './people';
import { openStage, type Stage } from './stage';

const { supporter, channel, page: words } = teams.en;

describeInBrowser('a message', (executablePath) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(executablePath);
    const { slack } = stage.open.practice;
    await slack.until(() => slack.messages(channel.id).length > 0, 20_000);
  }, 60_000);
  afterEach(async () => {
    const { slack } = stage.open.practice;
    for (const { ts } of slack.messages(channel.id))
      await client(slack).chat.delete({ channel: channel.id, ts });
    expect(await stage.leave()).toEqual([]);
  });
  afterAll(() => stage.close());

  describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
    it.each(Object.entries(exhibits))(
      'draws %s whole, for everybody to read',
      async (name, exhibit) => {
        const web = client(stage.open.practice.slack);
        await web.chat.postMessage({
          channel: channel.id,
          text: name,
          blocks: asKnown(exhibit.blocks),
        });
        const page = await stage.visit(supporter, channel.id, { colorScheme });
        const message = page.getByRole('article').last();
        await page.getByRole('button', { name: words.firstSteps.hide }).click();
        await message.waitFor();
        expect(await message.locator('.not-drawn').allInnerTexts()).toEqual([]);
        const read = (await message.allInnerTexts()).join().replaceAll(/\s+/g, ' ');
        for (const part of exhibit.reads) expect(read).toContain(part);
        expect(await seriousFindings(page)).toEqual([]);
      },
      30_000,
    );
  });
});
