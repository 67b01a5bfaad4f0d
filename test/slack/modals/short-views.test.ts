import { messagesFor } from '../../../src/i18n';
import { loadingView } from '../../../src/slack/modals/loading';
import { noticeView } from '../../../src/slack/modals/notice';
import { modalFaults } from '../support/block-rules';
import { wordsIn } from '../support/reading';

describe.each(['ja', 'en'] as const)('the short modals (%s)', (locale) => {
  const t = messagesFor(locale);

  it('shows a skeleton that Slack takes and nobody can submit', () => {
    const view = loadingView(t.plan.title, t);
    expect(modalFaults(view)).toEqual([]);
    expect(view.title.text).toBe(t.plan.title);
    expect(view.submit).toBeUndefined();
  });

  it('says one thing', () => {
    const view = noticeView(t.errors.learnerGone(), t);
    expect(modalFaults(view)).toEqual([]);
    expect(wordsIn(view)).toContain(t.errors.learnerGone());
  });
});
