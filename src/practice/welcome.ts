import { localDateAt, localTimeAt } from '../domain/dates';
import { sampleProgram } from './sample/workspace';
import type { RunningPage } from './server/page-server';
import type { Practice } from './start';

/** A clock that is this close to the system's is not worth a word, in milliseconds. */
const unnoticed = 60_000;

/** Where the practice workspace is, what can be tried, and how to stop it: in Japanese, then in English. */
export function welcome(practice: Practice, { url }: RunningPage): string {
  const [ja, en] = standing(practice);
  return `
  ${url}

上のアドレスをブラウザで開いてください。受講生120名（日本語）と48名（英語）の見本に、Banso本体がつながっています。${ja}
  今日の連絡リストを読む・/checkin で記録する・時計を翌朝へ進める

Open this address in a browser: the real Banso, with 48 learners of a sample team in English and 120 in Japanese. ${en}
  Read today's list · log a contact with /checkin · move the clock to the next morning

  最初からやり直す / start over    npm run practice -- --fresh
  終了 / stop                      Ctrl-C

`;
}

/** Whether it goes on, and a clock that doesn't show the time of day, in Japanese and in English. */
function standing({ clock, isNew }: Practice): [ja: string, en: string] {
  const { zone } = sampleProgram;
  const now = clock.now();
  const shown = `${localDateAt(now, zone)} ${localTimeAt(now, zone)} (${zone})`;
  const moved = Math.abs(clock.offsetMs()) > unnoticed;
  return [
    [isNew ? '' : '前回の続きからです。', moved ? `練習用の時計は ${shown} です。` : ''].join(''),
    [isNew ? [] : 'It goes on where it was left.', moved ? `Its clock shows ${shown}.` : []].flat().join(' '),
  ];
}
