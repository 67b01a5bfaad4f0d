import { ids } from '../../../src/slack/ids';
import { answerWords, checkInsOf, type Desk, learnerNow, openCheckIn, startDesk } from './desk';

const { blocks } = ids;
let desk: Desk;
beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk.close());

async function contacted() {
  const learner = await desk.records.learner(desk.program);
  await desk.records.checkIn(learner, { contactedOn: '2026-11-20', unit: '配列' });
  return learner;
}

/** Opens the modal of a fresh learner, contacted on Friday 2026-11-20, and submits it. */
async function submitted(values: Record<string, unknown>, userId = 'U0AOI') {
  const learner = await contacted();
  const answers = desk.slack.ephemerals(userId).length;
  await openCheckIn(desk, userId, learner.name);
  const person = desk.slack.as(userId);
  const result = await person.submit({ [blocks.outcome]: 'sent', [blocks.note]: '消えない', ...values });
  const typed = person.modal()?.state.values[blocks.note];
  return { learner, result, typed, answers };
}

describe('the day of the contact', () => {
  it('may lie in the past, and moves the due day when it is the latest', async () => {
    const { learner, answers } = await submitted({ [blocks.contactedOn]: '2026-11-21' });
    expect(await answerWords(desk, 'U0AOI', answers)).toContain('11/21(土)のご連絡を記録しました');
    expect(await learnerNow(desk, learner.id)).toMatchObject({
      lastContactOn: '2026-11-21',
      dueOn: '2026-11-24',
      floorOn: '2026-11-28',
    });
  });

  it('leaves last contact, unit and due day alone when a later contact is known', async () => {
    const { learner, answers } = await submitted({ [blocks.contactedOn]: '2026-11-13' });
    await answerWords(desk, 'U0AOI', answers);
    expect(await checkInsOf(desk, learner.id)).toMatchObject([{}, { contactedOn: '2026-11-13' }]);
    expect(await learnerNow(desk, learner.id)).toMatchObject({
      lastContactOn: '2026-11-20',
      dueOn: '2026-11-24',
      unit: '配列',
      awaitingReplySince: null,
    });
  });

  it.each([
    ['tomorrow', '2026-11-25', 'まだ来ていない日付です。今日か、それより前の日をお選びください。'],
    [
      'long before the course',
      '2026-09-01',
      '受講開始よりかなり前の日付です。2026/9/5以降の日付をお選びください。',
    ],
  ])('is refused under its field %s, with the text still there', async (_, on, words) => {
    const { learner, result, typed } = await submitted({ [blocks.contactedOn]: on });
    expect(result).toMatchObject({ response_action: 'errors', errors: { [blocks.contactedOn]: words } });
    expect(typed).toMatchObject({ field: { value: '消えない' } });
    expect(await checkInsOf(desk, learner.id)).toHaveLength(1);
  });

  it('is the program’s day, not the supporter’s: a Kudo in Los Angeles logs what Japan calls today', async () => {
    const { learner, answers } = await submitted({}, 'U0KUDO');
    await answerWords(desk, 'U0KUDO', answers);
    expect(await checkInsOf(desk, learner.id)).toMatchObject([{}, { contactedOn: '2026-11-24' }]);
  });
});

describe('the next contact', () => {
  const ownDate = (on: string | null, reason = '') => ({
    [blocks.next]: 'planned',
    [blocks.nextOn]: on,
    [blocks.nextReason]: reason,
  });

  it.each([
    [
      'past the floor',
      ownDate('2026-12-02', '試験'),
      { next_on: '最低頻度を守れる12/1(火)までの日付をお選びください。' },
    ],
    ['today', ownDate('2026-11-24'), { next_on: '明日以降の日付をお選びください。' }],
    [
      'without a date',
      ownDate(null),
      { next_on: '日付をお選びになるか、「いつものリズム」に戻してください。' },
    ],
    [
      'later than the rhythm without a reason',
      ownDate('2026-11-30', ' '),
      {
        next_reason:
          'いつもより間をあけて見守る予定です。代わりの方にも伝わるよう、理由をひとことお書きください。',
      },
    ],
    [
      'with a date although the rhythm is chosen',
      { [blocks.nextOn]: '2026-11-26' },
      { next: '下に日付が入っています。「日を決める」を選ぶか、日付を消してください。' },
    ],
  ])('is refused %s', async (_, values, errors) => {
    const { learner, result, typed } = await submitted(values);
    expect(result).toEqual({ sent: true, response_action: 'errors', errors });
    expect(typed).toMatchObject({ field: { value: '消えない' } });
    expect(await checkInsOf(desk, learner.id)).toHaveLength(1);
  });

  it('is watched over until the last allowed day with a reason', async () => {
    const { learner, answers } = await submitted(ownDate('2026-12-01', '波に乗っている'));
    expect(await answerWords(desk, 'U0AOI', answers)).toContain('*12/1(火)*');
    expect(await learnerNow(desk, learner.id)).toMatchObject({
      dueOn: '2026-12-01',
      plannedOn: '2026-12-01',
      planReason: '波に乗っている',
      plannedBy: 'U0AOI',
    });
  });

  it('is not planned past the course', async () => {
    const learner = await desk.records.learner(desk.program, { endsOn: '2026-11-26' });
    await openCheckIn(desk, 'U0AOI', learner.name);
    const result = await desk.slack
      .as('U0AOI')
      .submit({ [blocks.outcome]: 'sent', ...ownDate('2026-11-27') });
    expect(result.errors).toEqual({
      next_on: 'コースは11/26(木)に終わります。その日までの日付をお選びください。',
    });
  });
});

describe('promise and hours', () => {
  it.each([
    [
      'a promise without a date',
      { promise_text: '記事を探す' },
      { promise_due_on: '約束の期日をお選びください。' },
    ],
    [
      'a date without a promise',
      { promise_due_on: '2026-11-27' },
      { promise_text: '約束の内容をお書きになるか、期日を消してください。' },
    ],
    [
      'a promise for yesterday',
      { promise_text: '記事を探す', promise_due_on: '2026-11-23' },
      { promise_due_on: 'もう過ぎた日付です。今日以降の日付をお選びください。' },
    ],
  ])('refuses %s', async (_, values, errors) => {
    const { result } = await submitted(values);
    expect(result).toEqual({ sent: true, response_action: 'errors', errors });
  });

  it('takes no more hours than a week has, nor less than none', async () => {
    for (const hours of ['169', '-1']) {
      const { result } = await submitted({ [blocks.studyHours]: hours });
      expect(result).toMatchObject({ sent: false, errors: { [blocks.studyHours]: expect.any(String) } });
    }
  });

  it('takes a whole week, and rounds to tenths', async () => {
    for (const [typed, stored] of [
      ['168', 168],
      ['0.25', 0.3],
    ] as const) {
      const { learner, answers } = await submitted({ [blocks.studyHours]: typed });
      await answerWords(desk, 'U0AOI', answers);
      expect(await checkInsOf(desk, learner.id)).toMatchObject([{}, { studyHours: stored }]);
    }
  });
});
