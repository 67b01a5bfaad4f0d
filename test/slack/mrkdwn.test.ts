import { bold, escapeText, line, plainLine, quote, strike } from '../../src/slack/mrkdwn';

describe('text that people wrote', () => {
  it('can form no mention and no link', () => {
    expect(escapeText('<!channel> <@U1> & <https://x.y|z>')).toBe(
      '&lt;!channel&gt; &lt;@U1&gt; &amp; &lt;https://x.y|z&gt;',
    );
    expect(escapeText('@channel @Here')).not.toMatch(/@(channel|here)/i);
    expect(escapeText('a@b.jp')).toBe('a@b.jp');
  });

  it('loses marks that turn the direction of what follows', () => {
    expect(line('\u202e佐藤\u2069', 20)).toBe('佐藤');
  });

  it('becomes one line, cut before it is escaped', () => {
    expect(line(' 佐藤\r\n\t陽子 ', 20)).toBe('佐藤 陽子');
    expect(line('&'.repeat(10), 4)).toBe('&amp;&amp;&amp;…');
  });

  it('is never empty, as Slack refuses that', () => {
    expect(plainLine('\n\u200e', 20)).toBe('–');
  });
});

describe('type', () => {
  it('is not ended by a mark within', () => {
    expect(strike('a~b')).toBe('\u200b~a～b~');
    expect(bold('a*b')).toBe('*a＊b*');
  });

  it('quotes every line', () => {
    expect(quote('a\nb')).toBe('> a\n> b');
  });
});
