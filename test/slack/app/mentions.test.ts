import { ids } from '../../../src/slack/ids';
import { mrkdwnIn, wordsIn } from '../support/reading';
import { answer, type Desk, openCheckIn, startDesk } from './desk';
import { digestIn, openPostpone, reminderOf } from './lists';

const { blocks } = ids;
const wild = '<!channel> <@U0LEAD> &amp; :fire: @here <https://evil.example|ここ>';
const forming = /<[!@#]|<https|@here|@channel|@everyone/;
let desk: Desk;
beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk.close());

describe('text that people wrote', () => {
  it('mentions nobody and links nowhere, wherever Banso shows it', async () => {
    const learner = await desk.records.learner(desk.program, { name: wild, unit: wild });
    await desk.records.checkIn(learner, {
      note: wild,
      learnerWords: wild,
      shareAsWin: true,
      contactedOn: '2026-11-20',
    });
    await desk.sweep();
    const surfaces: unknown[] = [reminderOf(desk, 'U0AOI'), digestIn(desk)];
    surfaces.push(await openPostpone(desk, 'U0AOI', learner));
    const modal = await openCheckIn(desk, 'U0AOI', 'fire');
    surfaces.push(modal);
    await desk.slack.as('U0AOI').submit({
      [blocks.outcome]: 'talked',
      [blocks.note]: wild,
      [blocks.promiseText]: wild,
      [blocks.promiseDueOn]: '2026-11-24',
    });
    surfaces.push(await answer(desk, 'U0AOI'));
    await desk.sweep();
    surfaces.push(reminderOf(desk, 'U0AOI'), digestIn(desk));
    for (const surface of surfaces) {
      expect(wordsIn(surface)).toContain('fire');
      expect(mrkdwnIn(surface)).not.toMatch(forming);
    }
    expect(wordsIn(modal)).toContain('&lt;!channel&gt; &lt;@U0LEAD&gt; &amp;amp; :fire:');
  });

  it('stands in a field again as it was typed', async () => {
    const learner = await desk.records.learner(desk.program, { unit: wild });
    const modal = await openCheckIn(desk, 'U0AOI', learner.name);
    expect(JSON.stringify(modal.state.values)).toContain(JSON.stringify(wild));
  });

  it('is not in what a notification shows', async () => {
    for (const { text } of [reminderOf(desk, 'U0AOI'), digestIn(desk)]) expect(text).not.toContain('fire');
    for (const { text } of desk.slack.ephemerals('U0AOI')) expect(text).not.toContain('fire');
  });
});
